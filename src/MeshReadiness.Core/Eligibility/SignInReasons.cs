using System.Collections.Immutable;
using MeshReadiness.Core.ConditionalAccess.Population;
using MeshReadiness.Core.ConditionalAccess.SignIns;
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
    private const char In = 'I', Out = 'O', Unknown = 'U', NotFor = 'X';

    private readonly ImmutableArray<SignInScenario> _scenarios;
    private readonly Lazy<Result<PersonOutcomes>> _outcomes;

    public SignInReasons(Playbook playbook, TenantFacts tenant)
    {
        _scenarios = [.. playbook.Scenarios.Where(scenario => playbook.Experiences.Any(experience => experience.AdmittedBy.Contains(scenario.Id)))];
        _outcomes = new(() => TenantSignIns.Of(tenant, playbook.Apps).Map(signIns => new PersonOutcomes(signIns.Rules, [.. _scenarios.Select(signIns.Here)])));
    }

    /// <summary>The letters of everybody with this profile.</summary>
    public string Letters(PersonProfile profile) => _scenarios.IsEmpty ? ""
        : _outcomes.Value.TryGet(out var outcomes)
            ? string.Concat(outcomes.Of(new(profile.Memberships, profile.UserType, profile.Invitation)).Select(Letter))
            : new(Unknown, _scenarios.Length);

    /// <summary>The reason; <see langword="null"/> where how somebody signs in doesn't matter.</summary>
    /// <param name="experience">The experience.</param>
    /// <param name="letters">The person's letters; none in footprints from before there were any.</param>
    public Reason? For(Experience experience, ReadOnlySpan<char> letters)
    {
        if (experience.AdmittedBy.IsEmpty)
        {
            return null;
        }

        var (open, shut, doubtful) = (new List<SignInScenario>(), new List<string>(), new List<string>());

        foreach (var id in experience.AdmittedBy)
        {
            var place = _scenarios.Select(scenario => scenario.Id).ToList().IndexOf(id);

            switch (place < letters.Length ? letters[place] : Unknown)
            {
                case In:
                    open.Add(_scenarios[place]);
                    break;
                case Out:
                    shut.Add(_scenarios[place].Name);
                    break;
                default:
                    doubtful.Add(_scenarios[place].Name);
                    break;
            }
        }

        var others = Clause("keeps out", shut) + Clause("may let in or keep out", doubtful);

        return open is [var easiest, ..]
            ? new($"{Prefix}:{easiest.Id}", Verdict.Ready, $"Conditional Access lets in: {Names(open.Select(one => one.Name))}.{others}", Source: Source)
            : doubtful.Count > 0
                ? new($"{Prefix}:unknown", Verdict.Unknown, $"Whether Conditional Access lets this person in isn't known.{others}{Because}",
                    "Look at the policies on the Conditional Access page; each says which fact is missing.", "Conditional Access Administrator", Source)
                : new($"{Prefix}:blocked", Verdict.NotReady, $"Conditional Access doesn't let this person in.{others}",
                    "Have the headset enrolled and made compliant, or have the policy that blocks it changed; the Conditional Access page shows which.",
                    "Conditional Access Administrator", Source);
    }

    private string Because => _outcomes.Value.Succeeded ? "" : $" {_outcomes.Value.Problem.Detail}";

    private static char Letter(SignInOutcome? outcome) => outcome switch
    {
        null => NotFor,
        SignInOutcome.Allowed or SignInOutcome.BlockedUnlessControlsMet => In,
        SignInOutcome.Blocked => Out,
        _ => Unknown,
    };

    private static string Clause(string does, List<string> names) => names.Count == 0 ? "" : $" It {does}: {Names(names)}.";

    private static string Names(IEnumerable<string> names) => string.Join("; ", names);
}
