using MeshReadiness.Core.Playbooks;

namespace MeshReadiness.Core.Tests.Rollouts;

/// <summary>A second way to weigh answers, one step after the other, to compare with.</summary>
internal sealed class NaiveWeighing
{
    public NaiveWeighing(DecisionAid aid, IReadOnlyDictionary<string, string> answers)
    {
        foreach (var outcome in aid.Outcomes)
        {
            For[outcome.Id] = [];
        }

        var chosen = new HashSet<string>();

        foreach (var question in aid.Questions)
        {
            var isAnswered = false;

            foreach (var option in question.Options)
            {
                if (answers.ContainsKey(question.Id) && answers[question.Id] == option.Id)
                {
                    isAnswered = true;
                    chosen.Add(option.Id);
                    (option.SpeaksFor is null ? Neutral : For[option.SpeaksFor]).Add(option.Because);
                }
            }

            if (!isAnswered)
            {
                Open.Add(question.Id);
            }
        }

        foreach (var warning in aid.Warnings)
        {
            var applies = warning.After.Length == 0;

            foreach (var option in warning.After)
            {
                applies |= chosen.Contains(option);
            }

            if (applies)
            {
                Warnings.Add(warning.Id);
            }
        }

        var most = 0;

        foreach (var outcome in aid.Outcomes)
        {
            var count = For[outcome.Id].Count;

            if (count > most)
            {
                most = count;
                Ahead.Clear();
            }

            if (count == most && count > 0)
            {
                Ahead.Add(outcome.Id);
            }
        }
    }

    public Dictionary<string, List<string>> For { get; } = [];

    public List<string> Neutral { get; } = [];

    public List<string> Open { get; } = [];

    public List<string> Warnings { get; } = [];

    public List<string> Ahead { get; } = [];
}
