using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Readiness;
using MeshReadiness.Data;
using MeshReadiness.Playbooks;
using MeshReadiness.Web.Features.Snapshots;
using MeshReadiness.Web.Hosting;

namespace MeshReadiness.Web.Features.Rollouts;

/// <summary>The steps and tasks with their proof.</summary>
internal static class RolloutFeature
{
    public static IServiceCollection AddRollout(this IServiceCollection services) => services
        .AddSingleton(_ => new PlaybookShelf(PlaybookLibrary.All))
        .AddSingleton<RolloutBell>()
        .AddSingleton(provider => new RolloutDesk(
            provider.GetRequiredService<RolloutStore>(),
            provider.GetRequiredService<SnapshotStore>(),
            provider.GetRequiredService<PlaybookShelf>(),
            provider.GetRequiredService<RolloutBell>(),
            provider.GetRequiredService<TimeProvider>()));

    /// <summary>Makes a first rollout where there is none.</summary>
    public static Task PrepareRolloutAsync(this WebApplication app) =>
        app.Services.GetRequiredService<RolloutDesk>().PrepareAsync(CancellationToken.None);

    public static void MapRollout(this RouteGroupBuilder api) => api.MapGet("/rollout/steps", (
        CurrentSnapshot snapshots, Playbook playbook, CancellationToken cancellationToken) =>
            snapshots.AnswerAsync(view => StepStanding.Of(playbook, view.Report.Checks).Select(StepAnswer.Of), cancellationToken))
        .RequireAuthorization(Policies.Administer).WithTags("Rollout");

    private sealed record StepAnswer(int Number, string Title, TaskState State, int Done, int Applicable, IEnumerable<TaskAnswer> Tasks)
    {
        public static StepAnswer Of(StepStanding step) => new(
            step.Step.Number, step.Step.Title, step.State, step.Count(TaskState.Done), step.Applicable, step.Tasks.Select(TaskAnswer.Of));
    }

    private sealed record TaskAnswer(string Id, string Title, Severity Severity, TaskState State, string Sentence, bool IsHint)
    {
        public static TaskAnswer Of(TaskStanding task) =>
            new(task.Task.Id, task.Task.Title, task.Task.Severity, task.State, task.Sentence, task.Result?.IsHint is true);
    }
}
