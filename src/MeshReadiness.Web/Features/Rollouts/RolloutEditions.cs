using System.Collections.Immutable;
using MeshReadiness.Core.Audit;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Rollouts;
using MeshReadiness.Core.Scanning;
using MeshReadiness.Data;
using MeshReadiness.Playbooks;

namespace MeshReadiness.Web.Features.Rollouts;

/// <summary>
/// Brings rollouts up to the editions of their playbooks that come with this portal, and tells what that changed for them.
/// Nothing that people did is touched: work hangs on tasks by id, and stays when a task is gone.
/// </summary>
public sealed class RolloutEditions
{
    /// <summary>The audit record's word for a rollout that was brought up to date.</summary>
    public const string Action = "rollout.migrated";

    private readonly RolloutStore _store;
    private readonly PlaybookEditions _editions;
    private readonly AuditStore _audit;
    private readonly PlaybookShelf _shelf;
    private readonly RolloutBell _bell;
    private readonly TimeProvider _time;

    internal RolloutEditions(
        RolloutStore store, PlaybookEditions editions, AuditStore audit, PlaybookShelf shelf, RolloutBell bell, TimeProvider time) =>
        (_store, _editions, _audit, _shelf, _bell, _time) = (store, editions, audit, shelf, bell, time);

    /// <summary>Keeps the editions that come with this portal, and brings every rollout up to them.</summary>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        foreach (var edition in _shelf.Editions)
        {
            await _editions.KeepAsync(edition.Playbook.Id, edition.Playbook.Version, edition.Text, cancellationToken);
        }

        foreach (var rollout in await _store.ListAsync(cancellationToken))
        {
            await BringUpToDateAsync(rollout, cancellationToken);
        }
    }

    /// <summary>Brings a rollout up to the edition of its playbook that comes with this portal; as it is when it follows that one already.</summary>
    public async Task<Result<Rollout>> BringUpToDateAsync(Rollout rollout, CancellationToken cancellationToken)
    {
        if (_shelf.Find(rollout.PlaybookId) is not { } playbook || playbook.Version <= rollout.PlaybookVersion)
        {
            return rollout;
        }

        var change = await BetweenAsync(playbook.Id, rollout.PlaybookVersion, playbook.Version, cancellationToken);
        var moved = await _store.EditAsync(
            rollout.Id,
            rollout.Version,
            Action,
            one => RolloutEdit.Follow(one, playbook),
            new(Actor.Portal, _time.GetUtcNow()),
            $"{playbook.Name}, version {rollout.PlaybookVersion} to {playbook.Version}: {EditionWords.Of(change)}",
            cancellationToken);

        if (moved.Succeeded)
        {
            _bell.Ring(new(rollout.Id, null, null));
        }

        return moved;
    }

    /// <summary>When a rollout was last brought up to date; <see langword="null"/> when it follows the edition that it began with.</summary>
    public async Task<AuditLine?> LatestAsync(Guid rolloutId, CancellationToken cancellationToken) =>
        (await _audit.FindAsync(new(rolloutId, Action: Action, Take: 1), cancellationToken)).FirstOrDefault();

    /// <summary>How a rollout was brought up to date, the latest first.</summary>
    public async Task<ImmutableArray<EditionChange>> ChangesAsync(Rollout rollout, CancellationToken cancellationToken)
    {
        var changes = ImmutableArray.CreateBuilder<EditionChange>();

        foreach (var line in await _audit.FindAsync(new(rollout.Id, Action: Action), cancellationToken))
        {
            if (RolloutStore.RolloutIn(line.Entry.Before) is { } before && RolloutStore.RolloutIn(line.Entry.After) is { } after)
            {
                var change = await BetweenAsync(rollout.PlaybookId, before.PlaybookVersion, after.PlaybookVersion, cancellationToken);
                changes.Add(new(line.Entry.At, before.PlaybookVersion, after.PlaybookVersion, change));
            }
        }

        return changes.ToImmutable();
    }

    // Nothing when one of the two was never in this portal, for example in a rollout that was imported.
    private async Task<PlaybookChange?> BetweenAsync(string playbookId, int from, int to, CancellationToken cancellationToken) =>
        await ReadAsync(playbookId, from, cancellationToken) is { } before && await ReadAsync(playbookId, to, cancellationToken) is { } after
        && PlaybookDiff.Between(before, after).TryGet(out var change)
            ? change
            : null;

    // An edition that a later portal can't read any more is as good as one that it never had.
    private async Task<Playbook?> ReadAsync(string playbookId, int version, CancellationToken cancellationToken) =>
        await _editions.FindAsync(playbookId, version, cancellationToken) is { } text
        && PlaybookReader.Read($"{playbookId}, version {version}", text).TryGet(out var playbook)
            ? playbook
            : null;
}

/// <summary>How a rollout was brought up to date.</summary>
/// <param name="At">When, in UTC.</param>
/// <param name="From">The version before.</param>
/// <param name="To">The version after.</param>
/// <param name="Change">What that changed; <see langword="null"/> when this portal doesn't have the earlier edition.</param>
public sealed record EditionChange(DateTimeOffset At, int From, int To, PlaybookChange? Change);
