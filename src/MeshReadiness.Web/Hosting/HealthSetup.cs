using MeshReadiness.Data;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace MeshReadiness.Web.Hosting;

/// <summary>Two probes: alive at all, and able to serve. Neither asks Microsoft Graph.</summary>
internal static class HealthSetup
{
    private const string Ready = "ready";

    public static IServiceCollection AddHealth(this IServiceCollection services) =>
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database", tags: [Ready]).Services;

    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new() { Predicate = check => check.Tags.Contains(Ready), ResponseWriter = WriteAsync }).AllowAnonymous();
    }

    // What is wrong stands in the log; somebody who isn't signed in learns only that something is.
    private static Task WriteAsync(HttpContext context, HealthReport report) => context.Response.WriteAsJsonAsync(new
    {
        status = report.Status.ToString(),
        lastScan = report.Entries.Values.SelectMany(entry => entry.Data)
            .Where(pair => pair.Key == DatabaseHealth.LastScan).Select(pair => pair.Value).FirstOrDefault(),
    });

    private sealed class DatabaseHealth(DatabaseProbe probe, SnapshotStore snapshots) : IHealthCheck
    {
        public const string LastScan = "lastScan";

        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken)
        {
            var answer = await probe.CheckAsync(cancellationToken);

            if (!answer.Succeeded)
            {
                return HealthCheckResult.Unhealthy(answer.Problem.Detail);
            }

            var current = await snapshots.CurrentAsync(cancellationToken);
            return HealthCheckResult.Healthy(data: current?.EndedAt is { } at ? new Dictionary<string, object> { [LastScan] = at } : null);
        }
    }
}
