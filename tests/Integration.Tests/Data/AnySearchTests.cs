using MeshReadiness.Core.Eligibility;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Data;

namespace MeshReadiness.Integration.Tests.Data;

/// <summary>Whatever people are called and whatever somebody types, exactly those are found whom a look at each would find.</summary>
public abstract class AnySearchTests : StoreTest
{
    private static readonly string[] Pieces =
    [
        "Ann", "ann", "ANNA", "Änne", "José", "Jose\u0301", "Łukasz", "Straße", "İpek", "ılgaz", "Smith-Jones", "O'Neil", "van", "der",
        "山田", "太郎", "𠮷野家", "𠮷", "김민준", "김", "عبد", "الله", "कुमार", "कुम", "ไทย", "Ω", "e", "42", "4", "AND", "OR", "NOT", "NEAR(",
        "*", "\"", "'", "-", "--", "(", ")", ":", "^", "%", "_", "[a]", "\\", "😀", "😁", "🧑‍🚀", "\u0000", "\u0001", "\ufffd", "\uffff", "\ud83d", "ﾊﾝｶｸ", "Ａｎｎ",
        new string('a', 300), string.Concat(Enumerable.Repeat("𠮷", 100)), new string('x', 127) + "𠮷y", "ann@contoso.example", "a.b-c_d+e@x.y", "\"q q\"@z",
    ];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 6)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task A_text_finds_those_whom_a_look_at_each_finds(int seed)
    {
        var random = new Random(seed);
        var people = People(random, 150);
        var id = await ScanAsync(people);
        var running = await Database.BeginAsync();
        await running.ReadAsync([.. people.Select(person => person with { Id = person.Id + "r" })]);

        for (var query = 0; query < 120; query++)
        {
            var typed = Typed(random, people);
            var (byName, byWords) = NaiveSearch.Find(people, typed);

            var page = await Database.Store.SearchPeopleAsync(id, new(typed, Take: 500), Cancel);

            Assert.Equal(Shown(typed, Ids(byName), people), Shown(typed, page.People.Take(byName.Count).Select(person => person.Id), people));
            Assert.Equal(Shown(typed, Ids(byWords), people), Shown(typed, page.People.Skip(byName.Count).Select(person => person.Id), people));
            Assert.Equal((byName.Count + byWords.Count, false), (page.Total, page.IsMore));
            AssertSorted(page.People.Take(byName.Count));
            AssertSorted(page.People.Skip(byName.Count));
        }

        Assert.Empty((await Database.Store.SearchPeopleAsync(running.Scan.Id, new("ann"), Cancel)).People);
    }

    [Fact]
    public async Task A_text_and_filters_find_those_of_the_text_who_pass_the_filters()
    {
        var random = new Random(7);
        // As many as a text can find, so that nobody is left out for their number.
        var people = TestPeople.Numbers(1, PeopleSearch.MostFound).Zip(People(random, PeopleSearch.MostFound), (person, named) => person with { DisplayName = named.DisplayName }).ToArray();
        var id = await ScanAsync(people);
        var judged = people.ToDictionary(person => person.Id, person => TestPlaybook.Rules.Explain(person));
        var found = 0;

        for (var query = 0; query < 150; query++)
        {
            var typed = random.Next(3) switch { 0 => "contoso", 1 => people[random.Next(people.Length)].Id, _ => Typed(random, people) };
            var (verdict, code, sku) = (random.Next(2) == 0 ? (Verdict?)random.Next(4) : null, random.Next(2) == 0 ? "teams:on" : null,
                random.Next(3) == 0 ? TestPlaybook.SmallSku : (Guid?)null);
            var (byName, byWords) = NaiveSearch.Find(people, typed);
            var expected = byName.Concat(byWords).Concat(people.Where(person => person.Id == typed)).Distinct()
                .Where(person => sku is null || person.AssignedLicenses.Any(licence => licence.SkuId == sku))
                .Where(person => judged[person.Id].Any(item => item.ExperienceId == "avatars" && (verdict is null || item.Verdict == verdict)
                    && (code is null || item.Reasons.Any(reason => reason.Code == code)))).ToList();

            var page = await Database.Store.SearchPeopleAsync(id, new(typed, "avatars", verdict, code, sku, Take: 500), Cancel);

            Assert.Equal(Ids(expected), page.People.Select(person => person.Id).Order(StringComparer.Ordinal));
            Assert.Equal(expected.Count, page.Total);
            found += expected.Count;
        }

        Assert.True(found > 100);
    }

    [Fact]
    public async Task After_changes_only_what_is_true_is_found_and_in_older_snapshots_what_was()
    {
        var random = new Random(8);
        var people = People(random, 120);
        var old = await ScanAsync(people);
        var later = people.Select((person, index) => index % 3 == 0 ? person with { DisplayName = Name(random), Mail = Address(random) } : person).Skip(5).ToArray();
        var young = (await Database.ChangeAsync([.. later.Select(person => person.Now()), .. people[..5].Select(person => person.Gone())])).Id;

        for (var query = 0; query < 100; query++)
        {
            var typed = Typed(random, people);

            await AreAsync(old, people, typed);
            await AreAsync(young, later, typed);
        }

        async Task AreAsync(Guid id, UserFacts[] those, string typed)
        {
            var (byName, byWords) = NaiveSearch.Find(those, typed);
            var page = await Database.Store.SearchPeopleAsync(id, new(typed, Take: 500), Cancel);
            Assert.Equal(Shown(typed, Ids([.. byName, .. byWords]), those), Shown(typed, page.People.Select(person => person.Id), those));
        }
    }

    // Names that can't be printed are written as escapes, so that a failure tells what was typed.
    private static string Shown(string typed, IEnumerable<string> ids, UserFacts[] people) => string.Join('\n', ids.Order(StringComparer.Ordinal)
        .Select(id => Array.Find(people, person => person.Id == id))
        .Select(person => Text(new { person?.Id, person?.DisplayName, person?.UserPrincipalName, person?.Mail })).Prepend(Text(typed)));

    private static IEnumerable<string> Ids(IEnumerable<UserFacts> people) => people.Select(person => person.Id).Order(StringComparer.Ordinal);

    // Characters beyond the first 65,536 come in another order in every database.
    private static void AssertSorted(IEnumerable<PersonRow> people)
    {
        var names = people.Select(person => SearchWords.SortName(person.DisplayName)).Where(name => !name.Any(char.IsSurrogate)).ToList();
        Assert.Equal(names.Order(StringComparer.Ordinal), names);
    }

    private static UserFacts[] People(Random random, int count) => [.. Enumerable.Range(1, count).Select(number => TestPeople.Named(
        Name(random), Address(random), Address(random), new Guid(number, 0, 0, new byte[8]).ToString()))];

    private static string? Name(Random random) => random.Next(9) == 0 ? null
        : string.Join(random.Next(3) switch { 0 => "  ", 1 => "", _ => " " }, Enumerable.Range(0, random.Next(1, 4)).Select(_ => Piece(random)));

    private static string? Address(Random random) => random.Next(3) switch
    {
        0 => null,
        1 => $"{Piece(random)}.{Piece(random)}@contoso.example",
        _ => $"{Piece(random)}@{Piece(random)}",
    };

    private static string Typed(Random random, UserFacts[] people)
    {
        var person = people[random.Next(people.Length)];
        var whole = random.Next(5) switch
        {
            0 => person.DisplayName,
            1 => person.UserPrincipalName,
            2 => person.Mail,
            3 => $"{Piece(random)} {Piece(random)}",
            _ => Piece(random),
        } ?? Piece(random);
        return random.Next(2) == 0 ? whole : whole[..random.Next(1, whole.Length + 1)];
    }

    private static string Piece(Random random) => Pieces[random.Next(Pieces.Length)];
}

public sealed class AnySearchOnSqliteTests : AnySearchTests;

public sealed class AnySearchOnSqlServerTests : AnySearchTests
{
    protected override Task<TestDatabase> MakeAsync() => TestDatabase.SqlServerAsync();
}
