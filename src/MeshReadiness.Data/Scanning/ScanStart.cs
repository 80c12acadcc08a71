using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Scanning;
using Microsoft.EntityFrameworkCore;

namespace MeshReadiness.Data;

/// <summary>Begins a scan in the database: decides what it can go on from, and where its people go.</summary>
internal static class ScanStart
{
    public static async Task<RunningScan> AddAsync(MeshReadinessDbContext db, Order order, CancellationToken cancellationToken)
    {
        var current = await db.Snapshots.AsNoTracking()
            .Where(snapshot => db.CurrentSnapshot.Any(item => item.SnapshotId == snapshot.Id))
            .SingleOrDefaultAsync(cancellationToken);
        var because = order.Kind is ScanKind.Incremental ? WhyNot(current) : order.Because;
        var basis = order.Kind is ScanKind.Incremental && because is null ? current : null;
        var number = (await db.Snapshots.MaxAsync(snapshot => (int?)snapshot.Number, cancellationToken) ?? 0) + 1;
        var roster = basis?.Roster ?? (await db.Snapshots.MaxAsync(snapshot => (int?)snapshot.Roster, cancellationToken) ?? 0) + 1;
        var end = PersonKeys.First(roster + 1);
        var firstKey = (await db.People.Where(person => person.Key < end).MaxAsync(person => (long?)person.Key, cancellationToken) ?? 0) + 1;
        firstKey = Math.Max(firstKey, PersonKeys.First(roster));

        var snapshot = new SnapshotRecord
        {
            Id = order.Id,
            Number = number,
            Kind = basis is null ? ScanKind.Full : ScanKind.Incremental,
            KindBecause = because,
            Roster = roster,
            FirstKey = firstKey,
            BaseId = basis?.Id,
            UsersMark = basis?.UsersMark,
            People = basis?.People ?? 0,
            Trigger = order.Trigger,
            StartedById = order.StartedBy.ObjectId,
            StartedByName = order.StartedBy.DisplayName,
            StartedAt = order.At,
            TouchedAt = order.At,
            State = ScanState.Running,
            PlaybookId = order.Playbook.Id,
            PlaybookVersion = order.Playbook.Version,
        };
        var checkpoint = new ScanCheckpointRecord { SnapshotId = order.Id, Stage = ScanStage.Tenant, NextKey = firstKey, IndexedTo = firstKey };
        db.Snapshots.Add(snapshot);
        db.ScanCheckpoints.Add(checkpoint);
        await db.SaveChangesAsync(cancellationToken);
        return SnapshotHeads.ToRunning(snapshot, checkpoint);
    }

    private static string? WhyNot(SnapshotRecord? current) => current switch
    {
        null => "There was no snapshot yet to go on from.",
        { IsEmptied: true } => "The people of the snapshot before were removed.",
        { UsersMark: null } => "The scan before left no link from which changes can be asked for.",
        _ => null,
    };

    /// <summary>What is asked for.</summary>
    internal sealed record Order(
        Guid Id, ScanKind Kind, ScanTrigger Trigger, Actor StartedBy, DateTimeOffset At, Playbook Playbook, string? Because = null);
}
