using System.Collections.Immutable;
using MeshReadiness.Core.ConditionalAccess.Population;
using MeshReadiness.Core.Licensing;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Core.Eligibility;

/// <summary>
/// Explains one person. Starts from what decides for everybody with the same footprint and adds what is only known of this
/// person: facts that weren't told, plans that wait, groups, free seats. Where the population's answer and the person's own
/// facts don't agree, the answer is unknown; only a plan that Graph itself calls suspended turns ready into not ready.
/// </summary>
public sealed class PersonRules(EligibilityRules rules, Playbook playbook, TenantFacts tenant, ProductCatalogue catalogue)
{
    private readonly SeatWords _seats = new(playbook, rules.Products, catalogue);

    private AssignmentReasons Assignments => field ??= new(tenant, rules.Products, catalogue, _seats);

    /// <summary>The verdicts on all experiences and actions, each reason with the person's own facts as its proof.</summary>
    public PersonEligibility Explain(PersonFacts person)
    {
        // What is empty because nobody told it must not look like a finding.
        var user = person.Tells(UserProperties.Licences) ? person.User with { Holdings = rules.Products.Reduce(person.User.Holdings) } : person.User;
        var footprint = rules.FootprintOf(user);
        ImmutableArray<ImmutableArray<Reason>> byRequirement = [.. playbook.Requirements.Select((_, index) => Reasons(index, person, user))];

        return new(
            person.User,
            [.. playbook.Experiences.Select(experience => Finish(rules.Judge(experience, footprint, index => byRequirement[index]), experience, person))],
            [.. playbook.Access.Select(action => Judge(action, footprint, byRequirement, person))]);
    }

    /// <summary>What Conditional Access makes of one of the person's own devices; the scan's problem where the policies aren't known.</summary>
    public Result<ImmutableArray<DeviceOutcome>> Try(UserFacts user, DeviceFacts device) => rules.SignIns.Try(user, device);

    private ActionVerdict Judge(
        ActionAccess action, Footprint footprint, ImmutableArray<ImmutableArray<Reason>> byRequirement, PersonFacts person)
    {
        if (OutsideAudience(action, person) is { } outside)
        {
            return new(action.Id, Verdict.NotApplicable, [Told(outside, person)]);
        }

        var ordered = EligibilityRules.Order(
        [
            rules.TenantReason ?? rules.TenantFits,
            Told(EligibilityRules.AccountReason(footprint), person),
            EligibilityRules.UserTypeReason(action.Audience, footprint) is { } unknown ? Told(unknown, person) : null,
            .. rules.Needed(action.Requires).SelectMany(index => byRequirement[index]),
            AccessRights.For(action, person, tenant),
        ]);

        return new(action.Id, ordered[0].Verdict, ordered);
    }

    private static Reason? OutsideAudience(ActionAccess action, PersonFacts person) => (action.Audience, person.User.UserType) switch
    {
        (Audience.Members, UserType.Guest) => new("guests-not-served", Verdict.NotApplicable,
            "This is for the organisation's own people; guests attend and do nothing else.", Source: action.Source),
        (Audience.Guests, UserType.Member) => new("members-not-served", Verdict.NotApplicable,
            "This is about guests; this person is a member.", Source: action.Source),
        _ => null,
    };

    // Reasons in favour come last and change no verdict.
    private ExperienceVerdict Finish(ExperienceVerdict judged, Experience experience, PersonFacts person) => judged.Verdict is Verdict.NotApplicable
        ? judged with { Reasons = [.. judged.Reasons.Select(reason => Told(reason, person))] }
        : judged with
        {
            Reasons = EligibilityRules.Order(
                [.. judged.Reasons.Select(reason => rules.SignIns.Explain(Told(reason, person), experience, person.User)), rules.TenantReason is null ? rules.TenantFits : null, AudienceFits(experience, person)]),
        };

    private static Reason? AudienceFits(Experience experience, PersonFacts person) => experience.Audience is Audience.Everyone || person.User.UserType is null
        ? null
        : new Reason("user-type-fits", Verdict.Ready, person.User.IsGuest
            ? $"{experience.Name} is for guests, and this person is one."
            : $"{experience.Name} is for the organisation's own people, and this person is one.") { Proof = [new($"userType is {person.User.UserType}")] };

    private ImmutableArray<Reason> Reasons(int index, PersonFacts person, UserFacts user)
    {
        var requirement = playbook.Requirements[index];
        var standing = PersonStanding.Find(person, index, requirement, rules);
        var reason = standing.Doubt is PersonDoubt.None
            ? RequirementReasons.For(requirement, standing.Standing)
            : DoubtReasons.For(requirement, standing.Doubt);
        reason = reason with { Proof = DoubtReasons.Proof(requirement, person, LicenceProof.For(requirement, user, rules.Products, catalogue), catalogue) };

        return (standing.Doubt, standing.Standing) switch
        {
            (PersonDoubt.None, PlanStanding.AssignmentFailed) => [Assignments.Failed(reason, requirement, person)],
            (PersonDoubt.None, PlanStanding.Missing) =>
            [
                reason with { Remedy = $"{reason.Remedy} {_seats.For(requirement)}" },
                .. Assignments.Nested(requirement, person).Take(1),
                AssignmentReasons.UsageLocation(person),
            ],
            _ => [reason],
        };
    }

    // The directory isn't to blame for what a file leaves out.
    private static Reason Told(Reason reason, PersonFacts person) => reason.Code switch
    {
        "account-unknown" when !person.Tells(UserProperties.AccountEnabled) => reason with
        {
            Sentence = "accountEnabled isn't among the facts, so whether the account may sign in is unknown.",
            Remedy = "Read the person with accountEnabled.",
            Role = null,
            Proof = [new("accountEnabled is not told")],
        },
        "user-type-unknown" when !person.Tells(UserProperties.UserType) => reason with
        {
            Sentence = "userType isn't among the facts, so whether this person is a member or a guest is unknown.",
            Remedy = "Read the person with userType.",
            Role = null,
            Proof = [new("userType is not told")],
        },
        _ => reason with { Proof = EligibilityRules.AccountProof(reason, person.User) ?? reason.Proof },
    };
}
