using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Readiness;
using MeshReadiness.Web.Features.Snapshots;
using MeshReadiness.Web.Hosting;

namespace MeshReadiness.Web.Features.Rollout;

/// <summary>The steps and tasks with their proof.</summary>
internal static class RolloutFeature
{
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
