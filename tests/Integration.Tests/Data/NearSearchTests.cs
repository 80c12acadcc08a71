using MeshReadiness.Core.Tenant;
using MeshReadiness.Data;

namespace MeshReadiness.Integration.Tests.Data;

/// <summary>Who mistypes a name finds its owners all the same, and is told that they only come near.</summary>
public abstract class NearSearchTests : StoreTest
{
    private static readonly string[] Given = ["Kristoffer", "Kristina", "Ines", "Jon", "Johanna", "Bo", "Maximilian", "Xu", "Øystein", "Анастасия", "Wei"];
    private static readonly string[] Family = ["Johnson", "Johansson", "Jonson", "Smith", "Schmidt", "Wojciechowski", "Nakamura", "Li", "Björk", "O'Neill", "Fourcade"];
    private static readonly string[] Domains = ["fourthcoffee.example", "contoso.example", "fabrikam.example"];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 4)];

    [Theory]
    [InlineData("Jhonson", "Ada Johnson")]
    [InlineData("ohnson", "Ada Johnson")]
    [InlineData("Johnsson", "Ada Johnson")]
    [InlineData("Xohnson", "Ada Johnson")]
    [InlineData("Kristofer", "Kristoffer Nilsen")]
    [InlineData("Kirstofer", "Kristoffer Nilsen")]
    [InlineData("ines@fourthcofee", "Ines Roy")]
    [InlineData("niles ines", null)]
    [InlineData("Jxxnson", null)]
    [InlineData("Rxy", null)]
    public async Task A_mistyped_name_finds(string typed, string? name)
    {
        var id = await ScanAsync(
            TestPeople.Named("Ada Johnson", "ada@contoso.example"),
            TestPeople.Named("Kristoffer Nilsen", "kn@contoso.example"),
            TestPeople.Named("Ines Roy", "ines@fourthcoffee.example"),
            TestPeople.Named("Bo Li"));

        var page = await Database.Store.SearchPeopleAsync(id, new(typed, OrNear: true), Cancel);

        Assert.Equal(name is null ? [] : [name], page.People.Select(person => person.DisplayName));
        Assert.Equal(name is not null, page.IsNear);
        Assert.Empty((await Database.Store.SearchPeopleAsync(id, new(typed), Cancel)).People);
    }

    [Fact]
    public async Task Whoever_is_really_called_so_is_found_alone()
    {
        var id = await ScanAsync(TestPeople.Named("Ada Jonson"), TestPeople.Named("Ada Johnson"));

        var page = await Database.Store.SearchPeopleAsync(id, new("jonson", OrNear: true), Cancel);

        Assert.Equal("Ada Jonson", Assert.Single(page.People).DisplayName);
        Assert.False(page.IsNear);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Mistakes_find_whom_a_look_at_each_word_of_each_finds(int seed)
    {
        var random = new Random(seed);
        var people = Enumerable.Range(0, 250).Select(number => Somebody(random, number)).ToArray();
        var id = await ScanAsync(people);
        var (near, asked) = (0, 0);

        while (asked < 150)
        {
            var typed = Mistyped(random, people[random.Next(people.Length)]);
            var page = await Database.Store.SearchPeopleAsync(id, new(typed, OrNear: true, Take: 1000), Cancel);
            var exact = await Database.Store.SearchPeopleAsync(id, new(typed, Take: 1000), Cancel);

            if (exact.Total > 0)
            {
                Assert.False(page.IsNear);
                Assert.Equal(exact.People, page.People);
                continue;
            }

            asked++;
            var mistakes = NaiveNear.Named(people.Select(Folded), Folded(typed), 1).Any() ? 1 : 2;
            var found = page.People.Select(person => person.Id).ToHashSet();
            var must = NaiveNear.Named(people.Select(Folded), Folded(typed), mistakes).Select(person => person.Id).ToHashSet();
            var may = NaiveNear.Anyhow(people.Select(Folded), Folded(typed), mistakes).Select(person => person.Id).ToHashSet();

            Assert.True(must.IsSubsetOf(found), $"{typed} finds too few.");
            Assert.True(found.IsSubsetOf(may), $"{typed} finds somebody who doesn't come near.");
            Assert.Equal(found.Count > 0, page.IsNear);
            Assert.Equal(found.Count, page.Total);
            near += must.Count > 0 ? 1 : 0;
        }

        Assert.True(near > 75, $"Only {near} of {asked} mistakes came near anybody.");
    }

    [Fact]
    public async Task Words_stay_findable_after_changes_and_filters_hold()
    {
        var id = await ScanAsync(TestPeople.Named("Ada Johnson", id: "a") with { AccountEnabled = false }, TestPeople.Named("Eva Johnson", id: "e"));
        var young = (await Database.ChangeAsync([(TestPeople.Named("Ada Nakamura", id: "a") with { AccountEnabled = false }).Now()])).Id;

        async Task<string> FoundAsync(Guid snapshot, string typed) =>
            string.Join(' ', (await Database.Store.SearchPeopleAsync(snapshot, new(typed, OrNear: true), Cancel)).People.Select(person => person.Id));

        Assert.Equal("a e", await FoundAsync(id, "Jhonson"));
        Assert.Equal("e", await FoundAsync(young, "Jhonson"));
        Assert.Equal("a", await FoundAsync(young, "Nakamrua"));
        Assert.Equal("", await FoundAsync(id, "Nakamrua"));
    }

    private static UserFacts Somebody(Random random, int number)
    {
        var (given, family, domain) = (Given[random.Next(Given.Length)], Family[random.Next(Family.Length)], Domains[random.Next(Domains.Length)]);
        return TestPeople.Named($"{given} {family}", $"u{number}@{domain}");
    }

    // One mistake in the name, or two in longer ones, and sometimes a second word or the domain with it.
    private static string Mistyped(Random random, UserFacts person)
    {
        var words = person.DisplayName!.Split(' ');
        var word = words[random.Next(words.Length)];

        for (var mistakes = word.Length >= 8 ? random.Next(1, 3) : 1; mistakes > 0; mistakes--)
        {
            word = Mistake(random, word);
        }

        return random.Next(4) switch { 0 => $"{word} {words[0]}", 1 => $"{words[1][..1]} {word}", 2 => $"{word}@{person.UserPrincipalName!.Split('@')[1]}", _ => word };
    }

    private static string Mistake(Random random, string word)
    {
        var at = random.Next(word.Length);
        var letter = (char)('a' + random.Next(26));
        return random.Next(4) switch
        {
            0 => word.Remove(at, 1),
            1 => word.Insert(at, $"{letter}"),
            2 => word.Remove(at, 1).Insert(at, $"{letter}"),
            _ => at + 1 < word.Length ? $"{word[..at]}{word[at + 1]}{word[at]}{word[(at + 2)..]}" : word + letter,
        };
    }

    private static UserFacts Folded(UserFacts person) => person with { DisplayName = Folded(person.DisplayName!) };

    private static string Folded(string text) => SearchWords.Normalise(text);
}

public sealed class NearSearchOnSqliteTests : NearSearchTests;

public sealed class NearSearchOnSqlServerTests : NearSearchTests
{
    protected override Task<TestDatabase> MakeAsync() => TestDatabase.SqlServerAsync();
}
