using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Scanning;
using MeshReadiness.Data;
using MeshReadiness.Web.Hosting;
using Microsoft.Extensions.Options;
using Quartz;

namespace MeshReadiness.Web.Features.Scans;

/// <summary>Reading the tenant: at first start, on demand, and when it is due.</summary>
internal static class ScansFeature
{
    public static void AddScans(this WebApplicationBuilder builder)
    {
        builder.Services
            .AddOptionsWithValidateOnStart<ScanOptions, ScanOptionsValidator>()
            .BindConfiguration(ScanOptions.Section);
        builder.Services
            .AddSingleton<ScanCoordinator>()
            .AddScoped<Scan>()
            .AddScoped<ScanControl>()
            .AddHostedService<ScanWorker>()
            .AddQuartz(quartz => quartz
                .AddJob<ScheduledScan>(job => job.WithIdentity(ScheduledScan.Key))
                .AddTrigger<ScheduledScan>((services, trigger) => trigger.ForJob(ScheduledScan.Key).WithCronSchedule(
                    services.GetRequiredService<IOptions<ScanOptions>>().Value.Schedule, cron => cron.InTimeZone(TimeZoneInfo.Utc))))
            .AddQuartzHostedService(quartz => quartz.WaitForJobsToComplete = true);
    }

    public static void MapScans(this RouteGroupBuilder api)
    {
        var scans = api.MapGroup("/scans").WithTags("Scans");
        scans.MapGet("/", async (SnapshotStore snapshots, CancellationToken cancellationToken) =>
            TypedResults.Ok(await snapshots.RecentScansAsync(50, cancellationToken))).RequireAuthorization(Policies.Administer);
        scans.MapGet("/running", (ScanCoordinator coordinator) => coordinator.Progress is { } progress
            ? Results.Ok(progress)
            : new Problem(ProblemKind.NotFound, "No scan is running.").ToHttp()).RequireAuthorization(Policies.AnyRole);
        scans.MapPost("/", async (ScanControl control, HttpContext context, CancellationToken cancellationToken) =>
            TypedResults.Accepted("/api/v1/scans/running", new { started = await control.StartAsync(context.User.ToActor(), cancellationToken) }))
            .RequireAuthorization(Policies.Administer);
        scans.MapDelete("/running", async (ScanControl control, HttpContext context, CancellationToken cancellationToken) =>
            await control.CancelAsync(context.User.ToActor(), cancellationToken)
                ? Results.NoContent()
                : new Problem(ProblemKind.NotFound, "No scan is running.").ToHttp()).RequireAuthorization(Policies.Administer);
    }
}

/// <summary>Starts and cancels scans for people, and leaves a record of who did.</summary>
public sealed class ScanControl(ScanCoordinator coordinator, AuditStore audit)
{
    /// <summary>Starts a scan, or joins the one that runs; tells which.</summary>
    public async Task<bool> StartAsync(Actor actor, CancellationToken cancellationToken)
    {
        var started = coordinator.StartOrJoin(ScanTrigger.Manual, actor);
        await audit.AppendAsync(actor, started ? "scan.started" : "scan.joined", "scan", null, cancellationToken);
        return started;
    }

    /// <summary>Cancels the running scan, if there is one.</summary>
    public async Task<bool> CancelAsync(Actor actor, CancellationToken cancellationToken)
    {
        var cancelled = coordinator.Cancel();

        if (cancelled)
        {
            await audit.AppendAsync(actor, "scan.cancelled", "scan", null, cancellationToken);
        }

        return cancelled;
    }
}
