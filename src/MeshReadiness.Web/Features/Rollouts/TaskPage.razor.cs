using MeshReadiness.Core.Audit;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Data;
using Microsoft.AspNetCore.Components;

namespace MeshReadiness.Web.Features.Rollouts;

/// <summary>One task with everything that is known, said and done about it.</summary>
public sealed partial class TaskPage(AuditStore audit)
{
    private const int CommentsAtFirst = 30;
    private const int Most = 1000;

    private readonly ShownHistory _history = new(audit);
    private LatestComments _comments = LatestComments.None;
    private int _talk = CommentsAtFirst;

    /// <summary>The task's stable id.</summary>
    [Parameter] public required string Id { get; set; }

    /// <inheritdoc />
    protected override string? Thing => Id;

    /// <inheritdoc />
    protected override void Forget()
    {
        _history.Forget();
        (_comments, _talk) = (LatestComments.None, CommentsAtFirst);
    }

    /// <inheritdoc />
    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        var id = Id;
        await base.LoadAsync(cancellationToken);

        if (View is not { } view)
        {
            return;
        }

        var comments = await Desk.CommentsAsync(view.Rollout.Id, id, _talk, cancellationToken);
        await _history.LoadAsync(view.Rollout.Id, id, cancellationToken);

        if (!cancellationToken.IsCancellationRequested)
        {
            _comments = comments;
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

    private Task UndoAsync(AuditLine line) => UndoAsync(line, UndoOf(View!.Rollout.Id, [line.Number]));

    private Task ShowAllLinesAsync()
    {
        _history.ShowMore();
        return ReloadAsync();
    }

    private Task ShowAllCommentsAsync()
    {
        _talk = Most;
        return ReloadAsync();
    }
}
