using System.Globalization;
using MeshReadiness.Core.Rollouts;
using MeshReadiness.Web.Components;
using MeshReadiness.Web.Hosting;

namespace MeshReadiness.Web.Features.Rollouts;

/// <summary>All tasks of a rollout as a spreadsheet: what to do, who, until when, how it stands and why.</summary>
internal static class TaskSheet
{
    private static readonly string[] Columns =
    [
        "Step", "Id", "Task", "Severity", "State", "Why", "Owner", "Due", "Due is suggested", "Overdue", "Waits for", "Function", "Role", "Proven", "Fresh until", "Source",
    ];

    public static IResult Of(RolloutView view) => Csv.File(
        $"rollout-{view.Rollout.Id}-tasks.csv",
        Columns,
        view.Standing.Steps.SelectMany(step => step.Tasks.Select(task => Cells(step, task))));

    private static IEnumerable<string> Cells(RolloutStep step, RolloutTask task) =>
    [
        $"{step.Step.Number}. {step.Step.Title}", task.Task.Id, task.Task.Title, Format.Word(task.Task.Severity), Format.Word(task.State), task.Sentence,
        task.Work.Owner?.DisplayName ?? "", Day(task.Due), YesNo(task.IsDueSuggested), YesNo(task.IsOverdue), string.Join("; ", task.WaitsFor),
        task.Task.Function, task.Task.Role ?? "", Moment(task.Proof.At), Moment(task.Proof.FreshUntil), task.Task.Source,
    ];

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static string Moment(DateTimeOffset? at) => at?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture) ?? "";

    private static string YesNo(bool isSo) => isSo ? "yes" : "no";
}
