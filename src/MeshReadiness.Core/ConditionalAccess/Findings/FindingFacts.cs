using System.Collections.Immutable;
using MeshReadiness.Core.ConditionalAccess.Filters;
using MeshReadiness.Core.ConditionalAccess.Policies;
using MeshReadiness.Core.ConditionalAccess.Population;
using MeshReadiness.Core.ConditionalAccess.SignIns;
using MeshReadiness.Core.ConditionalAccess.Words;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Core.ConditionalAccess.Findings;

/// <summary>What rules about policies look at, and the engine that they try policies with.</summary>
internal sealed class FindingFacts
{
    private static readonly UserCondition Everybody = new(new(["All"], []), new([], []), new([], []), null, null);

    private readonly Lazy<Dictionary<ConditionalAccessPolicy, PolicyReach>?> _reach;
    private readonly AppGroups _withoutDependencies;
    private readonly Lazy<ImmutableArray<Exempt>> _emergency;
    private readonly SignInRules _together;

    public FindingFacts(ImmutableArray<ConditionalAccessPolicy> policies, AppGroups apps, KnownTenant known)
    {
        (Apps, Known) = (apps, known);
        Live = [.. policies.Where(policy => policy.State is not PolicyState.Disabled)];
        Enforced = [.. policies.Where(policy => policy.State is PolicyState.Enabled)];
        _together = new(Enforced, apps);
        _withoutDependencies = apps with { Dependencies = apps.Dependencies.Clear() };
        _reach = new(() => known.People is { } people
            ? new PopulationRules(policies, apps, known.Uncertain).Reach(people).ToDictionary<PolicyReach, ConditionalAccessPolicy>(reach => reach.Policy, ReferenceEqualityComparer.Instance)
            : null);
        _emergency = new(() => EmergencyAccounts.Of(this));
    }

    public AppGroups Apps { get; }

    public KnownTenant Known { get; }

    public PolicyNames Names => Known.Names;

    /// <summary>The policies that aren't disabled.</summary>
    public ImmutableArray<ConditionalAccessPolicy> Live { get; }

    /// <summary>The policies that are enforced.</summary>
    public ImmutableArray<ConditionalAccessPolicy> Enforced { get; }

    /// <summary>Whoever is kept for emergencies, as far as policies and configuration tell.</summary>
    public ImmutableArray<Exempt> Emergency => _emergency.Value;

    /// <summary>What comes of a sign-in with everything that is enforced.</summary>
    public SignInResult Together(SignIn signIn) => _together.Judge(signIn);

    /// <summary>What one policy does about a sign-in of somebody whom it is about, were it enforced; one that is about nobody does nothing.</summary>
    public PolicyResult Alone(ConditionalAccessPolicy policy, SignIn signIn) => Judge(PeopleFindings.IsAboutNobody(policy) ? policy : AboutEverybody(policy), signIn);

    /// <summary>What one policy does about a sign-in, were it enforced.</summary>
    public PolicyResult Judge(ConditionalAccessPolicy policy, SignIn signIn) =>
        new SignInRules([policy with { State = PolicyState.Enabled }], _withoutDependencies).Judge(signIn).Policies[0];

    /// <summary>The same sign-in from the places that make a difference to the policy.</summary>
    public static IEnumerable<SignIn> FromPlaces(ConditionalAccessPolicy policy, SignIn signIn)
    {
        yield return signIn;

        if (policy.Locations is { } places)
        {
            yield return signIn with { IsTrustedLocation = Truth.Yes, NamedLocationIds = SignIn.SetOf(places.Exclude) };

            foreach (var place in places.Include.Where(place => !place.Equals("All", StringComparison.OrdinalIgnoreCase)))
            {
                yield return signIn with { NamedLocationIds = SignIn.SetOf([place]) };
            }
        }
    }

    /// <summary>How many people the policy, one of those given, is about; <see langword="null"/> when nobody counted people.</summary>
    public PolicyReach? Reach(ConditionalAccessPolicy policy) => _reach.Value?[policy];

    /// <summary>How many registered devices a filter matches for certain; <see langword="null"/> when nobody counted devices.</summary>
    public int? Matched(FilterRule rule) => Known.Devices?.Count(rule).Yes;

    /// <summary>Whether the policy applies for certain and nothing that the person can do at the sign-in helps.</summary>
    public static bool IsBlocking(PolicyResult result) => result is { Applies: Truth.Yes, Grant.Range.Best: GrantLevel.Block };

    /// <summary>Whom a policy is about, one by one; nobody in particular where it is about everybody, or about guests.</summary>
    public static IEnumerable<SignIn> Those(ConditionalAccessPolicy policy, SignIn signIn) =>
        EmergencyAccounts.IsAboutEverybody(policy) || Exempt.Of(policy, pair => pair.Include).ToList() is not { Count: > 0 } named ? [signIn] : named.Select(one => one.As(signIn));

    /// <summary>Why a policy does what it does: each condition, and each control.</summary>
    public static ImmutableArray<string> Proof(PolicyResult result) =>
    [
        .. result.Conditions.Select(condition => condition.Because),
        .. (result.Grant?.Controls ?? []).Select(control => $"{control.Control} {control.Range switch { { Worst: GrantLevel.Pass } => "is met", { Best: GrantLevel.Block } => "can't be met", { Worst: GrantLevel.Prompt } => "can be met when asked for", _ => "may be met or not" }}."),
    ];

    /// <summary>What a policy demands, as a part of a sentence that began with it.</summary>
    public string Demand(ConditionalAccessPolicy policy) => policy.Grant is not { } grant ? "it demands nothing"
        : grant.Controls.Contains("block", StringComparer.OrdinalIgnoreCase) ? "it blocks"
        : $"it demands {DemandWords.Controls(grant, Names)}";

    /// <summary>What a policy is called.</summary>
    public static string Name(ConditionalAccessPolicy policy) =>
        !string.IsNullOrWhiteSpace(policy.DisplayName) ? $"\"{policy.DisplayName}\"" : policy.Id is { } id ? $"The policy {id}" : "A policy without a name";

    /// <summary>A finding, one step less grave where the policy isn't known to be enforced, which the sentence then says.</summary>
    public PolicyFinding Found(ConditionalAccessPolicy policy, FindingSeverity severity, string sentence, string remedy) => new(
        policy.State is PolicyState.Enabled ? severity : Less(severity),
        policy,
        policy.State is PolicyState.Enabled ? sentence : $"{sentence} {(policy.State is PolicyState.ReportOnly ? "The policy is only reported as yet." : "Whether the policy is enforced isn't known here.")}",
        remedy) { People = Reach(policy)?.Sure };

    private static ConditionalAccessPolicy AboutEverybody(ConditionalAccessPolicy policy) => policy with
    {
        Users = Everybody, Unmodelled = [.. policy.Unmodelled.Where(path => !path.StartsWith("conditions.users", StringComparison.Ordinal))],
    };

    /// <summary>One step less grave.</summary>
    public static FindingSeverity Less(FindingSeverity severity) => severity is FindingSeverity.Info ? severity : severity + 1;
}

/// <summary>A group, role or person that a policy names.</summary>
/// <param name="Kind">Which of them.</param>
/// <param name="Id">Its id.</param>
/// <param name="IsSure">Of accounts kept for emergencies: whether that is more than a guess.</param>
internal sealed record Exempt(Population.MembershipKind Kind, string Id, bool IsSure = true)
{
    /// <summary>A sign-in of whoever is in it, and in nothing else that policies name.</summary>
    public SignIn As(SignIn signIn) => Kind switch
    {
        Population.MembershipKind.Group => signIn with { GroupIds = SignIn.SetOf([Id]) },
        Population.MembershipKind.Role => signIn with { RoleTemplateIds = SignIn.SetOf([Id]) },
        _ => signIn with { UserId = Id },
    };

    public string InWords(PolicyNames names) => Kind switch
    {
        Population.MembershipKind.Group => $"members of the group {names.Group(Id)}",
        Population.MembershipKind.Role => $"holders of the role {names.Role(Id)}",
        _ => $"the account {names.User(Id)}",
    };

    /// <summary>What a policy names in or out.</summary>
    public static IEnumerable<Exempt> Of(ConditionalAccessPolicy policy, Func<IncludeExclude, ImmutableArray<string>> side) =>
    [
        .. side(policy.Users.Groups).Select(id => new Exempt(Population.MembershipKind.Group, id)),
        .. side(policy.Users.Roles).Select(id => new Exempt(Population.MembershipKind.Role, id)),
        .. side(policy.Users.Users).Where(id => !Population.NamedByPolicies.IsWord(id)).Select(id => new Exempt(Population.MembershipKind.User, id)),
    ];

    /// <summary>Whether it is the same, whatever its capitals.</summary>
    public bool Is(Exempt other) => Kind == other.Kind && Id.Equals(other.Id, StringComparison.OrdinalIgnoreCase);
}
