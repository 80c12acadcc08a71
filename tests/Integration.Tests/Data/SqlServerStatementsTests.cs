using System.Text.Json;
using MeshReadiness.Core.Eligibility;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Readiness;
using MeshReadiness.Core.Scanning;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Data;
using Microsoft.EntityFrameworkCore;

namespace MeshReadiness.Integration.Tests.Data;

/// <summary>What the stores would send to SQL Server is valid T-SQL. Caught on the way out, so no server is needed.</summary>
public sealed class SqlServerStatementsTests
{
    private const string NoHoldings = """{"Licences":[],"Assignments":[]}""";
    private static readonly SnapshotScope Scope = new(Guid.NewGuid(), 3, 2);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_search_is_valid()
    {
        PeopleQuery[] queries =
        [
            new(),
            new(Text: "O'Neil 100%_[x]"),
            new(Text: "%"),
            new(Text: Guid.NewGuid().ToString()),
            new(ExperienceId: "avatars", Verdict: Verdict.NotReady, ReasonCode: "teams:missing"),
            new(Verdict: Verdict.Ready),
            new(ReasonCode: "teams:missing"),
            new(Text: "an", ExperienceId: "avatars", SkuId: Guid.NewGuid(), Skip: 50),
        ];

        foreach (var query in queries)
        {
            var texts = await SendToAsync(database => new PeopleSearch(Reads(database), Scope, query).FindAsync(Cancel));
            Assert.Contains(texts, text => text.Contains("[People]", StringComparison.Ordinal));
        }

        Assert.Contains(
            await SendToAsync(database => new PeopleSearch(Reads(database), Scope, new("ann bo", OrNear: true)).FindAsync(Cancel)),
            text => text.Contains("INTERSECT", StringComparison.Ordinal) && text.Contains("LIKE", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_read_is_valid()
    {
        var commands = new CapturedCommands(isSent: false, () => new OneRowOfAnything(isNull: false));
        await using var database = TestDatabase.SqlServerOnPaper(commands);

        await database.Store.CurrentAsync(Cancel);
        await database.Store.RecentScansAsync(5, Cancel);
        await database.Store.PopulationAsync(Guid.NewGuid(), Cancel);
        await database.Store.BreakdownAsync(Guid.NewGuid(), Dimension.Product, Cancel);
        await database.Audit.FindAsync(new(Take: 5), Cancel);
        await Assert.ThrowsAnyAsync<Exception>(() => database.Store.ReportAsync(Guid.NewGuid(), Cancel));
        Assert.Null(await database.Store.PersonAsync(Guid.NewGuid(), "somebody", Cancel));
        await SendAsync((db, tables) => tables.Find(db, [["a@b"]], true, 1, 2).ToListAsync(Cancel));
        await SendAsync((db, tables) => tables.Find(db, [["ann", "anm"], ["bo"]], false, 1, 2).ToListAsync(Cancel));
        await SendToAsync(async database =>
        {
            await Reads(database).WordsAsync("an", Cancel);
            await Reads(database).CurrentAsync(Cancel);
        });
        await SendAsync((db, tables) => new NameWords(tables).AddAsync(db, TestPeople.Numbers(1, 3), Cancel));
        await SendAsync((db, _) => PeopleNow.FactsAsync(db, 1, ["a", "b"], Cancel));
        await SendAsync((db, _) => ClassRows.ReadAsync(db, Guid.NewGuid(), Cancel));
        await SendAsync((db, _) => ClassRows.ProfilesAsync(db, Guid.NewGuid(), Cancel));
        await SendAsync((db, _) => PeopleBatches.ReadAsync(db, ClassedPeople.With(db.People, [1, 2]), Cancel).ToListAsync(Cancel).AsTask());
        await database.Writer.ResumeAsync(Cancel);

        Assert.True(commands.Texts.Count >= 12);
        Assert.All(commands.Texts, AssertValid);
    }

    [Theory]
    [InlineData(null, "")]
    [InlineData(Dimension.Department, "Sales")]
    [InlineData(Dimension.Country, "")]
    [InlineData(Dimension.Office, "Oslo")]
    public async Task Every_set_of_people_is_valid(Dimension? by, string value)
    {
        var commands = new CapturedCommands(isSent: false, () => new OneRowOfAnything(isNull: false, "M1W"));
        await using var database = TestDatabase.SqlServerOnPaper(commands);

        var counted = Assert.Single(await database.Sets.FootprintsAsync(Guid.NewGuid(), new(by, value), Cancel));

        // What comes back for people is no enum's word, but by then they have been asked for.
        await Assert.ThrowsAsync<InvalidOperationException>(async () =>
            await database.Sets.ListAsync(Guid.NewGuid(), new(by, value), [counted.Footprint], Cancel).FirstAsync(Cancel));

        Assert.Contains(commands.Texts, text => text.Contains("[People]", StringComparison.Ordinal) && text.Contains("TOP", StringComparison.Ordinal));
        Assert.All(commands.Texts, AssertValid);
    }

    [Fact]
    public async Task Every_save_is_valid()
    {
        var id = Guid.NewGuid();
        var people = TestPeople.Numbers(1, 60);
        var products = TestPlaybook.Rules.Products;
        var scan = SnapshotHeads.ToRunning(new() { Id = id, Number = 3, Roster = 2, BaseId = id }, new() { NextKey = PersonKeys.First(2) });
        var dictionary = new PeopleDictionary();
        var now = DateTimeOffset.UnixEpoch;

        string[] texts =
        [
            .. await SendAsync((db, _) => ScanStart.AddAsync(db, new(id, ScanKind.Incremental, ScanTrigger.Manual, Actor.Portal, now, TestPlaybook.Playbook), Cancel)),
            .. await SendAsync((db, _) => RunningSnapshot.FindAsync(db, id, now, Cancel)),
            .. await SendAsync((db, _) => RunningSnapshot.SaveProgressAsync(db, scan, Cancel)),
            .. await SendAsync((db, _) => RunningSnapshot.SaveOrganizationAsync(db, id, TestPlaybook.Tenant.Organization.Value, "mark", Cancel)),
            .. await SendAsync((db, _) => RunningSnapshot.ReplaceReadingsAsync(db, id, [], Cancel)),
            .. await SendAsync((db, _) => RunningSnapshot.MakeCurrentAsync(db, id, Cancel)),
            .. await SendAsync(async (db, tables) =>
            {
                var append = new PeopleAppend(dictionary, tables);
                await append.AddAsync(db, await append.ToRowsAsync(db, people, 3, 1, products, Cancel), people, Cancel);
            }),
            .. await SendAsync(
                (db, tables) => new PeopleUpdate(dictionary, new(dictionary, tables), tables).ApplyAsync(
                    db, scan, 1, [.. people.Select(person => person.Now()), new UserChange(NoHoldings, null, UserProperties.None)], true, products, Cancel),
                isNull: true,
                NoHoldings),
            .. await SendAsync((db, _) => PeopleIndex.AddAsync(db, 2, 1, 2, Cancel)),
            .. await SendAsync((db, _) => PeopleIndex.FindRepeatsAsync(db, 2, 2000, Cancel)),
            .. await SendAsync((db, tables) => tables.RemoveAsync(db, [1, 2], Cancel)),
            .. await SendAsync((db, _) =>
            {
                TenantRows.Add(db, id, TestPlaybook.Tenant);
                db.Readings.AddRange(SnapshotHeads.ToRecords(id, TestPlaybook.Readings(now)));
                db.AuditEntries.Add(new() { Action = "a", Subject = "b" });
                return db.SaveChangesAsync(Cancel);
            }),
        ];

        Assert.Contains(texts, text => text.Contains("INSERT", StringComparison.Ordinal) && text.Contains("[Profiles]", StringComparison.Ordinal));
        Assert.Contains(texts, text => text.Contains("INSERT", StringComparison.Ordinal) && text.Contains("\"PeopleByName\"", StringComparison.Ordinal));
        Assert.Contains(texts, text => text.Contains("UPDATE", StringComparison.Ordinal) && text.Contains("[Until]", StringComparison.Ordinal));
        Assert.Contains(texts, text => text.Contains("DELETE", StringComparison.Ordinal) && text.Contains("[PeopleWords]", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Taking_back_a_scan_is_valid(bool ofEverybody)
    {
        // A snapshot without a base has read everybody.
        var texts = await SendAsync((db, tables) => new SnapshotContents(db, tables).UndoUnfinishedAsync(Cancel), isNull: ofEverybody);

        Assert.Contains(texts, text => text.Contains("UPDATE", StringComparison.Ordinal) && text.Contains("[Until]", StringComparison.Ordinal));
        Assert.Contains(texts, text => text.Contains("DELETE", StringComparison.Ordinal) && text.Contains("[People]", StringComparison.Ordinal));
        Assert.Contains(texts, text => text.Contains("DELETE", StringComparison.Ordinal) && text.Contains("[PeopleByName]", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Making_room_is_valid()
    {
        var texts = await SendAsync((db, tables) => new SnapshotContents(db, tables).RemoveOldAsync(1, Cancel), isNull: true);

        Assert.Contains(texts, text => text.Contains("ORDER BY", StringComparison.Ordinal) && text.Contains("[CurrentSnapshot]", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_count_is_valid()
    {
        AssertValid(PeopleCounter.EndedRows(3, 2));
        AssertValid(PeopleCounter.StandingRows(PersonKeys.First(2), 2));
    }

    // Sends to nobody: a query finds one row when it comes for the first time, and nobody says how many were saved.
    private static Task<IReadOnlyList<string>> SendAsync(Func<MeshReadinessDbContext, IBulkTables, Task> work, bool isNull = false, string text = OneRowOfAnything.FirstWord) =>
        SendToAsync(
            async database =>
            {
                await using var db = database.Open();
                db.Database.AutoTransactionBehavior = AutoTransactionBehavior.Never;
                await work(db, new WithoutBulkCopy());
            },
            isNull,
            text);

    private static ModelReads Reads(TestDatabase database) => new(database.Contexts, new SqlServerBulkTables());

    private static async Task<IReadOnlyList<string>> SendToAsync(Func<TestDatabase, Task> work, bool isNull = false, string text = OneRowOfAnything.FirstWord)
    {
        var commands = new CapturedCommands(isSent: false, () => new OneRowOfAnything(isNull, text));
        await using var database = TestDatabase.SqlServerOnPaper(commands);

        try
        {
            await work(database);
        }
        catch (Exception unanswered) when (unanswered is DbUpdateException or InvalidOperationException or JsonException)
        {
            // What nobody answered ends the work; what was sent until then is looked at.
        }

        Assert.NotEmpty(commands.Texts);
        Assert.All(commands.Texts, AssertValid);
        return commands.Texts;
    }

    private sealed class WithoutBulkCopy : IBulkTables
    {
        private readonly SqlServerBulkTables _tables = new();

        public Task AddAsync<T>(MeshReadinessDbContext db, IEnumerable<T> records, CancellationToken cancellationToken)
            where T : class => Task.CompletedTask;

        public Task AddAsync(
            MeshReadinessDbContext db, IReadOnlyList<PersonRecord> people, IReadOnlyList<UserFacts> users, CancellationToken cancellationToken) =>
            Task.CompletedTask;

        public Task RemoveAsync(MeshReadinessDbContext db, IReadOnlyCollection<long> keys, CancellationToken cancellationToken) =>
            _tables.RemoveAsync(db, keys, cancellationToken);

        public Task RemoveWordsAsync(MeshReadinessDbContext db, long from, long before, CancellationToken cancellationToken) =>
            _tables.RemoveWordsAsync(db, from, before, cancellationToken);

        public IQueryable<long> Find(
            MeshReadinessDbContext db, IReadOnlyList<IReadOnlyCollection<string>> words, bool areWhole, long from, long before) =>
            _tables.Find(db, words, areWhole, from, before);

        public IQueryable<long> FindAny(MeshReadinessDbContext db, IReadOnlyList<string> words, long from, long before) =>
            _tables.FindAny(db, words, from, before);
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
