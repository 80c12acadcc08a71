using System.Threading.Channels;
using Quartz;

namespace MeshReadiness.Integration.Tests.Scheduling;

/// <summary>Hears what a portal's scheduler fires and what it complains about.</summary>
internal sealed class Firings : IJobListener, ISchedulerListener
{
    private readonly Channel<string> _ended = Channel.CreateUnbounded<string>();
    private readonly TaskCompletionSource _troubled = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Done once the scheduler could not do something.</summary>
    public Task Troubled => _troubled.Task;

    /// <summary>The triggers of the next so many firings that have ended, in order of their names.</summary>
    public async Task<IReadOnlyList<string>> EndedAsync(int count)
    {
        var names = new List<string>();

        while (names.Count < count)
        {
            names.Add(await _ended.Reader.ReadAsync(TestContext.Current.CancellationToken));
        }

        return [.. names.Order(StringComparer.Ordinal)];
    }

    ValueTask IJobListener.JobWasExecuted(IJobExecutionContext context, JobExecutionException? jobException, CancellationToken cancellationToken)
    {
        _ended.Writer.TryWrite(context.Trigger.Key.Name);
        return ValueTask.CompletedTask;
    }

    ValueTask ISchedulerListener.SchedulerError(IScheduler scheduler, SchedulerErrorContext context, CancellationToken cancellationToken)
    {
        _troubled.TrySetResult();
        return ValueTask.CompletedTask;
    }
}
