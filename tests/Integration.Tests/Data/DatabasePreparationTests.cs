using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Scanning;
using Microsoft.EntityFrameworkCore;

namespace MeshReadiness.Integration.Tests.Data;

/// <summary>A start makes the database ready, and changes nothing when it is.</summary>
public sealed class DatabasePreparationTests : IDisposable
{
    private readonly TestFolder _folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_first_start_makes_folder_and_file_and_turns_on_the_write_ahead_log()
    {
        await using var database = TestDatabase.Sqlite(_folder.In("a/b"));

        await PrepareAsync(database);

        Assert.True(File.Exists(_folder.In("a/b/meshreadiness.db")));
        await using var db = database.Open();
        Assert.Equal("wal", (await db.Database.SqlQuery<string>($"PRAGMA journal_mode").ToListAsync(Cancel)).Single());
        Assert.Empty(await db.Database.GetPendingMigrationsAsync(Cancel));
        Assert.True((await database.Probe.CheckAsync(Cancel)).Succeeded);
    }

    [Fact]
    public async Task A_start_with_nothing_to_do_writes_nothing()
    {
        await using (var database = TestDatabase.Sqlite(_folder.Path))
        {
            await PrepareAsync(database);
        }

        var commands = new CapturedCommands();
        await using var again = TestDatabase.Sqlite(_folder.Path, interceptors: commands);
        await PrepareAsync(again);

        Assert.NotEmpty(commands.Texts);
        Assert.All(commands.Texts, text => Assert.StartsWith("SELECT", text.TrimStart(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_start_that_was_killed_while_it_migrated_does_not_block_the_next_one()
    {
        await using var database = TestDatabase.Sqlite(_folder.Path);
        await using (var db = database.Open())
        {
            await db.Database.ExecuteSqlRawAsync(
                "CREATE TABLE \"__EFMigrationsLock\" (\"Id\" INTEGER NOT NULL CONSTRAINT \"PK___EFMigrationsLock\" PRIMARY KEY, \"Timestamp\" TEXT NOT NULL); "
                + "INSERT INTO \"__EFMigrationsLock\" VALUES (1, '2026-01-01 00:00:00');", Cancel);
        }

        await PrepareAsync(database);
    }

    [Fact]
    public async Task A_scan_that_a_killed_portal_left_running_still_runs_and_the_old_snapshot_stays()
    {
        var people = TestPeople.Numbers(1, 3);
        Guid current, left;
        await using (var killed = TestDatabase.Sqlite(_folder.Path))
        {
            await PrepareAsync(killed);
            current = await killed.ScanAsync(people);
            var scan = await killed.BeginAsync();
            left = scan.Scan.Id;
            TestScan.Ok(await scan.AppendAsync(people[..2]));
        }

        await using var database = TestDatabase.Sqlite(_folder.Path);
        database.Clock.Advance(TimeSpan.FromHours(1));
        await PrepareAsync(database);

        var head = (await database.Store.RecentScansAsync(1, Cancel)).Single();
        Assert.Equal((left, ScanState.Running, 2), (head.Id, head.State, head.People));
        Assert.Equal(current, (await database.Store.CurrentAsync(Cancel))!.Id);
        Assert.Equal(left, (await database.Writer.ResumeAsync(Cancel)).Value!.Scan.Id);
        Assert.NotNull(await database.Store.PersonAsync(current, people[0].Id, Cancel));
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_left_alone()
    {
        await using var database = TestDatabase.Sqlite(_folder.Path);
        await PrepareAsync(database);
        await using (var db = database.Open())
        {
            await db.Database.ExecuteSqlRawAsync("INSERT INTO \"__EFMigrationsHistory\" VALUES ('29990101000000_Later', '99.0.0');", Cancel);
        }

        var prepared = await database.Preparation.PrepareAsync(Cancel);

        Assert.Equal(
            $"The database file {_folder.DatabaseFile} was written by a newer version of the portal. Start that version, or use another database.",
            prepared.Problem.Detail);
    }

    [Fact]
    public async Task Another_programs_database_is_left_alone()
    {
        await using var database = TestDatabase.Sqlite(_folder.Path);
        await using (var db = database.Open())
        {
            await db.Database.ExecuteSqlRawAsync("CREATE TABLE \"Snapshots\" (\"Theirs\" TEXT); INSERT INTO \"Snapshots\" VALUES ('precious');", Cancel);
        }

        var prepared = await database.Preparation.PrepareAsync(Cancel);

        Assert.Equal(ProblemKind.Storage, prepared.Problem.Kind);
        Assert.Contains("holds another program's tables", prepared.Problem.Detail, StringComparison.Ordinal);
        await using var after = database.Open();
        Assert.Equal(["precious"], await after.Database.SqlQuery<string>($"SELECT \"Theirs\" AS \"Value\" FROM \"Snapshots\"").ToListAsync(Cancel));
        Assert.Equal(1, (await after.Database.SqlQuery<int>($"SELECT COUNT(*) AS \"Value\" FROM sqlite_master").ToListAsync(Cancel)).Single());
    }

    [Fact]
    public async Task The_probe_of_a_database_that_was_never_prepared_fails()
    {
        await using var database = TestDatabase.Sqlite(_folder.In("missing"));

        Assert.Equal(ProblemKind.Storage, (await database.Probe.CheckAsync(Cancel)).Problem.Kind);
    }

    private static async Task PrepareAsync(TestDatabase database)
    {
        var prepared = await database.Preparation.PrepareAsync(Cancel);
        Assert.True(prepared.Succeeded, prepared.Succeeded ? null : prepared.Problem.Detail);
    }
}
