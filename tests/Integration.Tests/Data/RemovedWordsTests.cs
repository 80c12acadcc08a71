using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace MeshReadiness.Integration.Tests.Data;

/// <summary>In SQLite, what leads to people goes with them, words and all; and in pieces, so that nobody waits long.</summary>
public sealed class RemovedWordsTests : IAsyncLifetime
{
    private static readonly string[] LeadingToPeople = ["\"People\"", "\"PeopleById\"", "\"PeopleByName\"", "\"PeopleWords\""];
    private readonly TestFolder _folder = new();
    private readonly CapturedCommands _commands = new();
    private TestDatabase _database = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = TestDatabase.Sqlite(_folder.Path, interceptors: _commands);
        TestScan.Ok(await _database.Preparation.PrepareAsync(Cancel));
    }

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Every_word_leads_to_a_person_and_every_person_has_the_words_of_a_fresh_database()
    {
        var people = TestPeople.Numbers(1, 60);
        await _database.ScanAsync(TestPeople.Numbers(1, 500));
        await _database.ScanAsync(TestPeople.Numbers(100, 500));
        await _database.ScanAsync(TestPeople.Numbers(1, 100));
        await _database.ChangeAsync([.. TestPeople.Numbers(61, 40).Select(person => person.Gone())]);

        await _database.Writer.RemoveOldAsync(keep: 1, Cancel);

        using var folder = new TestFolder();
        await using var fresh = TestDatabase.Sqlite(folder.Path);
        TestScan.Ok(await fresh.Preparation.PrepareAsync(Cancel));
        await fresh.ScanAsync(people);
        Assert.Equal(Words(folder.DatabaseFile), Words(_folder.DatabaseFile));
        Assert.Equal(60 * 4, Tables.People(_folder.DatabaseFile).Split('\n').Count(row => !row.StartsWith("Words", StringComparison.Ordinal)) + 60);
    }

    [Fact]
    public async Task Nothing_is_removed_in_one_go_that_could_be_large()
    {
        await _database.ScanAsync(TestPeople.Numbers(1, 5000));
        await _database.ScanAsync(TestPeople.Numbers(1, 10));
        var before = _commands.Texts.Count;

        await _database.Writer.RemoveOldAsync(keep: 1, Cancel);

        var removals = _commands.Texts.Skip(before).Where(text => text.StartsWith("DELETE", StringComparison.Ordinal)).ToList();
        Assert.All(
            LeadingToPeople,
            table => Assert.Equal(3, removals.Count(text => text.Contains($"FROM {table}", StringComparison.Ordinal))));
        await using var db = _database.Open();
        Assert.Equal(10, await db.People.CountAsync(Cancel));
    }

    // Words by how far from the first key of its roster the person is.
    private static List<string> Words(string file) => [.. Tables.People(file).Split('\n')
        .Where(row => row.StartsWith("Words", StringComparison.Ordinal))
        .Select(row => row.Split(" | "))
        .Select(row => $"{row[0]} {long.Parse(row[1], CultureInfo.InvariantCulture) & uint.MaxValue}")];
}
