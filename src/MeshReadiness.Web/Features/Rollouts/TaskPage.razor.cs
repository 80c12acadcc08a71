using System.Collections.Immutable;
using MeshReadiness.Core.Audit;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Data;
using MeshReadiness.Web.Features.Audit;
using Microsoft.AspNetCore.Components;

namespace MeshReadiness.Web.Features.Rollouts;

/// <summary>One task with everything that is known, said and done about it.</summary>
public sealed partial class TaskPage(AuditStore audit)
{
    private const int LinesAtFirst = 20, CommentsAtFirst = 30;
    private const int Most = 1000;

    private LatestComments _comments = LatestComments.None;
    private ImmutableArray<AuditLine> _history = [];
    private string? _loaded;
    private int _lines = LinesAtFirst, _talk = CommentsAtFirst;
    private bool _isMore;

    /// <summary>The task's stable id.</summary>
    [Parameter] public required string Id { get; set; }

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        if (_loaded is not null && _loaded != Id)
        {
            (_lines, _talk) = (LinesAtFirst, CommentsAtFirst);
            await ReloadAsync();
        }

        await base.OnParametersSetAsync();
    }

    /// <inheritdoc />
    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        var id = _loaded = Id;
        await base.LoadAsync(cancellationToken);

        if (View is not { } view)
        {
            return;
        }

        var comments = await Desk.CommentsAsync(view.Rollout.Id, id, _talk, cancellationToken);
        var take = _lines;
        var history = await audit.FindAsync(new(view.Rollout.Id, Subject: id, Take: take + 1), cancellationToken);

        if (!cancellationToken.IsCancellationRequested)
        {
            (_comments, _history, _isMore) = (comments, [.. history.Take(take)], history.Length > take);
        }
    }

    private string? DecisionAddress => Playbook.Decisions.FirstOrDefault(aid => aid.Task == Id) is { } aid ? Links.Decision(aid.Id) : null;

    private async Task<Problem?> CommentAsync(string text)
    {
        var rolloutId = View!.Rollout.Id;
        var said = await WhileSavingAsync(() => Desk.CommentAsync(rolloutId, Id, text, Me, CancellationToken.None));

        if (said.TryGet(out var comment))
        {
            var desk = Desk;
            Offers.Say(new("Your comment: added.", async (actor, cancellationToken) =>
            {
                var taken = await desk.TakeCommentBackAsync(rolloutId, comment.Id, actor, cancellationToken);
                return taken.Succeeded ? null : taken.Problem;
            }));
        }

        await ReloadAsync();
        StateHasChanged();
        return said.Succeeded ? null : said.Problem;
    }

    private async Task UndoAsync(AuditLine line)
    {
        Offers.Say(new(AuditWords.Of(line.Entry.Action), UndoOf(View!.Rollout.Id, [line.Number])));
        await Offers.UndoAsync(Me, CancellationToken.None);
        await ReloadAsync();
    }

    private Task ShowAllLinesAsync()
    {
        _lines = Most;
        return ReloadAsync();
    }

    private Task ShowAllCommentsAsync()
    {
        _talk = Most;
        return ReloadAsync();
    }
}
