using System.Collections.Immutable;
using MeshReadiness.Core.Rollouts;
using MeshReadiness.Web.Components;

namespace MeshReadiness.Web.Features.Rollouts;

/// <summary>Something about a task that differs between two moments.</summary>
/// <param name="What">What it is.</param>
/// <param name="Before">As it was.</param>
/// <param name="After">As it became.</param>
public sealed record WorkDifference(string What, string Before, string After);

/// <summary>What people say about a task, as the screens write it.</summary>
internal static class WorkWords
{
    public const string Nobody = "nobody";

    public static string Of(TaskIntent intent) => intent switch
    {
        TaskIntent.InProgress => "In progress",
        TaskIntent.Blocked => "Blocked",
        TaskIntent.NotApplicable => "Not applicable",
        _ => "Open",
    };

    /// <summary>Whether people have to say why.</summary>
    public static bool NeedsReason(TaskIntent intent) => intent is TaskIntent.Blocked or TaskIntent.NotApplicable;

    public static string Of(EvidenceSource source) => source switch
    {
        EvidenceSource.Attestation => "A person's word",
        EvidenceSource.Upload => "A file",
        EvidenceSource.Decision => "A decision on record",
        _ => "An export",
    };

    public static string Of(RiskAcceptance? risk) => risk switch
    {
        null => "none",
        { ApprovedBy: { } approver } => $"accepted until {Format.Day(risk.ExpiresOn)}, approved by {approver.DisplayName}: {risk.Because}",
        _ => $"{risk.AskedBy.DisplayName} asks to accept it until {Format.Day(risk.ExpiresOn)}: {risk.Because}",
    };

    /// <summary>What differs, in the order in which a page shows it.</summary>
    public static ImmutableArray<WorkDifference> Differences(TaskWork before, TaskWork after) =>
    [
        .. new WorkDifference[]
        {
            new("Owner", before.Owner?.DisplayName ?? Nobody, after.Owner?.DisplayName ?? Nobody),
            new("Due", Due(before), Due(after)),
            new("State", State(before), State(after)),
            new("Risk", Of(before.Risk), Of(after.Risk)),
        }.Where(difference => difference.Before != difference.After),
        .. after.Evidence.ExceptBy(before.Evidence.Select(one => one.Id), one => one.Id).Select(one => new WorkDifference("Evidence", "none", Proof(one))),
        .. before.Evidence.ExceptBy(after.Evidence.Select(one => one.Id), one => one.Id).Select(one => new WorkDifference("Evidence", Proof(one), "taken back")),
    ];

    private static string Due(TaskWork work) => work.Due is { } day ? Format.Day(day) : "as suggested";

    private static string State(TaskWork work) => work.Because is { } because ? $"{Of(work.Intent)}: {because}" : Of(work.Intent);

    private static string Proof(Evidence evidence) => $"{evidence.By.DisplayName}: {evidence.Words}";
}
