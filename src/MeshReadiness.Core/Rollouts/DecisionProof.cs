using MeshReadiness.Core.Playbooks;

namespace MeshReadiness.Core.Rollouts;

/// <summary>
/// How a decision proves its task: the task holds the decision as evidence for as long as it stands, no longer, and never twice.
/// Where the outcome leaves something to do, deciding alone proves nothing.
/// </summary>
public static class DecisionProof
{
    /// <summary>The task's work as it has to be with this decision; the same object when nothing about it changes.</summary>
    /// <param name="work">The work as it is.</param>
    /// <param name="aid">The aid whose task it is.</param>
    /// <param name="taken">What is decided; <see langword="null"/> when nothing is.</param>
    /// <param name="evidenceId">The id for new evidence.</param>
    public static TaskWork Follow(TaskWork work, DecisionAid aid, DecisionTaken? taken, Guid evidenceId)
    {
        var others = work.Evidence.Where(evidence => evidence.Source is not EvidenceSource.Decision).ToList();

        if (Proving(aid, taken) is { } outcome)
        {
            var proof = new Evidence(evidenceId, EvidenceSource.Decision, taken!.At, taken.By, Say(aid, outcome, taken.Reasons));
            var proven = TaskEdit.HandIn(work, proof).Value;
            return proven with { Evidence = [.. others.Append(proof).OrderBy(evidence => evidence.At)] };
        }

        return others.Count == work.Evidence.Length ? work : work with { Evidence = [.. others], Version = work.Version + 1 };
    }

    private static DecisionOutcome? Proving(DecisionAid aid, DecisionTaken? taken) =>
        aid.Outcomes.FirstOrDefault(outcome => outcome.Id == taken?.Outcome && outcome.LeavesOpen is null);

    // The whole text stands in the decision; evidence keeps as much of it as anything that a person writes.
    private static string Say(DecisionAid aid, DecisionOutcome outcome, string reasons)
    {
        var words = $"{aid.Title} {outcome.Name}. {reasons}";
        return words.Length <= TaskEdit.LongestText ? words : $"{words[..(TaskEdit.LongestText - 1)]}…";
    }
}
