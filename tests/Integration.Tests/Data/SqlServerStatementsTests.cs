using MeshReadiness.Core.Eligibility;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Data;
using Microsoft.EntityFrameworkCore;

namespace MeshReadiness.Integration.Tests.Data;

/// <summary>What the stores would send to SQL Server is valid T-SQL. Caught on the way out, so no server is needed.</summary>
public sealed class SqlServerStatementsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_search_is_valid()
    {
        using var db = TestDatabase.SqlServerOnPaper().Open();
        PeopleQuery[] queries =
        [
            new(),
            new(Text: "O'Neil 100%_[x]"),
            new(Text: Guid.NewGuid().ToString()),
            new(ExperienceId: "avatars", Verdict: Verdict.NotReady, ReasonCode: "teams:missing"),
            new(Verdict: Verdict.Ready),
            new(ReasonCode: "teams:missing"),
            new(Text: "an", ExperienceId: "avatars", SkuId: Guid.NewGuid(), Skip: 50),
        ];

        Assert.All(queries, query => AssertValid(PeopleSearch.InOrder(PeopleSearch.Matching(db, Guid.NewGuid(), query), query.Text)
            .Skip(query.Skip).Take(query.Take).ToQueryString()));
    }

    [Fact]
    public async Task Every_read_is_valid()
    {
        var commands = new CapturedCommands(isSent: false);
        await using var database = TestDatabase.SqlServerOnPaper(commands);

        await database.Store.CurrentAsync(Cancel);
        await database.Store.RecentScansAsync(5, Cancel);
        await database.Store.ReportAsync(Guid.NewGuid(), Cancel);
        await database.Store.PersonAsync(Guid.NewGuid(), "somebody", Cancel);
        await database.Audit.RecentAsync(5, Cancel);
        await database.Writer.RemoveOldAsync(3, Cancel);

        Assert.Equal(6, commands.Texts.Count);
        Assert.All(commands.Texts, AssertValid);
    }

    [Fact]
    public async Task Every_save_is_valid()
    {
        var commands = new CapturedCommands(isSent: false);
        await using var database = TestDatabase.SqlServerOnPaper(commands);
        var id = Guid.NewGuid();
        var people = TestPeople.Numbers(1, 200);
        var (population, report) = TestPlaybook.Judge(people);

        await SendAsync(db => RunningSnapshot.FindAsync(db, id, database.Clock.GetUtcNow(), Cancel));
        await SendAsync(db => RunningSnapshot.ReplaceReadingsAsync(db, id, [], Cancel));
        await SendAsync(db => RunningSnapshot.MakeCurrentAsync(db, id, Cancel));
        await SendAsync(db => PeoplePage.AddAsync(db, id, TestPlaybook.Entries(people), Cancel));
        await SendAsync(db =>
        {
            TenantRows.Add(db, id, TestPlaybook.Tenant);
            ReportRows.Add(db, id, population, report, TestPlaybook.Rules);
            db.Readings.AddRange(SnapshotHeads.ToRecords(id, TestPlaybook.Readings(database.Clock.GetUtcNow())));
            return db.SaveChangesAsync(Cancel);
        });
        await SendAsync(db =>
        {
            db.AuditEntries.Add(new() { Action = "a", Subject = "b" });
            return db.SaveChangesAsync(Cancel);
        });
        await SendAsync(db => SnapshotContents.RemoveAsync(db, id, Cancel));

        Assert.Contains(commands.Texts, text => text.Contains("[People]", StringComparison.Ordinal) && text.Contains("INSERT", StringComparison.Ordinal));
        Assert.Contains(commands.Texts, text => text.Contains("DELETE", StringComparison.Ordinal));
        Assert.Contains(commands.Texts, text => text.Contains("UPDATE", StringComparison.Ordinal));
        Assert.All(commands.Texts, AssertValid);

        async Task SendAsync(Func<MeshReadinessDbContext, Task> save)
        {
            await using var db = database.Open();
            db.Database.AutoTransactionBehavior = AutoTransactionBehavior.Never;

            try
            {
                await save(db);
            }
            catch (Exception unanswered) when (unanswered is DbUpdateException or InvalidOperationException)
            {
                // Nobody answered which rows there are or how many were saved.
            }
        }
    }

    [Fact]
    public async Task A_server_that_cannot_be_reached_is_named()
    {
        await using var database = TestDatabase.SqlServerOnPaper();

        var probed = await database.Probe.CheckAsync(Cancel);

        Assert.Equal(ProblemKind.Storage, probed.Problem.Kind);
        Assert.StartsWith("The database MeshReadiness on nowhere.invalid can't be reached.", probed.Problem.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_behind_is_not_migrated_but_the_script_is_named()
    {
        var commands = new CapturedCommands(isSent: false);
        await using var database = TestDatabase.SqlServerOnPaper(commands);

        var prepared = await database.Preparation.PrepareAsync(Cancel);

        Assert.Contains("Run deploy/sql-server.sql on it", prepared.Problem.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain(commands.Texts, text => text.Contains("CREATE", StringComparison.OrdinalIgnoreCase));
    }

    private static void AssertValid(string statement) => Assert.Empty(Tsql.ErrorsIn(statement));
}
