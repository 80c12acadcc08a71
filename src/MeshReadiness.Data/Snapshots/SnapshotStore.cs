using System.Collections.Immutable;
using MeshReadiness.Core.ConditionalAccess.Population;
using MeshReadiness.Core.Readiness;
using MeshReadiness.Core.Rollouts;
using MeshReadiness.Core.Scanning;
using MeshReadiness.Core.Tenant;
using Microsoft.EntityFrameworkCore;

namespace MeshReadiness.Data;

/// <summary>Reads what scans stored.</summary>
public sealed class SnapshotStore
{
    // What was found lately, as keys and not as people: what all operators type first is only looked for once.
    private const int BytesOfAnEntry = 300;
    private const int MostBytesKept = 8 * 1024 * 1024;

    private readonly IDbContextFactory<MeshReadinessDbContext> _contexts;
    private readonly IBulkTables _tables;
    private readonly IPeopleReads _people;
    private readonly Kept<(Guid Snapshot, PeopleQuery Query), FoundPage> _found = new(
        MostBytesKept, (question, page) => BytesOfAnEntry + (sizeof(char) * (question.Query.Text?.Length ?? 0)) + (sizeof(long) * page.Keys.Length));

    internal SnapshotStore(IDbContextFactory<MeshReadinessDbContext> contexts, IBulkTables tables, IPeopleReads people)
    {
        _contexts = contexts;
        _tables = tables;
        _people = people;
    }

    /// <summary>Which snapshot everybody sees; <see langword="null"/> before the first scan is complete.</summary>
    public Task<Guid?> CurrentIdAsync(CancellationToken cancellationToken) => _people.CurrentAsync(cancellationToken);

    /// <summary>The snapshot that everybody sees; <see langword="null"/> before the first scan is complete.</summary>
    public async Task<SnapshotHead?> CurrentAsync(CancellationToken cancellationToken)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancellationToken);
        var current = await db.Snapshots.AsNoTracking().Include(snapshot => snapshot.Readings)
            .Where(snapshot => db.CurrentSnapshot.Any(current => current.SnapshotId == snapshot.Id))
            .SingleOrDefaultAsync(cancellationToken);
        return current is null ? null : SnapshotHeads.ToHead(current);
    }

    /// <summary>Whether a scan is under way somewhere, or was cut off and waits to go on.</summary>
    public async Task<bool> IsUnfinishedAsync(CancellationToken cancellationToken)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancellationToken);
        return await db.Snapshots.AnyAsync(snapshot => snapshot.State == ScanState.Running, cancellationToken);
    }

    /// <summary>A scan with the state that it left; <see langword="null"/> when there was no such scan.</summary>
    public async Task<SnapshotHead?> ScanAsync(Guid snapshotId, CancellationToken cancellationToken)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancellationToken);
        var scan = await db.Snapshots.AsNoTracking().Include(snapshot => snapshot.Readings)
            .SingleOrDefaultAsync(snapshot => snapshot.Id == snapshotId, cancellationToken);
        return scan is null ? null : SnapshotHeads.ToHead(scan);
    }

    /// <summary>From where a scan can ask what changed about groups since this one; <see langword="null"/> when it can't.</summary>
    public async Task<string?> GroupsMarkAsync(Guid snapshotId, CancellationToken cancellationToken)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancellationToken);
        return await db.Snapshots.Where(snapshot => snapshot.Id == snapshotId).Select(snapshot => snapshot.GroupsMark).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>The last scans however they ended, newest first.</summary>
    public async Task<ImmutableArray<SnapshotHead>> RecentScansAsync(int count, CancellationToken cancellationToken)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancellationToken);
        var recent = await db.Snapshots.AsNoTracking().Include(snapshot => snapshot.Readings)
            .OrderByDescending(snapshot => snapshot.StartedAt).ThenByDescending(snapshot => snapshot.Id)
            .Take(count)
            .ToListAsync(cancellationToken);
        return [.. recent.Select(SnapshotHeads.ToHead)];
    }

    /// <summary>What followed from a snapshot; <see langword="null"/> when it was never complete.</summary>
    public async Task<ReadinessReport?> ReportAsync(Guid snapshotId, CancellationToken cancellationToken)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancellationToken);
        return await ReportRows.ReadAsync(db, snapshotId, cancellationToken);
    }

    /// <summary>What the tenant says about tasks in a snapshot, and since when, by task.</summary>
    public async Task<ImmutableDictionary<string, CheckAnswer>> AnswersAsync(SnapshotHead snapshot, CancellationToken cancellationToken)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancellationToken);
        var records = await db.CheckResults.AsNoTracking().Where(result => result.SnapshotId == snapshot.Id).ToListAsync(cancellationToken);
        return records.ToImmutableDictionary(
            record => record.TaskId,
            record => new CheckAnswer(ReportRows.ToResult(record), snapshot.AsOf, record.Since));
    }

    /// <summary>A snapshot's people in numbers; <see langword="null"/> when it was never complete or has been emptied.</summary>
    public async Task<PopulationFacts?> PopulationAsync(Guid snapshotId, CancellationToken cancellationToken)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancellationToken);
        return await db.Snapshots.AnyAsync(snapshot => snapshot.Id == snapshotId && !snapshot.IsEmptied, cancellationToken)
            ? await ReportRows.ReadPopulationAsync(db, snapshotId, cancellationToken)
            : null;
    }

    /// <summary>A snapshot's people whose accounts aren't disabled, by what Conditional Access policies can tell about them.</summary>
    public async Task<ImmutableArray<ClassCount>> ClassesAsync(Guid snapshotId, CancellationToken cancellationToken)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancellationToken);
        return await ClassRows.ReadAsync(db, snapshotId, cancellationToken);
    }

    /// <summary>The tenant as it was read; <see langword="null"/> when it was not stored or has been removed to make room.</summary>
    public async Task<TenantFacts?> TenantAsync(Guid snapshotId, CancellationToken cancellationToken)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancellationToken);
        var snapshot = await db.Snapshots.AsNoTracking().SingleOrDefaultAsync(item => item.Id == snapshotId, cancellationToken);
        return snapshot is null ? null : await TenantRows.ReadAsync(db, snapshot, cancellationToken);
    }

    /// <summary>The people of a snapshot by department, country, office, sort and product, with their verdicts.</summary>
    public async Task<ImmutableArray<GroupVerdicts>> BreakdownAsync(Guid snapshotId, Dimension dimension, CancellationToken cancellationToken)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancellationToken);
        return [.. await db.GroupVerdicts.Where(group => group.SnapshotId == snapshotId && group.Dimension == dimension)
            .OrderBy(group => group.Position)
            .Select(group => new GroupVerdicts(
                group.Dimension, group.Value, group.ExperienceId, new(group.Ready, group.NotReady, group.Unknown, group.NotApplicable)))
            .ToListAsync(cancellationToken)];
    }

    /// <summary>
    /// One page of the people that match, and how many do. Names that begin with the text come first, then by name. A text
    /// finds a limited number of people; the page says when there are more.
    /// </summary>
    public async Task<PersonPage> SearchPeopleAsync(Guid snapshotId, PeopleQuery query, CancellationToken cancellationToken)
    {
        if (await _people.ScopeAsync(snapshotId, cancellationToken) is not { } scope)
        {
            return new([], 0, false);
        }

        // A snapshot never changes, but its people may be removed; then it has no scope.
        if (!_found.TryGet((snapshotId, query), out var found))
        {
            found = await new PeopleSearch(_people, scope, query).FindAsync(cancellationToken);
            _found.Keep((snapshotId, query), found);
        }

        return new(await _people.RowsAsync(found.Keys, cancellationToken), found.Total, found.IsMore, found.IsNear);
    }

    /// <summary>Whom each line of a list names; nobody for all of them when the snapshot was never complete or has been emptied.</summary>
    /// <param name="snapshotId">The snapshot.</param>
    /// <param name="lines">Object ids, sign-in names, mail addresses or whole names, without spaces around them.</param>
    /// <param name="most">How many people to tell of where a line fits many.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<ImmutableArray<ListedPerson>> ListAsync(Guid snapshotId, IReadOnlyList<string> lines, int most, CancellationToken cancellationToken)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancellationToken);
        return await SnapshotScope.FindAsync(db, snapshotId, cancellationToken) is { } scope
            ? await new PeopleListing(db, _tables, scope).FindAsync(lines, most, cancellationToken)
            : [.. lines.Select(line => new ListedPerson(line, [], 0))];
    }

    /// <summary>Everything that is known of one person; <see langword="null"/> when the snapshot doesn't have them.</summary>
    /// <param name="snapshotId">The snapshot.</param>
    /// <param name="idOrName">The object id, or the user principal name.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<UserFacts?> PersonAsync(Guid snapshotId, string idOrName, CancellationToken cancellationToken) =>
        await _people.ScopeAsync(snapshotId, cancellationToken) is { } scope ? await _people.PersonAsync(scope, idOrName, cancellationToken) : null;
}
