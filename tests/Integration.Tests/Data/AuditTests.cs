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

        var recent = await Database.Audit.RecentAsync(10, Cancel);

        Assert.Equal(
            [
                new AuditEntry(first, Actor.Portal, "scan.ended", "snapshot-1", new string('ж', 3000)),
                new AuditEntry(first, Admin, "scan.started", "snapshot-1", null),
            ],
            recent);
        Assert.Single(await Database.Audit.RecentAsync(1, Cancel));
    }

    [Fact]
    public async Task The_database_refuses_to_change_or_remove_a_line()
    {
        await Database.Audit.AppendAsync(Admin, "scan.started", "snapshot-1", null, Cancel);
        await using var db = Database.Open();

        await Assert.ThrowsAnyAsync<DbException>(() => db.AuditEntries.ExecuteDeleteAsync(Cancel));
        await Assert.ThrowsAnyAsync<DbException>(() =>
            db.AuditEntries.ExecuteUpdateAsync(set => set.SetProperty(entry => entry.Subject, "another"), Cancel));

        Assert.Equal("snapshot-1", (await Database.Audit.RecentAsync(1, Cancel)).Single().Subject);
    }
}

public sealed class AuditOnSqliteTests : AuditTests;

public sealed class AuditOnSqlServerTests : AuditTests
{
    protected override Task<TestDatabase> MakeAsync() => TestDatabase.SqlServerAsync();
}
