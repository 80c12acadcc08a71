using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Playbooks;

namespace MeshReadiness.Core.Rollouts;

/// <summary>
/// What the decisions in an exported rollout have to be. Ids are compared with the playbook's edition that is here; a rollout
/// of an earlier one may name things that have gone since, and keeps them.
/// </summary>
internal static class DecisionRules
{
    public static Problem? WhyNot(RolloutFile file, Playbook playbook)
    {
        var isOfThisEdition = file.Rollout.PlaybookVersion == playbook.Version;

        return file.Decisions.GroupBy(decision => decision.DecisionId).FirstOrDefault(group => group.Count() > 1) is { } twice
            ? Refused($"The decision {twice.Key} is in the file twice.")
            : file.Decisions.Select(WhyNotKept).FirstOrDefault(problem => problem is not null)
                ?? (isOfThisEdition ? file.Decisions.Select(decision => WhyNotKnown(decision, playbook)).FirstOrDefault(problem => problem is not null) : null);
    }

    private static Problem? WhyNotKnown(Decision decision, Playbook playbook) =>
        playbook.Decisions.FirstOrDefault(one => one.Id == decision.DecisionId) is { } aid
            ? DecisionEdit.WhyNot(decision, aid)
            : Refused($"The playbook {playbook.Id} has no decision {decision.DecisionId}.");

    private static Problem? WhyNotKept(Decision decision)
    {
        var ids = decision.Answers.SelectMany(answer => new[] { answer.Key, answer.Value }).Append(decision.DecisionId).Append(decision.Taken?.Outcome ?? decision.DecisionId);
        return ids.Any(id => id is not { Length: > 0 and <= DecisionEdit.LongestId })
                ? Refused($"An id in the decision {Short(decision.DecisionId)} is empty or longer than {DecisionEdit.LongestId} characters.")
            : decision.Taken is { } taken ? DecisionEdit.WhyNotReasons(taken.Reasons.Trim())
            : null;
    }

    private static string Short(string id) => id.Length <= DecisionEdit.LongestId ? id : $"{id[..DecisionEdit.LongestId]}…";

    private static Problem Refused(string sentence) => new(ProblemKind.Invalid, sentence);
}
