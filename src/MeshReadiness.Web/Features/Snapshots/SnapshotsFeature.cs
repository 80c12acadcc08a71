using MeshReadiness.Core.Outcomes;
using MeshReadiness.Web.Hosting;

namespace MeshReadiness.Web.Features.Snapshots;

/// <summary>The current snapshot, for pages and programs.</summary>
internal static class SnapshotsFeature
{
    /// <summary>What an endpoint answers before the first scan has finished.</summary>
    public static Problem None { get; } = new(ProblemKind.NotFound, "There is no snapshot yet. Wait for the first scan, or start one.");

    public static IServiceCollection AddSnapshots(this IServiceCollection services) => services.AddSingleton<CurrentSnapshot>();

    public static void MapSnapshots(this RouteGroupBuilder api) => api.MapGet("/snapshot", async (CurrentSnapshot snapshots, CancellationToken cancellationToken) =>
        await snapshots.GetAsync(cancellationToken) is { } view ? Results.Ok(view.Head) : None.ToHttp())
        .RequireAuthorization(Policies.AnyRole).WithTags("Snapshot");

    /// <summary>Answers from the current snapshot, or says that there is none.</summary>
    public static async Task<IResult> AnswerAsync<T>(this CurrentSnapshot snapshots, Func<SnapshotView, T> answer, CancellationToken cancellationToken) =>
        await snapshots.GetAsync(cancellationToken) is { } view ? Results.Ok(answer(view)) : None.ToHttp();
}
