using MeshReadiness.Core.Scanning;
using Quartz;

namespace MeshReadiness.Web.Features.Scans;

/// <summary>What the scheduler does when a scan is due.</summary>
internal sealed class ScheduledScan(ScanCoordinator coordinator) : IJob
{
    public static JobKey Key { get; } = new("scan");

    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        coordinator.StartOrJoin(ScanTrigger.Schedule, Actor.Portal);
        return ValueTask.CompletedTask;
    }
}
