using System.Data.Common;
using MeshReadiness.Core.Audit;
using MeshReadiness.Core.Scanning;
using Microsoft.EntityFrameworkCore;

namespace MeshReadiness.Integration.Tests.Data;

/// <summary>The audit record only grows.</summary>
public abstract class AuditTests : StoreTest
{
    [Fact]
    public async Task Lines_come_back_newest_first_as_written()
    {
        var first = Database.Clock.GetUtcNow();
        await Database.Audit.AppendAsync(Admin, "scan.started", "snapshot-1", null, Cancel);
        await Database.Audit.AppendAsync(Actor.Portal, "scan.ended", "snapshot-1", new string('ж', 3000), Cancel);

        var recent = await RecentAsync(10);

        Assert.Equal(
            [
                new AuditEntry(first, Actor.Portal, "scan.ended", "snapshot-1", new string('ж', 3000)),
                new AuditEntry(first, Admin, "scan.started", "snapshot-1", null),
            ],
            recent);
        Assert.Single(await RecentAsync(1));
    }

    private async Task<IReadOnlyList<AuditEntry>> RecentAsync(int count) =>
        [.. (await Database.Audit.FindAsync(new(Take: count), Cancel)).Select(line => line.Entry)];

    [Fact]
    public async Task The_database_refuses_to_change_or_remove_a_line()
    {
        await Database.Audit.AppendAsync(Admin, "scan.started", "snapshot-1", null, Cancel);
        await using var db = Database.Open();

        await Assert.ThrowsAnyAsync<DbException>(() => db.AuditEntries.ExecuteDeleteAsync(Cancel));
        await Assert.ThrowsAnyAsync<DbException>(() =>
            db.AuditEntries.ExecuteUpdateAsync(set => set.SetProperty(entry => entry.Subject, "another"), Cancel));

        Assert.Equal("snapshot-1", (await RecentAsync(1)).Single().Subject);
    }
}

public sealed class AuditOnSqliteTests : AuditTests;

public sealed class AuditOnSqlServerTests : AuditTests
{
    protected override Task<TestDatabase> MakeAsync() => TestDatabase.SqlServerAsync();
}
