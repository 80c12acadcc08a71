using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Rollouts;
using MeshReadiness.Core.Scanning;
using MeshReadiness.Data;

namespace MeshReadiness.Web.Features.Rollouts;

/// <summary>Takes rollouts out as files and in again, and copies them.</summary>
public sealed class RolloutCopies
{
    /// <summary>How large a file may be that is taken in: evidence makes files large.</summary>
    public const int LargestFile = 100 * 1024 * 1024;

    private readonly RolloutTransfer _transfer;
    private readonly PlaybookShelf _playbooks;
    private readonly RolloutEditions _editions;
    private readonly RolloutBell _bell;
    private readonly TimeProvider _time;

    internal RolloutCopies(RolloutTransfer transfer, PlaybookShelf playbooks, RolloutEditions editions, RolloutBell bell, TimeProvider time) =>
        (_transfer, _playbooks, _editions, _bell, _time) = (transfer, playbooks, editions, bell, time);

    /// <summary>A rollout as a document.</summary>
    public async Task<Result<RolloutFile>> TakeOutAsync(Guid id, CancellationToken cancellationToken) =>
        await _transfer.TakeOutAsync(id, cancellationToken) is { } file ? file : RolloutStore.NoRollout;

    /// <summary>Takes a document in as a rollout of its own.</summary>
    public async Task<Result<Rollout>> TakeInAsync(string document, Actor actor, CancellationToken cancellationToken) =>
        RolloutFile.Read(document, _playbooks.All) is var read && read.TryGet(out var file)
            ? await AddAsync(file, "imported", null, actor, cancellationToken)
            : read.Problem;

    /// <summary>Copies a rollout under another name: owners, dates, evidence and comments go along, the history begins anew.</summary>
    public async Task<Result<Rollout>> CopyAsync(Guid id, string name, Actor actor, CancellationToken cancellationToken) =>
        name.Trim() is not { Length: > 0 and <= RolloutEdit.LongestName } kept
            ? new Problem(ProblemKind.Invalid, $"The name has {name.Trim().Length} characters; give one of 1 to {RolloutEdit.LongestName}.")
            : await _transfer.TakeOutAsync(id, cancellationToken) is { } file
                ? await AddAsync(file with { Rollout = file.Rollout with { Name = kept, IsArchived = false, Version = 1 }, History = [] }, "cloned", null, actor, cancellationToken)
                : RolloutStore.NoRollout;

    /// <summary>What would go along if a rollout moved on to the playbook of its product's successor.</summary>
    public async Task<Result<RolloutMove>> PlanMoveAsync(Guid id, CancellationToken cancellationToken) =>
        (await MoveOfAsync(id, cancellationToken)).Map(move => move.Plan);

    /// <summary>Begins a rollout of the successor's playbook that goes on from this one. This one stays as it is.</summary>
    public async Task<Result<Rollout>> MoveAsync(Guid id, RolloutWish wish, Actor actor, CancellationToken cancellationToken)
    {
        if (!(await MoveOfAsync(id, cancellationToken) is var move && move.TryGet(out var planned)))
        {
            return move.Problem;
        }

        var begun = RolloutEdit.Begin(id, planned.To, wish, new(actor, _time.GetUtcNow()));
        return begun.TryGet(out var rollout)
            ? await AddAsync(planned.Plan.Begin(rollout, planned.File), "moved", $"From {planned.File.Rollout.Name}.", actor, cancellationToken)
            : begun;
    }

    private async Task<Result<PlannedMove>> MoveOfAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await _transfer.TakeOutAsync(id, cancellationToken) is not { } file || _playbooks.Find(file.Rollout.PlaybookId) is not { } from)
        {
            return RolloutStore.NoRollout;
        }

        return _playbooks.SuccessorOf(from) is { } to
            ? new PlannedMove(file, to, RolloutMove.Plan(file, from, to, _time.GetUtcNow()))
            : new Problem(ProblemKind.Invalid, $"{from.Name} has no successor to move on to.");
    }

    private async Task<Result<Rollout>> AddAsync(
        RolloutFile file, string action, string? detail, Actor actor, CancellationToken cancellationToken)
    {
        var moment = new Moment(actor, _time.GetUtcNow());
        var added = await _transfer.TakeInAsync(file, Guid.CreateVersion7(moment.At), action, moment, detail, cancellationToken);

        if (!added.TryGet(out var rollout))
        {
            return added;
        }

        _bell.Ring(new(rollout.Id, null, actor));
        return await _editions.BringUpToDateAsync(rollout, cancellationToken);
    }

    private sealed record PlannedMove(RolloutFile File, Playbook To, RolloutMove Plan);
}
