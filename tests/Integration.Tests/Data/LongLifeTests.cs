using System.Collections.Immutable;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Scanning;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Data;

namespace MeshReadiness.Integration.Tests.Data;

/// <summary>
/// A database lives long: scans of both kinds succeed, fail and are cut off, and room is made in between, in any order.
/// At any time, every snapshot that is kept shows what the directory was when it was made.
/// </summary>
public abstract class LongLifeTests : StoreTest
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 4)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Every_kept_snapshot_is_the_directory_as_it_was(int seed)
    {
        var random = new Random(seed);
        var tenant = new ChangingTenant(seed);
        tenant.Grow(40);
        List<UserChange[]> untold = [];
        List<(Guid Id, ImmutableArray<UserFacts> People)> kept = [];

        for (var turn = 0; turn < 14; turn++)
        {
            untold.AddRange(tenant.Change(12));
            var scan = await BeginAsync(random, tenant, untold);

            if (random.Next(3) == 0)
            {
                TestScan.Ok(await Database.Writer.EndAsync(scan.Scan.Id, ScanState.Failed, new(ProblemKind.Unavailable, "No."), Cancel));
            }
            else
            {
                kept.Add(((await Database.CompleteAsync(scan)).Id, [.. tenant.People]));
                untold.Clear();
            }

            if (random.Next(3) == 0)
            {
                var keep = random.Next(1, 4);
                await Database.Writer.RemoveOldAsync(keep, Cancel);
                kept = [.. kept.TakeLast(keep)];
            }

            foreach (var (id, people) in kept)
            {
                await IsAsync(id, people);
            }
        }

        Assert.Equal(kept.LastOrDefault().Id, (await Database.Store.CurrentAsync(Cancel))?.Id ?? default);
    }

    // Reads everything that there is to read, and is sometimes cut off and resumed on the way.
    private async Task<ScanWriter> BeginAsync(Random random, ChangingTenant tenant, List<UserChange[]> untold)
    {
        var scan = await Database.BeginAsync(random.Next(4) == 0 ? ScanKind.Full : ScanKind.Incremental);
        await scan.SaveTenantAsync();

        if (scan.Scan.Kind is ScanKind.Full)
        {
            await scan.ReadAsync(tenant.ReadAll());
            return scan;
        }

        foreach (var page in untold)
        {
            await scan.ApplyAsync(page);
            scan = random.Next(3) == 0 ? (await Database.Writer.ResumeAsync(Cancel)).Value! : scan;
        }

        return scan;
    }

    private async Task IsAsync(Guid id, ImmutableArray<UserFacts> people)
    {
        var list = await Database.Store.SearchPeopleAsync(id, new(Take: 5000), Cancel);
        Assert.Equal(people.Select(person => person.Id).Order(StringComparer.Ordinal), list.People.Select(person => person.Id).Order(StringComparer.Ordinal));
        Assert.Equal(Text(TestPlaybook.Judge(people).Population), Text(await Database.Store.PopulationAsync(id, Cancel)));
        await StoredCounts.AreThoseOfTheRowsAsync(Database, id);

        foreach (var person in people)
        {
            Assert.Equal(person, await Database.Store.PersonAsync(id, person.Id, Cancel));
        }
    }
}

public sealed class LongLifeOnSqliteTests : LongLifeTests;

public sealed class LongLifeOnSqlServerTests : LongLifeTests
{
    protected override Task<TestDatabase> MakeAsync() => TestDatabase.SqlServerAsync();
}
