using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Scanning;
using MeshReadiness.Data;

namespace MeshReadiness.Integration.Tests.Data;

/// <summary>A scan that is cut off at any step, or whose steps fail and are done again, stores what an undisturbed one stores.</summary>
public sealed class InterruptedScanTests : IAsyncLifetime
{
    private readonly TestFolder _folder = new();
    private readonly FailingStatement _failing = new();
    private TestDatabase _database = null!;
    private int _failures;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = TestDatabase.Sqlite(_folder.Path, interceptors: _failing);
        TestScan.Ok(await _database.Preparation.PrepareAsync(Cancel));
    }

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Its_writer_may_be_lost_after_every_step()
    {
        await RunAsync(async (scan, step) =>
        {
            TestScan.Ok(await step(scan));
            var resumed = (await _database.Writer.ResumeAsync(Cancel)).Value!;
            Assert.Equal(scan.Scan, resumed.Scan);
            return resumed;
        });

        Assert.Equal(await UndisturbedAsync(), Tables.All(_folder.DatabaseFile));
    }

    [Fact]
    public async Task Every_step_may_fail_at_any_statement_and_be_done_again_by_the_same_writer()
    {
        var failures = await RunAsync(FailEverywhereAsync);

        Assert.True(failures > 100);
        Assert.Equal(await UndisturbedAsync(), Tables.All(_folder.DatabaseFile));
    }

    [Fact]
    public async Task Every_step_may_fail_at_any_statement_and_be_done_again_by_a_new_writer()
    {
        await RunAsync(async (scan, step) =>
        {
            await FailEverywhereAsync(scan, step);
            return (await _database.Writer.ResumeAsync(Cancel)).Value!;
        });

        Assert.Equal(await UndisturbedAsync(), Tables.All(_folder.DatabaseFile));
    }

    [Fact]
    public async Task Before_and_after_a_scan_there_is_nothing_to_resume()
    {
        Assert.Null((await _database.Writer.ResumeAsync(Cancel)).Value);
        await RunAsync(Undisturbed);
        Assert.Null((await _database.Writer.ResumeAsync(Cancel)).Value);
        var scan = await _database.BeginAsync();
        TestScan.Ok(await _database.Writer.EndAsync(scan.Scan.Id, ScanState.Failed, new(ProblemKind.Unavailable, "No."), Cancel));
        Assert.Null((await _database.Writer.ResumeAsync(Cancel)).Value);
    }

    [Fact]
    public async Task A_writer_whose_scan_another_one_went_on_with_stops()
    {
        var scan = await _database.BeginAsync();
        var other = (await _database.Writer.ResumeAsync(Cancel)).Value!;
        TestScan.Ok(await other.AppendAsync(TestPeople.Numbers(1, 5)));

        var refused = await scan.AppendAsync(TestPeople.Numbers(1, 5));

        Assert.Equal(ProblemKind.Conflict, refused.Problem.Kind);
        TestScan.Ok(await other.AppendAsync(TestPeople.Numbers(6, 5)));
        TestScan.Ok(await other.IndexAsync(Cancel));
        Assert.Equal(10, (await _database.CompleteAsync(other)).People);
    }

    private static async Task<ScanWriter> Undisturbed(ScanWriter scan, Func<ScanWriter, Task<Result<Done>>> step)
    {
        TestScan.Ok(await step(scan));
        return scan;
    }

    // Lets the step fail at its first statement, then at its second, and so on until nothing is left to fail.
    private async Task<ScanWriter> FailEverywhereAsync(ScanWriter scan, Func<ScanWriter, Task<Result<Done>>> step)
    {
        for (var statement = 0; ; statement++)
        {
            _failing.FailAt(statement);
            var done = await step(scan);
            _failing.Heal();

            if (!_failing.HasFailed)
            {
                TestScan.Ok(done);
                return scan;
            }

            Assert.Equal(ProblemKind.Storage, done.Problem.Kind);
            _failures++;
        }
    }

    private async Task<int> RunAsync(Func<ScanWriter, Func<ScanWriter, Task<Result<Done>>>, Task<ScanWriter>> runStep)
    {
        await RunAsync(_database, runStep);
        return _failures;
    }

    private static async Task RunAsync(TestDatabase database, Func<ScanWriter, Func<ScanWriter, Task<Result<Done>>>, Task<ScanWriter>> runStep)
    {
        foreach (var (kind, steps) in new[] { (ScanKind.Full, Interruptions.Full()), (ScanKind.Incremental, Interruptions.Incremental()) })
        {
            var scan = await database.BeginAsync(kind);

            foreach (var step in steps)
            {
                scan = await runStep(scan, step);
            }

            await Interruptions.CompleteAsync(database, scan.Scan);
        }
    }

    private static async Task<string> UndisturbedAsync()
    {
        using var folder = new TestFolder();
        await using var database = TestDatabase.Sqlite(folder.Path);
        TestScan.Ok(await database.Preparation.PrepareAsync(Cancel));
        await RunAsync(database, Undisturbed);
        return Tables.All(folder.DatabaseFile);
    }
}
