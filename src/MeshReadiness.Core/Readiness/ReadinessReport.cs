using System.Collections.Immutable;
using MeshReadiness.Core.Checks;
using MeshReadiness.Core.Eligibility;
using MeshReadiness.Core.Licensing;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Core.Readiness;

/// <summary>Everything that follows from one snapshot: verdicts in numbers and the answers of all checks.</summary>
/// <param name="Anyone">People by the best verdict that they have for any experience: the one number.</param>
/// <param name="Experiences">People by verdict for each experience, in the playbook's order.</param>
/// <param name="Reasons">How often each reason speaks against an experience, the most frequent first.</param>
/// <param name="Checks">The answers of the checks by task id.</param>
public sealed record ReadinessReport(
    VerdictCounts Anyone,
    ImmutableArray<ExperienceCounts> Experiences,
    ImmutableArray<ReasonCount> Reasons,
    ImmutableDictionary<string, CheckResult> Checks)
{
    /// <summary>The answers for other playbooks that rollouts can follow; nobody is judged by these.</summary>
    public ImmutableArray<PlaybookAnswers> Others { get; init; } = [];

    /// <summary>The answers of all checks by task id; no two playbooks share a task's id.</summary>
    public ImmutableDictionary<string, CheckResult> AllChecks => Checks.AddRange(Others.SelectMany(other => other.Checks));

    /// <summary>Judges a snapshot as of a moment. Costs as much as it has footprints, not people.</summary>
    public static ReadinessReport Make(
        Playbook playbook,
        TenantFacts tenant,
        Result<PopulationFacts> population,
        EligibilityRules rules,
        ProductCatalogue catalogue,
        DateTimeOffset asOf)
    {
        var judged = population.TryGet(out var people)
            ? people.Footprints.Select(count => (Verdicts: rules.Judge(count.Footprint), count.People)).ToList()
            : [];

        return new(
            VerdictCounts.Of(judged.Select(item => (Best(item.Verdicts), item.People))),
            [.. playbook.Experiences.Select((experience, index) => new ExperienceCounts(
                experience.Id, VerdictCounts.Of(judged.Select(item => (item.Verdicts[index].Verdict, item.People)))))],
            CountReasons(judged),
            Answers(new(playbook, tenant, population, catalogue, asOf)));
    }

    /// <summary>The answers of a playbook's checks, by task id.</summary>
    /// <param name="facts">What there is to look at; its people are counted by that playbook's requirements.</param>
    public static ImmutableDictionary<string, CheckResult> Answers(CheckFacts facts) => facts.Playbook.Tasks
        .Where(task => task.Check is not null)
        .ToImmutableDictionary(task => task.Id, task => CheckRules.Run(task.Check!, facts));

    /// <summary>The best that one person can do: ready for anything counts as ready.</summary>
    public static Verdict Best(ImmutableArray<ExperienceVerdict> verdicts)
    {
        bool Any(Verdict verdict) => verdicts.Any(item => item.Verdict == verdict);

        return Any(Verdict.Ready) ? Verdict.Ready
            : Any(Verdict.Unknown) ? Verdict.Unknown
            : Any(Verdict.NotReady) ? Verdict.NotReady
            : Verdict.NotApplicable;
    }

    private static ImmutableArray<ReasonCount> CountReasons(IEnumerable<(ImmutableArray<ExperienceVerdict> Verdicts, int People)> judged) =>
        [.. judged
            .SelectMany(item => Against(item.Verdicts).Select(against => (against.ExperienceId, against.Reason, item.People)))
            .GroupBy(item => (item.ExperienceId, item.Reason.Code))
            .Select(group => new ReasonCount(group.Key.ExperienceId, group.First().Reason, group.Sum(item => item.People)))
            .OrderByDescending(count => count.People).ThenBy(count => count.ExperienceId, StringComparer.Ordinal).ThenBy(count => count.Reason.Code, StringComparer.Ordinal)];

    // Each reason once for every experience that it stands in the way of, and once for the person.
    private static IEnumerable<(string ExperienceId, Reason Reason)> Against(ImmutableArray<ExperienceVerdict> verdicts)
    {
        var single = verdicts
            .SelectMany(verdict => verdict.Reasons
                .Where(reason => reason.Verdict is Verdict.NotReady or Verdict.Unknown)
                .Select(reason => (verdict.ExperienceId, Reason: reason)))
            .ToList();

        return single.Concat(single.DistinctBy(item => item.Reason.Code).Select(item => (ReasonCount.Anywhere, item.Reason)));
    }
}

/// <summary>The answers of a playbook's checks.</summary>
/// <param name="PlaybookId">The playbook.</param>
/// <param name="Checks">The answers by task id.</param>
public sealed record PlaybookAnswers(string PlaybookId, ImmutableDictionary<string, CheckResult> Checks);

/// <summary>People by verdict for one experience.</summary>
public sealed record ExperienceCounts(string ExperienceId, VerdictCounts Counts);

/// <summary>How many people a reason keeps from an experience. A person with two reasons counts under both.</summary>
/// <param name="ExperienceId">The experience, or <see cref="Anywhere"/> for people kept from at least one.</param>
/// <param name="Reason">The reason.</param>
/// <param name="People">How many people.</param>
public sealed record ReasonCount(string ExperienceId, Reason Reason, int People)
{
    /// <summary>Stands for "at least one experience".</summary>
    public const string Anywhere = "any";
}

/// <summary>People by verdict.</summary>
public sealed record VerdictCounts(int Ready, int NotReady, int Unknown, int NotApplicable)
{
    /// <summary>Everybody the question is about: those it doesn't apply to are left out.</summary>
    public int Audience => Ready + NotReady + Unknown;

    /// <summary>The ready ones as a share of the audience, 0 to 1; <see langword="null"/> when there is nobody.</summary>
    public double? ReadyShare => Audience == 0 ? null : (double)Ready / Audience;

    internal static VerdictCounts Of(IEnumerable<(Verdict Verdict, int People)> judged)
    {
        var sums = judged.GroupBy(item => item.Verdict).ToDictionary(group => group.Key, group => group.Sum(item => item.People));
        return new(
            sums.GetValueOrDefault(Verdict.Ready), sums.GetValueOrDefault(Verdict.NotReady),
            sums.GetValueOrDefault(Verdict.Unknown), sums.GetValueOrDefault(Verdict.NotApplicable));
    }
}
