using System.Collections.Immutable;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Graph;

/// <summary>
/// Asks topic by topic and keeps what came of each. After a problem that ends the reading nothing more is asked: what is
/// out of reach now stays so for the retries of all topics to come.
/// </summary>
internal sealed class TopicReader(TimeProvider time, Problem? fatal)
{
    private readonly Lock _gate = new();
    private readonly List<TopicReading> _readings = [];

    /// <summary>What came of the topics so far, in their order.</summary>
    public ImmutableArray<TopicReading> Readings
    {
        get
        {
            lock (_gate)
            {
                return [.. _readings.OrderBy(reading => reading.Topic)];
            }
        }
    }

    public async Task<Result<T>> AskAsync<T>(TenantTopic topic, Func<Task<Result<T>>> ask, Func<T, int> count)
    {
        var answer = (fatal ?? TenantSurvey.FirstFatal(Readings)) is { } end ? end : await ask();
        Keep(TenantSurvey.Reading(topic, answer.Map(count), time));
        return answer;
    }

    /// <summary>Takes over what came of a topic earlier.</summary>
    public void Keep(TopicReading reading)
    {
        lock (_gate)
        {
            _readings.Add(reading);
        }
    }
}
