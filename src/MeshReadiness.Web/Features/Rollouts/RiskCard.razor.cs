using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Rollouts;
using MeshReadiness.Core.Scanning;
using MeshReadiness.Data;
using Microsoft.AspNetCore.Components;

namespace MeshReadiness.Web.Features.Rollouts;

/// <summary>The risk of leaving a task undone: one admin asks, another approves, either takes it back.</summary>
public sealed partial class RiskCard
{
    private const int SuggestedDays = 90;

    private TaskWork? _seen;
    private string _because = "";
    private DateOnly? _until;
    private bool _isOpen;
    private SaveOutcome? _outcome;

    /// <summary>The task.</summary>
    [Parameter, EditorRequired] public required RolloutTask Task { get; set; }

    /// <summary>Who looks at the page.</summary>
    [Parameter, EditorRequired] public required Actor Me { get; set; }

    /// <summary>Today.</summary>
    [Parameter, EditorRequired] public DateOnly Today { get; set; }

    /// <summary>Stores a change.</summary>
    [Parameter, EditorRequired] public required Func<TaskWish, Task<Result<TaskChange>>> Save { get; set; }

    private string Word(RiskAcceptance risk) =>
        risk.IsInForce(Today) ? "Accepted" : risk.IsPending(Today) ? "Waits for another admin" : "Ran out, and doesn't count any more";

    private void Open() => (_isOpen, _seen, _until) = (true, Task.Work, Today.AddDays(SuggestedDays));

    private void Close() => (_isOpen, _seen, _because) = (false, null, "");

    private async Task AskAsync()
    {
        if (_until is not { } until)
        {
            _outcome!.Refuse("Name the day until which the risk is accepted.");
            return;
        }

        var because = _because;
        await _outcome!.TryAsync(new(
            _seen ?? Task.Work, "riskAsked", $"{Task.Task.Title}: asked to accept the risk.",
            (work, moment) => TaskEdit.AskForRisk(work, because, until, moment)));
    }

    private Task ApproveAsync() => _outcome!.TryAsync(new(Task.Work, "riskApproved", $"{Task.Task.Title}: risk approved.", TaskEdit.ApproveRisk));

    private Task WithdrawAsync() =>
        _outcome!.TryAsync(new(Task.Work, "riskWithdrawn", $"{Task.Task.Title}: risk taken back.", (work, _) => TaskEdit.WithdrawRisk(work)));
}
