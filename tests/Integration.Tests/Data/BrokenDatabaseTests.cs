using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Scanning;
using MeshReadiness.Core.Tenant;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace MeshReadiness.Integration.Tests.Data;

/// <summary>Whatever is wrong with the file, the answer is one sentence that names it, and nothing is lost.</summary>
public sealed class BrokenDatabaseTests : IDisposable
{
    private static readonly Dictionary<string, string?> Impatient = new() { ["Database:BusyTimeoutSeconds"] = "1" };
    private readonly TestFolder _folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_file_that_is_no_database_is_left_as_it_is()
    {
        var content = string.Concat(Enumerable.Repeat("These are my notes, not a database.\n", 400));
        await File.WriteAllTextAsync(_folder.DatabaseFile, content, Cancel);
        await using var database = TestDatabase.Sqlite(_folder.Path);

        var prepared = await database.Preparation.PrepareAsync(Cancel);

        AssertSays($"The database file {_folder.DatabaseFile} is no SQLite database.", prepared);
        AssertSays("is no SQLite database.", await database.Probe.CheckAsync(Cancel));
        Assert.Equal(content, await File.ReadAllTextAsync(_folder.DatabaseFile, Cancel));
    }

    [Fact]
    public async Task A_damaged_file_is_left_as_it_is()
    {
        await using (var sound = await PreparedAsync())
        {
            await sound.ScanAsync(TestPeople.Numbers(1, 500));
            await using var db = sound.Open();
            await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", Cancel);
        }

        var bytes = await File.ReadAllBytesAsync(_folder.DatabaseFile, Cancel);
        Array.Fill(bytes, (byte)0x5a, 4096, bytes.Length - 4096);
        await File.WriteAllBytesAsync(_folder.DatabaseFile, bytes, Cancel);
        await using var database = TestDatabase.Sqlite(_folder.Path);

        AssertSays("is damaged.", await database.Preparation.PrepareAsync(Cancel));
        Assert.Equal(bytes, await File.ReadAllBytesAsync(_folder.DatabaseFile, Cancel));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_named()
    {
        await File.WriteAllTextAsync(_folder.In("file"), "", Cancel);
        await using var database = TestDatabase.Sqlite(_folder.In("file/data"));

        var prepared = await database.Preparation.PrepareAsync(Cancel);

        AssertSays(_folder.In("file/data"), prepared);
        AssertSays("Check Database:Folder", prepared);
    }

    [Fact]
    public async Task A_file_that_may_only_be_read_says_so_and_can_still_be_read()
    {
        var people = TestPeople.Numbers(1, 3);
        Guid id;
        await using (var sound = await PreparedAsync())
        {
            id = await sound.ScanAsync(people);
        }

        await using var database = TestDatabase.Sqlite(_folder.Path, new()
        {
            ["Database:ConnectionString"] = $"Data Source={_folder.DatabaseFile};Mode=ReadOnly",
        });

        AssertSays("is read-only, so nothing was saved.", await database.Writer.BeginAsync(ScanKind.Full, ScanTrigger.Manual, Actor.Portal, TestPlaybook.Playbook, Cancel));
        Assert.NotNull(await database.Store.PersonAsync(id, people[0].Id, Cancel));
    }

    [Fact]
    public async Task A_file_without_the_right_to_write_says_so()
    {
        Assert.SkipWhen(Environment.IsPrivilegedProcess, "Root may write whatever the file's mode says.");
        await using (await PreparedAsync())
        {
        }

        File.SetAttributes(_folder.DatabaseFile, FileAttributes.ReadOnly);
        await using var database = TestDatabase.Sqlite(_folder.Path);

        AssertSays(_folder.DatabaseFile, await database.Writer.BeginAsync(ScanKind.Full, ScanTrigger.Manual, Actor.Portal, TestPlaybook.Playbook, Cancel));
    }

    [Fact]
    public async Task A_locked_file_says_so_and_works_again_afterwards()
    {
        await using var database = await PreparedAsync(Impatient);
        var scan = await database.BeginAsync();

        await using (await LockAsync())
        {
            AssertSays("is locked by another program.", await scan.AppendAsync(TestPeople.Numbers(1, 5)));
            Assert.Equal(scan.Scan.Id, (await database.Store.RecentScansAsync(1, Cancel)).Single().Id);
        }

        TestScan.Ok(await scan.AppendAsync(TestPeople.Numbers(1, 5)));
        Assert.Equal(5, scan.Scan.People);
    }

    [Fact]
    public async Task A_file_that_is_locked_at_the_first_start_says_so()
    {
        await using var locked = await LockAsync();
        await using var database = TestDatabase.Sqlite(_folder.Path, Impatient);

        AssertSays("is locked by another program.", await database.Preparation.PrepareAsync(Cancel));
    }

    [Fact]
    public async Task A_full_disk_says_so_keeps_what_was_saved_and_goes_on_when_there_is_room()
    {
        var disk = new SmallDisk();
        await using var database = TestDatabase.Sqlite(_folder.Path, interceptors: disk);
        Assert.True((await database.Preparation.PrepareAsync(Cancel)).Succeeded);
        var id = await database.ScanAsync(TestPeople.Numbers(1, 100));
        var scan = await database.BeginAsync();
        TestScan.Ok(await scan.AppendAsync(TestPeople.Numbers(1, 100)));

        disk.IsFull = true;
        var refused = await scan.AppendAsync(TestPeople.Numbers(101, 900));
        var during = await database.Store.SearchPeopleAsync(id, new(Text: "contoso"), Cancel);
        disk.IsFull = false;
        TestScan.Ok(await scan.AppendAsync(TestPeople.Numbers(101, 900)));
        TestScan.Ok(await scan.IndexAsync(Cancel));

        AssertSays("can't grow any more: the disk or its quota is full.", refused);
        Assert.Equal(100, during.Total);
        Assert.Equal(1000, (await database.CompleteAsync(scan)).People);
    }

    [Fact]
    public async Task A_disk_that_fails_in_the_last_moment_leaves_the_old_snapshot_whole()
    {
        var people = TestPeople.Numbers(1, 10);
        var disk = new FailingDisk("UPDATE \"CurrentSnapshot\"");
        await using var database = TestDatabase.Sqlite(_folder.Path, interceptors: disk);
        await database.Preparation.PrepareAsync(Cancel);
        var old = await database.ScanAsync(people);
        var scan = await database.BeginAsync();
        await scan.ReadAsync(people);
        var young = scan.Scan.Id;

        disk.Fails = true;
        var completed = await CompleteAsync();

        AssertSays("can't be used: The disk went away.", completed);
        Assert.Equal(old, (await database.Store.CurrentAsync(Cancel))!.Id);
        Assert.Null(await database.Store.ReportAsync(young, Cancel));

        disk.Fails = false;
        TestScan.Ok(await CompleteAsync());
        Assert.Equal(young, (await database.Store.CurrentAsync(Cancel))!.Id);

        async Task<Result<SnapshotHead>> CompleteAsync()
        {
            var count = (await database.Writer.CountAsync(scan.Scan, TestPlaybook.Rules, Cancel)).Value;
            return await database.Writer.CompleteAsync(scan.Scan, count, TestPlaybook.Report(count.Population), TestPlaybook.Rules, [], Cancel);
        }
    }

    [Fact]
    public async Task A_cancelled_save_is_no_storage_problem()
    {
        await using var database = await PreparedAsync();
        var scan = await database.BeginAsync();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            scan.AppendAsync([TestPeople.Number(1)], null, TestPlaybook.Rules.Products, ReadingCost.None, cancelled.Token));
    }

    [Fact]
    public async Task A_mistake_in_a_statement_stays_an_exception()
    {
        await using var database = await PreparedAsync();
        await using var db = database.Open();

        var error = await Assert.ThrowsAsync<SqliteException>(() => db.Database.ExecuteSqlRawAsync("SELEKT 1", Cancel));

        Assert.Null(database.Problems.Find(error));
    }

    private async Task<TestDatabase> PreparedAsync(Dictionary<string, string?>? settings = null)
    {
        var database = TestDatabase.Sqlite(_folder.Path, settings);
        Assert.True((await database.Preparation.PrepareAsync(Cancel)).Succeeded);
        return database;
    }

    private async Task<SqliteConnection> LockAsync()
    {
        var connection = new SqliteConnection($"Data Source={_folder.DatabaseFile};Pooling=False");
        await connection.OpenAsync(Cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = "BEGIN EXCLUSIVE";
        await command.ExecuteNonQueryAsync(Cancel);
        return connection;
    }

    private static void AssertSays<T>(string words, Result<T> result)
    {
        Assert.False(result.Succeeded);
        Assert.Equal(ProblemKind.Storage, result.Problem.Kind);
        Assert.Contains(words, result.Problem.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', result.Problem.Detail);
    }
}
