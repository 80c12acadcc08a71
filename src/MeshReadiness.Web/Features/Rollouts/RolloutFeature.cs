using System.Collections.Immutable;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Readiness;
using MeshReadiness.Core.Rollouts;
using MeshReadiness.Core.Scanning;
using MeshReadiness.Data;
using MeshReadiness.Playbooks;
using MeshReadiness.Web.Features.Snapshots;
using MeshReadiness.Web.Hosting;

namespace MeshReadiness.Web.Features.Rollouts;

/// <summary>The steps and tasks with their proof.</summary>
internal static class RolloutFeature
{
    public static IServiceCollection AddRollout(this IServiceCollection services) => services
        .AddSingleton(provider => PlaybookShelf.With(provider.GetRequiredService<Playbook>(), PlaybookLibrary.All) with { Editions = PlaybookLibrary.Editions })
        .AddSingleton<RolloutBell>()
        .AddHostedService<RolloutEcho>()
        .AddSingleton(provider => new RolloutCopies(
            provider.GetRequiredService<RolloutTransfer>(),
            provider.GetRequiredService<PlaybookShelf>(),
            provider.GetRequiredService<RolloutEditions>(),
            provider.GetRequiredService<RolloutBell>(),
            provider.GetRequiredService<TimeProvider>()))
        .AddSingleton(provider => new RolloutEditions(
            provider.GetRequiredService<RolloutStore>(),
            provider.GetRequiredService<PlaybookEditions>(),
            provider.GetRequiredService<AuditStore>(),
            provider.GetRequiredService<PlaybookShelf>(),
            provider.GetRequiredService<RolloutBell>(),
            provider.GetRequiredService<TimeProvider>()))
        .AddSingleton(provider => new RolloutDesk(
            provider.GetRequiredService<RolloutStore>(),
            provider.GetRequiredService<CommentStore>(),
            provider.GetRequiredService<SnapshotStore>(),
            provider.GetRequiredService<PlaybookShelf>(),
            provider.GetRequiredService<RolloutBell>(),
            provider.GetRequiredService<TimeProvider>()))
        .AddSingleton(provider => new EvidenceIntake(
            provider.GetRequiredService<CurrentSnapshot>(), provider.GetRequiredService<TimeProvider>()))
        .AddSingleton<FindDecisionAid>(provider => (playbookId, decisionId) =>
            provider.GetRequiredService<PlaybookShelf>().Find(playbookId)?.Decisions.FirstOrDefault(aid => aid.Id == decisionId))
        .AddSingleton<NoteDesk<Outreach>>()
        .AddSingleton<NoteDesk<Decision>>()
        .AddScoped<UndoOffers>();

    /// <summary>Makes a first rollout where there is none, and brings those that there are up to date.</summary>
    public static async Task PrepareRolloutAsync(this WebApplication app)
    {
        await app.Services.GetRequiredService<RolloutDesk>().PrepareAsync(CancellationToken.None);
        await app.Services.GetRequiredService<RolloutEditions>().PrepareAsync(CancellationToken.None);
    }

    public static void MapRollout(this RouteGroupBuilder api)
    {
        var rollouts = api.MapGroup("").RequireAuthorization(Policies.Administer).WithTags("Rollout");
        rollouts.MapGet("/rollouts", async (RolloutDesk desk, CancellationToken cancellationToken) => await desk.ListAsync(cancellationToken));
        rollouts.MapGet("/rollouts/{id:guid}", async (Guid id, RolloutDesk desk, CancellationToken cancellationToken) =>
            (await desk.OpenAsync(id, cancellationToken)).Map(RolloutAnswer.Of).ToHttp());
        rollouts.MapGet("/rollouts/{id:guid}/tasks.csv", async (Guid id, RolloutDesk desk, CancellationToken cancellationToken) =>
            await desk.OpenAsync(id, cancellationToken) is var opened && opened.TryGet(out var view) ? TaskSheet.Of(view) : opened.Problem.ToHttp());
        rollouts.MapGet("/rollout/steps", async (Guid? rollout, RolloutDesk desk, CancellationToken cancellationToken) =>
            Steps(await desk.OpenAsync(rollout, cancellationToken)));
    }

    // Before the first snapshot nothing is proven and nothing can be; saying so beats a list of open tasks.
    private static IResult Steps(Result<RolloutView> opened) =>
        !opened.TryGet(out var view) ? opened.Problem.ToHttp()
        : view.Snapshot is null ? SnapshotsFeature.None.ToHttp()
        : Results.Ok(view.Standing.Steps.Select(StepAnswer.Of));

    private sealed record RolloutAnswer(Rollout Rollout, IEnumerable<StepAnswer> Steps)
    {
        public static RolloutAnswer Of(RolloutView view) => new(view.Rollout, view.Standing.Steps.Select(StepAnswer.Of));
    }

    private sealed record StepAnswer(
        int Number, string Title, TaskState State, int Done, int Applicable, int Overdue, string? HeldBackBy, IEnumerable<TaskAnswer> Tasks)
    {
        public static StepAnswer Of(RolloutStep step) => new(
            step.Step.Number, step.Step.Title, step.State, step.Count(TaskState.Done), step.Applicable, step.Overdue, step.HeldBackBy?.Task.Id,
            step.Tasks.Select(TaskAnswer.Of));
    }

    private sealed record TaskAnswer(
        string Id, string Title, Severity Severity, TaskState State, string Sentence, Actor? Owner, DateOnly? Due, bool IsDueSuggested, bool IsOverdue,
        ImmutableArray<string> WaitsFor, bool IsHint, int Version)
    {
        public static TaskAnswer Of(RolloutTask task) => new(
            task.Task.Id, task.Task.Title, task.Task.Severity, task.State, task.Sentence, task.Work.Owner, task.Due, task.IsDueSuggested, task.IsOverdue,
            task.WaitsFor, task.Answer?.Result.IsHint is true, task.Work.Version);
    }
}
