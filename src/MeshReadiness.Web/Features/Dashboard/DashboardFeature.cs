using MeshReadiness.Web.Features.Snapshots;
using MeshReadiness.Web.Hosting;

namespace MeshReadiness.Web.Features.Dashboard;

/// <summary>The numbers, for pages and programs.</summary>
internal static class DashboardFeature
{
    public static IServiceCollection AddDashboard(this IServiceCollection services) => services.AddSingleton<ReadinessBreakdown>();

    public static void MapDashboard(this RouteGroupBuilder api) => api.MapGet("/readiness", (
        CurrentSnapshot snapshots, CancellationToken cancellationToken) => snapshots.AnswerAsync(
            view => new { snapshot = view.Head.Id, asOf = view.Head.EndedAt, view.Report.Anyone, view.Report.Experiences, view.Report.Reasons },
            cancellationToken))
        .RequireAuthorization(Policies.ReadNumbers).WithTags("Readiness");
}
