using MeshReadiness.Data;

namespace MeshReadiness.Integration.Tests.Data;

/// <summary>What is asked of SQLite itself is what the model answers.</summary>
public sealed class SqliteReadsTests : StoreTest
{
    [Fact]
    public async Task Both_ways_give_the_same_people()
    {
        var people = TestPeople.Numbers(1, 400);
        var old = await ScanAsync(people);
        var young = (await Database.ChangeAsync([.. people[..60].Select(person => (person with { DisplayName = "Person again", Department = "Elsewhere" }).Now()), people[70].Gone()])).Id;
        IPeopleReads quick = Database.People;
        var model = new ModelReads(Database.Contexts, Database.Tables);
        Assert.IsType<SqliteReads>(quick);
        Assert.Equal(young, await quick.CurrentAsync(Cancel));
        Assert.Equal(young, await model.CurrentAsync(Cancel));

        foreach (var id in new[] { old, young })
        {
            var scope = await quick.ScopeAsync(id, Cancel);
            Assert.Equal(await model.ScopeAsync(id, Cancel), scope);

            foreach (var (beginning, skip, take) in new[] { ("person", 0, 1000), ("person 0001", 3, 40), ("person again", 0, 5), ("\uffff", 0, 9), ("nobody", 0, 9) })
            {
                var keys = await quick.ByNameAsync(scope!, new(), beginning, skip, take, Cancel);
                Assert.Equal(await model.ByNameAsync(scope!, new(), beginning, skip, take, Cancel), keys);
                Assert.Equal(await model.RowsAsync([.. keys], Cancel), await quick.RowsAsync([.. keys], Cancel));
            }

            foreach (var (words, areWhole) in new (string[][], bool)[] { ([["again"]], true), ([["person0", "person1"], ["contoso"]], false), ([["p"]], false), ([["\"", "x"]], true) })
            {
                var found = await quick.WithWordsAsync(scope!, new(), words, areWhole, 1000, Cancel);
                Assert.Equal(await model.WithWordsAsync(scope!, new(), words, areWhole, 1000, Cancel), found);
            }

            foreach (var name in people[..80].SelectMany(person => new[] { person.Id, person.UserPrincipalName!, person.UserPrincipalName!.ToUpperInvariant(), person.Mail ?? "x@y", "x" + person.Id }))
            {
                Assert.Equal(Text(await model.PersonAsync(scope!, name, Cancel)), Text(await quick.PersonAsync(scope!, name, Cancel)));
            }
        }
    }

    [Fact]
    public async Task A_snapshot_that_is_not_complete_has_no_scope()
    {
        var running = await Database.BeginAsync();

        Assert.Null(await Database.People.ScopeAsync(running.Scan.Id, Cancel));
        Assert.Null(await Database.People.ScopeAsync(Guid.NewGuid(), Cancel));
        Assert.Null(await Database.People.CurrentAsync(Cancel));
    }

    [Fact]
    public async Task Many_at_once_are_all_answered()
    {
        var people = TestPeople.Numbers(1, 300);
        var id = await ScanAsync(people);

        var found = await Task.WhenAll(Enumerable.Range(0, 2_000).Select(number => Task.Run(
            () => Database.Store.PersonAsync(id, people[number % people.Length].UserPrincipalName!, Cancel), Cancel)));

        Assert.Equal(Enumerable.Range(0, 2_000).Select(number => people[number % people.Length].Id), found.Select(person => person?.Id));
    }
}
