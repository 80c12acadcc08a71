using System.Collections.Frozen;
using System.Collections.Immutable;
using MeshReadiness.Core.Licensing;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Core.Eligibility;

/// <summary>
/// Decides for a person and every experience of a playbook: ready, not ready or unknown, with all reasons.
/// Made once for a snapshot, then asked for as many people as there are. Pure: the same facts give the same answer.
/// </summary>
public sealed class EligibilityRules
{
    private readonly Playbook _playbook;
    private readonly ProductCatalogue _catalogue;
    private readonly ImmutableArray<FrozenSet<Guid>> _carriers;

    /// <summary>Prepares the rules of a playbook for one tenant.</summary>
    public EligibilityRules(Playbook playbook, TenantFacts tenant, ProductCatalogue catalogue)
    {
        _playbook = playbook;
        _catalogue = catalogue;
        Products = new(tenant.SubscribedSkus, playbook);
        _carriers = [.. playbook.Requirements.Select(Products.CarriersOf)];
        SignIns = new(playbook, tenant);
        (TenantReason, TenantFits) = ReasonsOf(playbook, tenant);
    }

    /// <summary>The tenant's products as these rules see them.</summary>
    public TenantProducts Products { get; }

    /// <summary>Whether Conditional Access lets people in.</summary>
    internal SignInReasons SignIns { get; }

    /// <summary>What keeps everybody in this tenant from being ready; <see langword="null"/> when nothing does.</summary>
    internal Reason? TenantReason { get; }

    /// <summary>That the tenant is of the right kind; <see langword="null"/> when something is wrong.</summary>
    internal Reason? TenantFits { get; }

    /// <summary>What decides about this person.</summary>
    public Footprint FootprintOf(UserFacts user) => FootprintOf(PersonProfile.Of(user));

    /// <summary>What decides about everybody with this profile.</summary>
    public Footprint FootprintOf(PersonProfile profile)
    {
        // Plans that were asked for while a product was doubtful say nothing any more once it isn't.
        var holdings = Products.Reduce(profile.Holdings);

        return Footprint.Of(
            profile.UserType,
            profile.AccountEnabled,
            [.. _playbook.Requirements.Select((_, index) => StandingTo(index, holdings))],
            SignIns.Letters(profile),
            profile.Invitation);
    }

    /// <summary>The standing that these holdings give, all plans in them counted.</summary>
    internal PlanStanding StandingTo(int requirement, LicenceHoldings holdings) =>
        PlanStandings.Find(holdings, _playbook.Requirements[requirement], _carriers[requirement], Products);

    /// <summary>The verdicts for everybody with this footprint, in the order of the playbook's experiences.</summary>
    public ImmutableArray<ExperienceVerdict> Judge(Footprint footprint) =>
        [.. _playbook.Experiences.Select(experience => Judge(
            experience, footprint, index => [RequirementReasons.For(_playbook.Requirements[index], footprint.Read(index))]))];

    /// <summary>The verdicts for one person, each reason with the person's own facts as its proof.</summary>
    public ImmutableArray<ExperienceVerdict> Explain(UserFacts user)
    {
        var reduced = user with { Holdings = Products.Reduce(user.Holdings) };

        return [.. Judge(FootprintOf(reduced)).Zip(_playbook.Experiences, (verdict, experience) => verdict with
        {
            Reasons = [.. verdict.Reasons.Select(reason => SignIns.Explain(reason with { Proof = Proof(reason, reduced) }, experience, reduced))],
        })];
    }

    /// <summary>The verdict on one experience.</summary>
    /// <param name="experience">Which.</param>
    /// <param name="footprint">Tells the user type and the account.</param>
    /// <param name="reasonsOf">Gives the reasons about the requirement at a place in the playbook.</param>
    internal ExperienceVerdict Judge(Experience experience, Footprint footprint, Func<int, IEnumerable<Reason>> reasonsOf)
    {
        if (OutsideAudience(experience, footprint) is { } outside)
        {
            return new(experience.Id, Verdict.NotApplicable, [outside]);
        }

        var ordered = Order(
        [
            TenantReason,
            AccountReason(footprint),
            UserTypeReason(experience.Audience, footprint),
            InvitationReason(experience, footprint),
            .. Needed(experience.Requires).SelectMany(reasonsOf),
            SignIns.For(experience, footprint.Standings[_playbook.Requirements.Length..]),
            experience.NotEvaluated is { } sentence ? new($"not-evaluated:{experience.Id}", Verdict.Unknown, sentence) : null,
        ]);

        return new(experience.Id, ordered[0].Verdict, ordered);
    }

    /// <summary>Each reason once: what is known to be wrong, then what isn't known, then what is in place. The first one decides.</summary>
    internal static ImmutableArray<Reason> Order(IEnumerable<Reason?> reasons) =>
        [.. reasons.OfType<Reason>().DistinctBy(reason => reason.Code).OrderBy(reason => Weight(reason.Verdict))];

    /// <summary>The places of these requirements in the playbook, in its order.</summary>
    internal IEnumerable<int> Needed(ImmutableArray<string> requirements) =>
        Enumerable.Range(0, _playbook.Requirements.Length).Where(index => requirements.Contains(_playbook.Requirements[index].Id));

    private static int Weight(Verdict verdict) => verdict switch
    {
        Verdict.NotReady => 0,
        Verdict.Unknown => 1,
        _ => 2,
    };

    private static Reason? OutsideAudience(Experience experience, Footprint footprint) => (experience.Audience, footprint.UserType) switch
    {
        (Audience.Members, UserType.Guest) =>
            new("guests-not-served", Verdict.NotApplicable, $"{experience.Name} is for the organisation's own people, not for guests."),
        (Audience.Guests, UserType.Member) =>
            new("members-not-served", Verdict.NotApplicable, $"{experience.Name} is about guests; this person is a member."),
        _ => null,
    };

    internal static Reason? UserTypeReason(Audience audience, Footprint footprint) =>
        audience is not Audience.Everyone && footprint.UserType is null
            ? new("user-type-unknown", Verdict.Unknown, "The directory doesn't say whether this person is a member or a guest.",
                "Set the user type in the Microsoft Entra admin center.", "User Administrator")
            : null;

    // Whoever hasn't accepted has no account that works here, whatever licence it holds.
    private Reason? InvitationReason(Experience experience, Footprint footprint) => experience.Audience is Audience.Guests
        ? AccessRights.AcceptedGuest(footprint.UserType, footprint.Invitation) with { Source = _playbook.Source }
        : null;

    internal static Reason AccountReason(Footprint footprint) => footprint.AccountEnabled switch
    {
        true => new("account-enabled", Verdict.Ready, "The account may sign in."),
        false => new("account-disabled", Verdict.NotReady, "The account is disabled, so nobody can sign in with it.",
            "Enable the account if this person should work again.", "User Administrator"),
        null => new("account-unknown", Verdict.Unknown, "The directory doesn't say whether the account may sign in.",
            "Look at the account in the Microsoft Entra admin center and refresh.", "User Administrator"),
    };

    private static (Reason? Against, Reason? For) ReasonsOf(Playbook playbook, TenantFacts tenant)
    {
        var (kind, because) = TenantKinds.Find(tenant.Organization, tenant.SubscribedSkus, playbook.TenantSignals);
        var source = playbook.TenantSignals.Source;

        var proof = TenantProof(tenant);

        return kind switch
        {
            TenantKind.Commercial =>
                (null, new("tenant-fits", Verdict.Ready, $"{playbook.Name} is offered to tenants of this kind. {because}", Source: source) { Proof = proof }),
            TenantKind.Unknown =>
                (new("tenant-unknown", Verdict.Unknown, $"Whether {playbook.Name} is offered to this tenant is unknown. {because}", Source: source) { Proof = proof }, null),
            _ => (new("tenant-unsupported", Verdict.NotReady,
                $"{playbook.Name} isn't offered to {kind.ToString().ToLowerInvariant()} tenants. {because}",
                "Use a commercial tenant for these people.", "Global Administrator", source) { Proof = proof }, null),
        };
    }

    private static ImmutableArray<ProofFact> TenantProof(TenantFacts tenant) =>
    [
        new(tenant.Organization.TryGet(out var organization) ? $"tenantType is {organization.TenantType ?? "not set"}" : "tenantType is not told", FactOrigin.Organization),
        new(tenant.SubscribedSkus.TryGet(out var skus)
            ? $"Products: {(skus.IsEmpty ? "none" : string.Join(", ", skus.Select(sku => sku.SkuPartNumber).Order(StringComparer.Ordinal)))}"
            : "The tenant's products are not told", FactOrigin.Products),
    ];

    /// <summary>The person's fact behind a reason about the account or the user type; <see langword="null"/> for other reasons.</summary>
    internal static ImmutableArray<ProofFact>? AccountProof(Reason reason, UserFacts user) => reason.Code switch
    {
        "account-enabled" or "account-disabled" or "account-unknown" =>
            [new($"accountEnabled is {user.AccountEnabled?.ToString().ToLowerInvariant() ?? "not set"}")],
        "guests-not-served" or "members-not-served" or "user-type-unknown" =>
            [new($"userType is {user.UserType?.ToString() ?? "not set"}")],
        _ => null,
    };

    private ImmutableArray<ProofFact> Proof(Reason reason, UserFacts user) => AccountProof(reason, user)
        ?? (_playbook.Requirements.FirstOrDefault(requirement => reason.Code.StartsWith(requirement.Id + RequirementReasons.Separator, StringComparison.Ordinal))
            is { } asked ? LicenceProof.For(asked, user, Products, _catalogue) : reason.Proof);
}
