using System.Collections.Concurrent;
using System.Collections.Immutable;
using MeshReadiness.Core.ConditionalAccess.Population;
using MeshReadiness.Core.ConditionalAccess.SignIns;
using MeshReadiness.Core.ConditionalAccess.Words;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Core.Eligibility;

/// <summary>
/// Whether Conditional Access lets people in for experiences that depend on it: one letter in a <see cref="Footprint"/> for each
/// scenario that some experience is admitted by, and a reason made of these letters.
/// </summary>
internal sealed class SignInReasons
{
    /// <summary>Begins the codes of these reasons.</summary>
    public const string Prefix = "sign-in";

    private const string Source = "https://learn.microsoft.com/mesh/setup/content/preparing-your-organization";
    private const string Role = "Conditional Access Administrator";
    private const char In = 'I', Out = 'O', Unknown = 'U', NotFor = 'X';

    private readonly Playbook _playbook;
    private readonly ImmutableArray<SignInScenario> _scenarios;
    private readonly Lazy<Result<TenantSignIns>> _tenant;
    private readonly Lazy<PersonOutcomes?> _outcomes;
    private readonly Lazy<PolicyNames> _names;

    // Whom policies can't tell apart is told the same.
    private readonly ConcurrentDictionary<(string ExperienceId, PersonClass Person), Story> _stories = [];

    public SignInReasons(Playbook playbook, TenantFacts tenant)
    {
        _playbook = playbook;
        _scenarios = [.. playbook.Scenarios.Where(scenario => playbook.Experiences.Any(experience => experience.AdmittedBy.Contains(scenario.Id)))];
        _tenant = new(() => TenantSignIns.Of(tenant, playbook.Apps));
        _outcomes = new(() => _tenant.Value.TryGet(out var signIns) ? new PersonOutcomes(signIns.Rules, [.. _scenarios.Select(signIns.Here)]) : null);
        _names = new(() => NamesOf(tenant));
    }

    /// <summary>The letters of everybody with this profile.</summary>
    public string Letters(PersonProfile profile) => _scenarios.IsEmpty ? ""
        : _outcomes.Value is { } outcomes ? string.Concat(outcomes.Of(ClassOf(profile)).Select(Letter))
        : new(Unknown, _scenarios.Length);

    /// <summary>The reason; <see langword="null"/> where how somebody signs in doesn't matter.</summary>
    /// <param name="experience">The experience.</param>
    /// <param name="letters">The letters; none in footprints from before there were any.</param>
    public Reason? For(Experience experience, string letters)
    {
        if (experience.AdmittedBy.IsEmpty)
        {
            return null;
        }

        var found = experience.AdmittedBy.Select(id => _scenarios.IndexOf(Scenario(id)))
            .Select(place => place < letters.Length ? letters[place] : Unknown).ToList();

        return found.Contains(In)
                ? new($"{Prefix}:allowed", Verdict.Ready, "Conditional Access lets this person in on at least one kind of device.", Source: Source)
            : found.Contains(Unknown)
                ? new($"{Prefix}:unknown", Verdict.Unknown, $"Whether Conditional Access lets this person in isn't known.{Because}",
                    "See on the Conditional Access page which fact is missing.", Role, Source)
                : new($"{Prefix}:blocked", Verdict.NotReady, "Conditional Access doesn't let this person in on any kind of device.",
                    "Have the device enrolled and made compliant, or have the policy changed that keeps it out.", Role, Source);
    }

    /// <summary>The reason with this person's facts: what keeps out each way of signing in, and what works meanwhile.</summary>
    public Reason Explain(Reason reason, Experience experience, UserFacts user)
    {
        if (!reason.Code.StartsWith(Prefix + RequirementReasons.Separator, StringComparison.Ordinal))
        {
            return reason;
        }

        if (!_tenant.Value.TryGet(out var tenant))
        {
            return reason with { Proof = [new($"The policies are not told: {_tenant.Value.Problem.Detail}", FactOrigin.Policies)] };
        }

        var story = _stories.GetOrAdd((experience.Id, ClassOf(PersonProfile.Of(user))), key => Tell(experience, key.Person, tenant));
        return reason with
        {
            Sentence = reason.Sentence + story.Why + (reason.Verdict is Verdict.Ready ? "" : story.Meanwhile),
            Proof = story.Proof,
        };
    }

    /// <summary>What comes of it when somebody signs in with one of their own devices; the scan's problem where the policies aren't known.</summary>
    public Result<ImmutableArray<DeviceOutcome>> Try(UserFacts user, DeviceFacts device) =>
        _tenant.Value.Map(tenant => DeviceOutcome.Try(tenant, _playbook.Scenarios, ClassOf(PersonProfile.Of(user)), device, _names.Value));

    private Story Tell(Experience experience, PersonClass person, TenantSignIns tenant)
    {
        var rules = new SignInRules(tenant.Policies, tenant.Apps);
        var tried = experience.AdmittedBy.Select(id => tenant.Here(Scenario(id)))
            .Select(scenario => (Scenario: scenario, SignIn: person.As(scenario.SignIn, tenant.Uncertain)))
            .Select(one => (one.Scenario, Result: rules.Judge(one.SignIn), one.SignIn))
            .Select(one => (one.Scenario, one.Result.Outcome, Why: string.Join(' ', SignInWords.WhyBlocked(one.Result, one.SignIn, _names.Value))))
            .ToList();

        var open = tried.Where(one => Letter(one.Outcome) == In).Select(one => one.Scenario);

        // What keeps out two ways in the same words is said once.
        var why = tried.Where(one => one.Why.Length > 0).GroupBy(one => one.Why, one => one.Scenario)
            .Select(group => $" {Names(group)}: {group.Key}");

        return new(
            Clause(" It lets in", open) + string.Concat(why),
            Meanwhile(person, tenant),
            [.. Memberships(person), .. tried.Select(one => new ProofFact($"{one.Scenario.Name}: {InWords(one.Outcome)}", FactOrigin.Policies))]);
    }

    private SignInScenario Scenario(string id) => _scenarios.First(scenario => scenario.Id == id);

    private string Because => _tenant.Value.Succeeded ? "" : $" {_tenant.Value.Problem.Detail}";

    private string Meanwhile(PersonClass person, TenantSignIns tenant)
    {
        ImmutableArray<SignInScenario> others = [.. _playbook.Scenarios.Except(_scenarios)];
        var outcomes = new PersonOutcomes(tenant.Rules, [.. others.Select(tenant.Here)]).Of(person);
        return Clause(" Meanwhile this works", others.Where((_, index) => Letter(outcomes[index]) == In));
    }

    private IEnumerable<ProofFact> Memberships(PersonClass person) =>
    [
        new($"userType is {person.UserType?.ToString() ?? "not set"}"),
        new($"Of the groups and roles that policies name, the person is in: {List(
            [
                .. person.Memberships.GroupIds.Select(id => _names.Value.Group(id)),
                .. person.Memberships.RoleTemplateIds.Select(id => _names.Value.Role(id)),
            ])}", FactOrigin.PolicyMembers),
    ];

    private static PersonClass ClassOf(PersonProfile profile) => new(profile.Memberships, profile.UserType, profile.Invitation);

    private static PolicyNames NamesOf(TenantFacts tenant) => new()
    {
        Groups = PolicyNames.None.SetItems((tenant.Groups.TryGet(out var groups) ? groups : [])
            .Where(group => group.DisplayName is not null).Select(group => KeyValuePair.Create(group.Id, group.DisplayName!))),
        Roles = PolicyNames.None.SetItems(DirectoryRoles.TemplateIds.Select(role => KeyValuePair.Create(role.Value, role.Key))),
    };

    private static char Letter(SignInOutcome? outcome) => outcome switch
    {
        null => NotFor,
        SignInOutcome.Allowed or SignInOutcome.BlockedUnlessControlsMet => In,
        SignInOutcome.Blocked => Out,
        _ => Unknown,
    };

    private static string InWords(SignInOutcome outcome) => outcome switch
    {
        SignInOutcome.Allowed => "let in",
        SignInOutcome.BlockedUnlessControlsMet => "let in once what is asked for has been given",
        SignInOutcome.Blocked => "kept out",
        _ => "not known",
    };

    private static string Clause(string does, IEnumerable<SignInScenario> ways) => ways.Any() ? $"{does}: {Names(ways)}." : "";

    private static string Names(IEnumerable<SignInScenario> ways) => List([.. ways.Select(way => way.Name)]);

    private static string List(ImmutableArray<string> texts) => texts.IsEmpty ? "none" : string.Join("; ", texts);

    // What keeps out which way, what works meanwhile, and the facts behind both.
    private sealed record Story(string Why, string Meanwhile, ImmutableArray<ProofFact> Proof);
}
