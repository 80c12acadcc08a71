using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Scanning;
using MeshReadiness.Data;

namespace MeshReadiness.Integration.Tests.Data;

/// <summary>A scan that is not whole is taken back as if it had never been, even where that was cut off halfway.</summary>
public sealed class TakingBackTests : IAsyncLifetime
{
    private static readonly Problem Why = new(ProblemKind.Unavailable, "No.");
    private readonly TestFolder _folder = new();
    private readonly FailingStatement _failing = new();
    private TestDatabase _database = null!;

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

    public static TheoryData<ScanKind, ScanState> Ends => new()
    {
        { ScanKind.Full, ScanState.Failed }, { ScanKind.Full, ScanState.Cancelled },
        { ScanKind.Incremental, ScanState.Failed }, { ScanKind.Incremental, ScanState.Cancelled },
    };

    [Theory]
    [MemberData(nameof(Ends))]
    public async Task Everything_is_as_before_whatever_step_it_ended_at(ScanKind kind, ScanState state)
    {
        await CompleteTwoAsync();
        var steps = kind is ScanKind.Full ? Interruptions.Full() : Interruptions.Incremental();
        var number = 3;

        for (var step = 0; step <= steps.Count; step += 2)
        {
            var before = Tables.Without(_folder.DatabaseFile, number);
            var scan = await RunAsync(kind, steps.Take(step));

            TestScan.Ok(await _database.Writer.EndAsync(scan.Scan.Id, state, Why, Cancel));

            Assert.Equal(before, Tables.Without(_folder.DatabaseFile, number++));
        }
    }

    [Theory]
    [InlineData(ScanKind.Full, 10)]
    [InlineData(ScanKind.Incremental, 7)]
    public async Task Cut_off_halfway_nobody_sees_it_and_the_next_scan_completes_it(ScanKind kind, int halfway)
    {
        await CompleteTwoAsync();
        var before = Tables.Without(_folder.DatabaseFile, 3);
        var shown = await ShownAsync();
        var scan = await RunAsync(kind, kind is ScanKind.Full ? Interruptions.Full() : Interruptions.Incremental());

        // Behind the statements that end the scan, and some of those that take it back.
        _failing.FailAt(halfway);
        var ended = await _database.Writer.EndAsync(scan.Scan.Id, ScanState.Failed, Why, Cancel);
        _failing.Heal();

        Assert.Equal(ProblemKind.Storage, ended.Problem.Kind);
        Assert.Equal(ScanState.Failed, (await _database.Store.RecentScansAsync(1, Cancel)).Single().State);
        Assert.NotEqual(before, Tables.Without(_folder.DatabaseFile, 3));

        // Fails a statement later with every scan that would begin, until nothing is left to take back.
        for (var statement = 0; ; statement++)
        {
            Assert.Equal(shown, await ShownAsync());
            _failing.FailAt(statement);
            var begun = await _database.Writer.BeginAsync(ScanKind.Incremental, ScanTrigger.Manual, TestScan.Admin, TestPlaybook.Playbook, Cancel);
            _failing.Heal();

            if (begun.Succeeded)
            {
                Assert.Equal(4, begun.Value.Scan.Number);
                break;
            }

            Assert.Equal(ProblemKind.Storage, begun.Problem.Kind);
        }

        Assert.Equal(shown, await ShownAsync());
        var running = (await _database.Writer.ResumeAsync(Cancel)).Value!;
        TestScan.Ok(await _database.Writer.EndAsync(running.Scan.Id, ScanState.Cancelled, Why, Cancel));
        Assert.Equal(before, string.Join('\n', Tables.Without(_folder.DatabaseFile, 3).Split('\n').Where(row => !row.Contains("#4 ", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task The_next_scan_goes_on_as_if_the_failed_one_had_never_been()
    {
        await CompleteTwoAsync();
        var tenant = new ChangingTenant(9);
        var added = tenant.Grow(5);
        var broken = await RunAsync(ScanKind.Incremental, Interruptions.Incremental());
        TestScan.Ok(await _database.Writer.EndAsync(broken.Scan.Id, ScanState.Failed, Why, Cancel));

        var people = (await _database.Store.CurrentAsync(Cancel))!.People;
        var head = await _database.ChangeAsync([.. added.Select(person => (person with { Id = person.Id + "x" }).Now())]);

        Assert.Equal((ScanKind.Incremental, new PeopleChanges(5, 0, 0), people + 5), (head.Kind, head.Changes, head.People));
        await StoredCounts.AreThoseOfTheRowsAsync(_database, head.Id);
    }

    private async Task CompleteTwoAsync()
    {
        await Interruptions.CompleteAsync(_database, (await RunAsync(ScanKind.Full, Interruptions.Full())).Scan);
        await _database.ChangeAsync([TestPeople.Number(1).Now()]);
    }

    private async Task<ScanWriter> RunAsync(ScanKind kind, IEnumerable<Func<ScanWriter, Task<Result<Done>>>> steps)
    {
        var scan = await _database.BeginAsync(kind);

        foreach (var step in steps)
        {
            TestScan.Ok(await step(scan));
        }

        return scan;
    }

    private async Task<string> ShownAsync()
    {
        var id = (await _database.Store.CurrentAsync(Cancel))!.Id;
        var people = await _database.Store.SearchPeopleAsync(id, new(Take: 5000), Cancel);
        List<string> shown = [$"{people.Total}"];

        foreach (var row in people.People)
        {
            var found = await _database.Store.SearchPeopleAsync(id, new(row.UserPrincipalName ?? row.Id), Cancel);
            shown.Add($"{await _database.Store.PersonAsync(id, row.Id, Cancel)} {found.Total}");
        }

        return string.Join('\n', shown);
    }
}
