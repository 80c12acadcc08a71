using MeshReadiness.Core.Outcomes;
using MeshReadiness.Data;
using MeshReadiness.Web.Hosting;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

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
        scans.MapGet("/next", async (ScanSchedule schedule, CancellationToken cancellationToken) =>
            TypedResults.Ok(await schedule.NextAsync(cancellationToken))).RequireAuthorization(Policies.AnyRole);
        scans.MapGet("/running", (ScanCoordinator coordinator) => coordinator.Progress is { } progress
            ? Results.Ok(progress)
            : new Problem(ProblemKind.NotFound, "No scan is running.").ToHttp()).RequireAuthorization(Policies.AnyRole);
        scans.MapPost("/", StartAsync).Accepts<ScanWish>(isOptional: true, "application/json")
            .Produces(StatusCodes.Status202Accepted).ProducesProblem(StatusCodes.Status400BadRequest).RequireAuthorization(Policies.Administer);
        scans.MapDelete("/running", async (ScanControl control, HttpContext context, CancellationToken cancellationToken) =>
            await control.CancelAsync(context.User.ToActor(), cancellationToken)
                ? Results.NoContent()
                : new Problem(ProblemKind.NotFound, "No scan is running.").ToHttp()).RequireAuthorization(Policies.Administer);
    }

    private static async Task<IResult> StartAsync(
        ScanControl control, IOptions<JsonOptions> json, HttpContext context, CancellationToken cancellationToken)
    {
        var asked = await ScanWish.ReadKindAsync(context.Request, json.Value.SerializerOptions, cancellationToken);

        return asked.TryGet(out var kind)
            ? TypedResults.Accepted("/api/v1/scans/running", new { started = await control.StartAsync(kind, context.User.ToActor(), cancellationToken) })
            : asked.Problem.ToHttp();
    }
}
