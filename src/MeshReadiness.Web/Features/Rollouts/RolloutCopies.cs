using MeshReadiness.Core.Outcomes;
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
    private readonly RolloutBell _bell;
    private readonly TimeProvider _time;

    internal RolloutCopies(RolloutTransfer transfer, PlaybookShelf playbooks, RolloutBell bell, TimeProvider time) =>
        (_transfer, _playbooks, _bell, _time) = (transfer, playbooks, bell, time);

    /// <summary>A rollout as a document.</summary>
    public async Task<Result<RolloutFile>> TakeOutAsync(Guid id, CancellationToken cancellationToken) =>
        await _transfer.TakeOutAsync(id, cancellationToken) is { } file ? file : RolloutStore.NoRollout;

    /// <summary>Takes a document in as a rollout of its own.</summary>
    public async Task<Result<Rollout>> TakeInAsync(string document, Actor actor, CancellationToken cancellationToken) =>
        RolloutFile.Read(document, _playbooks.All) is var read && read.TryGet(out var file)
            ? await AddAsync(file, "imported", actor, cancellationToken)
            : read.Problem;

    /// <summary>Copies a rollout under another name: owners, dates, evidence and comments go along, the history begins anew.</summary>
    public async Task<Result<Rollout>> CopyAsync(Guid id, string name, Actor actor, CancellationToken cancellationToken) =>
        name.Trim() is not { Length: > 0 and <= RolloutEdit.LongestName } kept
            ? new Problem(ProblemKind.Invalid, $"The name has {name.Trim().Length} characters; give one of 1 to {RolloutEdit.LongestName}.")
            : await _transfer.TakeOutAsync(id, cancellationToken) is { } file
                ? await AddAsync(file with { Rollout = file.Rollout with { Name = kept, IsArchived = false, Version = 1 }, History = [] }, "cloned", actor, cancellationToken)
                : RolloutStore.NoRollout;

    private async Task<Result<Rollout>> AddAsync(RolloutFile file, string action, Actor actor, CancellationToken cancellationToken)
    {
        var moment = new Moment(actor, _time.GetUtcNow());
        var added = await _transfer.TakeInAsync(file, Guid.CreateVersion7(moment.At), action, moment, cancellationToken);

        if (added.TryGet(out var rollout))
        {
            _bell.Ring(new(rollout.Id, null, actor));
        }

        return added;
    }
}
