using MeshReadiness.Core.Outcomes;
using MeshReadiness.Data;
using MeshReadiness.Web.Hosting;

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
            .AddSingleton<ScanQueue>()
            .AddSingleton<ScanSchedule>()
            .AddScoped<Scan>()
            .AddScoped<ScanStages>()
            .AddScoped<ScanPatience>()
            .AddScoped(provider => new ScanControl(provider.GetRequiredService<ScanQueue>(), provider.GetRequiredService<AuditStore>()))
            .AddHostedService<ScanSchedulerStart>()
            .AddScheduler();
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
