using MeshReadiness.Core.Scanning;
using MeshReadiness.Data;

namespace MeshReadiness.Integration.Tests.Data;

/// <summary>While a scan writes, whoever reads sees the snapshot before it, whole and unchanged.</summary>
public abstract class WatchedScanTests : StoreTest
{
    [Theory]
    [InlineData(ScanKind.Full)]
    [InlineData(ScanKind.Incremental)]
    public async Task Readers_see_what_was_current_until_the_new_snapshot_is(ScanKind kind)
    {
        var people = TestPeople.Numbers(1, 1500);
        var old = await ScanAsync(people);
        var expected = await SeenAsync(old);
        var scan = await Database.BeginAsync(kind);
        using var over = new CancellationTokenSource();
        var reading = Task.Run(() => ReadAsync(old, expected, over.Token), Cancel);

        await scan.SaveTenantAsync();

        if (kind is ScanKind.Full)
        {
            await scan.ReadAsync([.. people.Select(person => person with { DisplayName = "New " + person.DisplayName })]);
        }
        else
        {
            foreach (var page in people.Chunk(50))
            {
                await scan.ApplyAsync(page.Select((person, index) => index % 2 == 0 ? person.Gone() : (person with { DisplayName = "New" }).Now()));
            }
        }

        await over.CancelAsync();
        Assert.True(await reading > 0);
        Assert.Equal(old, (await Database.Store.CurrentAsync(Cancel))!.Id);
        var young = await Database.CompleteAsync(scan);
        Assert.Equal(young.Id, (await Database.Store.CurrentAsync(Cancel))!.Id);
        Assert.NotEqual(expected, await SeenAsync(young.Id));
        Assert.Equal(expected, await SeenAsync(old));
    }

    // How often it was the same. At least once: the first reading begins before the end can be told.
    private async Task<int> ReadAsync(Guid id, string expected, CancellationToken over)
    {
        var times = 0;

        do
        {
            Assert.Equal(id, (await Database.Store.CurrentAsync(Cancel))!.Id);
            Assert.Equal(expected, await SeenAsync(id));
            times++;
        }
        while (!over.IsCancellationRequested);

        return times;
    }

    private async Task<string> SeenAsync(Guid id)
    {
        var list = await Database.Store.SearchPeopleAsync(id, new(Skip: 700, Take: 40), Cancel);
        PersonPage[] pages =
        [
            list,
            await Database.Store.SearchPeopleAsync(id, new("person 0001", Take: 200), Cancel),
            await Database.Store.SearchPeopleAsync(id, new("new"), Cancel),
            await Database.Store.SearchPeopleAsync(id, new("contoso", Verdict: Core.Eligibility.Verdict.Ready, Take: 100), Cancel),
        ];
        return Text(pages) + await Database.Store.PersonAsync(id, TestPeople.Number(7).Id, Cancel)
            + Text(await Database.Store.PopulationAsync(id, Cancel));
    }
}

public sealed class WatchedScanOnSqliteTests : WatchedScanTests;

public sealed class WatchedScanOnSqlServerTests : WatchedScanTests
{
    protected override Task<TestDatabase> MakeAsync() => TestDatabase.SqlServerAsync();
}
