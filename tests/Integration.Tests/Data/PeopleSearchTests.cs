using MeshReadiness.Core.Eligibility;
using MeshReadiness.Core.Readiness;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Data;

namespace MeshReadiness.Integration.Tests.Data;

/// <summary>People are found as somebody at the help desk types them, and counted as the rules judge them.</summary>
public abstract class PeopleSearchTests : StoreTest
{
    [Theory]
    [InlineData("jose", "José Álvarez")]
    [InlineData("JOSÉ", "José Álvarez")]
    [InlineData("alvarez jose", "José Álvarez")]
    [InlineData("soren", "Søren Łukasz")]
    [InlineData("łukasz", "Søren Łukasz")]
    [InlineData("lukasz  SOR", "Søren Łukasz")]
    [InlineData("strasse", "Anna Straße")]
    [InlineData("太郎", "山田 太郎")]
    [InlineData("ИВАН", "Иван Йозеф")]
    [InlineData("иозеф", "Иван Йозеф")]
    [InlineData("j.alvarez@", "José Álvarez")]
    [InlineData("MAIL@CONTOSO", "Anna Straße")]
    [InlineData("jose contoso.example", "José Álvarez")]
    public async Task Somebody_is_found_by(string typed, string name)
    {
        var id = await ScanAsync(
            TestPeople.Named("José Álvarez", upn: "j.alvarez@contoso.example"),
            TestPeople.Named("Søren Łukasz"),
            TestPeople.Named("Anna Straße", mail: "mail@contoso.example"),
            TestPeople.Named("山田 太郎"),
            TestPeople.Named("Иван Йозеф"),
            TestPeople.Named(null));

        Assert.Equal([name], await NamesAsync(id, typed));
    }

    [Theory]
    [InlineData("jose miller")]
    [InlineData("josealvarez")]
    [InlineData("example contoso nobody")]
    public async Task Every_word_has_to_match(string typed)
    {
        var id = await ScanAsync(TestPeople.Named("José Álvarez", "jose@contoso.example"), TestPeople.Named("Ann Miller"));

        Assert.Empty(await NamesAsync(id, typed));
    }

    [Theory]
    [InlineData("%", null)]
    [InlineData("_", null)]
    [InlineData("*", null)]
    [InlineData("\"", "\"Annie\" Ann")]
    [InlineData("'t", "'t Hart")]
    [InlineData("100%", "100% Human")]
    [InlineData("under_", "under_score")]
    [InlineData("und_r", null)]
    [InlineData("score", "under_score")]
    [InlineData("[X", "[x] set")]
    [InlineData("\\", null)]
    [InlineData("slash", "back\\slash")]
    [InlineData("o'n", "O'Neil")]
    [InlineData("neil", "O'Neil")]
    public async Task What_is_typed_is_literal(string typed, string? name)
    {
        string[] names = ["100% Human", "under_score", "[x] set", "star * name", "back\\slash", "O'Neil", "\"Annie\" Ann", "'t Hart", "plain"];
        var id = await ScanAsync([.. names.Select(one => TestPeople.Named(one))]);

        Assert.Equal(name is null ? [] : [name], await NamesAsync(id, typed));
    }

    [Theory]
    [InlineData("lvarez")]
    [InlineData("ontoso")]
    [InlineData("alvarez@contoso")]
    [InlineData("j.alvarez@contoso.examples")]
    public async Task The_middle_of_a_word_finds_nobody(string typed)
    {
        var id = await ScanAsync(TestPeople.Named("José Álvarez", "j.alvarez@contoso.example"));

        Assert.Empty(await NamesAsync(id, typed));
    }

    [Fact]
    public async Task A_text_finds_so_many_people_and_says_that_there_are_more()
    {
        var id = await ScanAsync([.. TestPeople.Numbers(1, PeopleSearch.MostFound + 100).Select((person, index) => person with { DisplayName = index < PeopleSearch.MostFound ? $"Ann {index:D4}" : $"Bo Ann {index + 1000}" })]);

        var exact = await Database.Store.SearchPeopleAsync(id, new("ann 0", Take: 5), Cancel);
        var first = await Database.Store.SearchPeopleAsync(id, new("ann", Take: 5), Cancel);
        var last = await Database.Store.SearchPeopleAsync(id, new("ann", Skip: PeopleSearch.MostFound - 10, Take: 50), Cancel);
        var beyond = await Database.Store.SearchPeopleAsync(id, new("ann", Skip: PeopleSearch.MostFound, Take: 50), Cancel);

        Assert.Equal((PeopleSearch.MostFound, false), (exact.Total, exact.IsMore));
        Assert.Equal((PeopleSearch.MostFound, true), (first.Total, first.IsMore));
        Assert.Equal(Enumerable.Range(PeopleSearch.MostFound - 10, 10).Select(number => $"Ann {number:D4}"), last.People.Select(person => person.DisplayName));
        Assert.Empty(beyond.People);
    }

    [Fact]
    public async Task Exactly_so_many_people_are_all_of_them()
    {
        var id = await ScanAsync([.. TestPeople.Numbers(1, PeopleSearch.MostFound).Select((person, index) => person with { DisplayName = $"Ann {index}" })]);

        var found = await Database.Store.SearchPeopleAsync(id, new("ann"), Cancel);

        Assert.Equal((PeopleSearch.MostFound, false), (found.Total, found.IsMore));
    }

    [Fact]
    public async Task Half_a_character_finds_nobody_and_breaks_nothing()
    {
        var id = await ScanAsync(TestPeople.Named("Ann"));

        Assert.Empty(await NamesAsync(id, "\ud83e"));
    }

    [Theory]
    [InlineData("4b1f2c3d-0000-4000-8000-00000000abcd")]
    [InlineData(" 4B1F2C3D-0000-4000-8000-00000000ABCD ")]
    public async Task An_object_id_finds_exactly_that_person(string typed)
    {
        var id = await ScanAsync(
            TestPeople.Named("Ann", id: "4b1f2c3d-0000-4000-8000-00000000abcd"),
            TestPeople.Named("4b1f2c3d-0000-4000-8000-00000000abcd"));

        Assert.Equal(["Ann"], await NamesAsync(id, typed));
    }

    [Fact]
    public async Task Names_that_begin_with_the_text_come_first_then_by_name_and_the_nameless_last()
    {
        var id = await ScanAsync(
            TestPeople.Named(null, upn: "an@contoso.example"),
            TestPeople.Named("Joanna"),
            TestPeople.Named("zoe an"),
            TestPeople.Named("ánna"),
            TestPeople.Named("Bo", upn: "an.bo@contoso.example"),
            TestPeople.Named("Andrew"),
            TestPeople.Named("AN"));

        Assert.Equal(["AN", "Andrew", "ánna", "Bo", "zoe an", null], await NamesAsync(id, "an"));
        Assert.Equal(["AN", "Andrew", "ánna", "Bo", "Joanna", "zoe an", null], await NamesAsync(id, " "));
    }

    [Fact]
    public async Task Pages_neither_overlap_nor_leave_anybody_out()
    {
        var people = TestPeople.Numbers(1, 120);
        var id = await ScanAsync(people);
        List<string> seen = [];

        for (var skip = 0; skip < 150; skip += 25)
        {
            var page = await Database.Store.SearchPeopleAsync(id, new(Text: "contoso", Skip: skip, Take: 25), Cancel);
            Assert.Equal(120, page.Total);
            seen.AddRange(page.People.Select(person => person.Id));
        }

        Assert.Equal(people.OrderBy(person => person.DisplayName is null).ThenBy(person => person.DisplayName, StringComparer.Ordinal)
            .Select(person => person.Id), seen);
    }

    [Fact]
    public async Task A_row_shows_what_a_list_needs()
    {
        var person = TestPeople.Number(6) with { JobTitle = "Pilot" };
        var id = await ScanAsync(person);

        var row = (await Database.Store.SearchPeopleAsync(id, new(), Cancel)).People.Single();

        Assert.Equal(
            new PersonRow(person.Id, person.DisplayName, person.UserPrincipalName, person.Mail, person.Department, "Pilot",
                person.Country, person.UserType, person.AccountEnabled),
            row);
    }

    [Fact]
    public async Task Filters_by_experience_verdict_and_reason_equal_a_recount_person_by_person()
    {
        var people = TestPeople.Numbers(1, 800);
        var id = await ScanAsync(people);
        var judged = people.ToDictionary(person => person.Id, person => TestPlaybook.Rules.Explain(person));
        var experiences = TestPlaybook.Playbook.Experiences.Select(experience => experience.Id).Append("unheard-of");
        var codes = judged.Values.SelectMany(verdicts => verdicts).SelectMany(verdict => verdict.Reasons).Select(reason => reason.Code)
            .Distinct().Append("teams").Append("").ToList();

        foreach (var experience in experiences)
        {
            foreach (var verdict in Enum.GetValues<Verdict>().Cast<Verdict?>().Append(null))
            {
                await CheckAsync(experience, verdict, null);

                foreach (var code in codes)
                {
                    await CheckAsync(experience, verdict, code);
                }
            }
        }

        async Task CheckAsync(string experience, Verdict? verdict, string? code)
        {
            var expected = judged.Where(person => person.Value.Any(item => item.ExperienceId == experience
                && (verdict is null || item.Verdict == verdict)
                && (code is null || item.Reasons.Any(reason => reason.Code == code)))).Select(person => person.Key);

            var page = await Database.Store.SearchPeopleAsync(
                id, new(ExperienceId: experience, Verdict: verdict, ReasonCode: code, Take: 1000), Cancel);

            Assert.Equal(expected.Order(StringComparer.Ordinal), page.People.Select(person => person.Id).Order(StringComparer.Ordinal));
            Assert.Equal(page.People.Length, page.Total);
        }
    }

    [Fact]
    public async Task A_verdict_without_an_experience_is_the_best_one_and_a_reason_without_one_is_any()
    {
        var people = TestPeople.Numbers(1, 800);
        var id = await ScanAsync(people);
        var report = await Database.Store.ReportAsync(id, Cancel);

        Assert.Equal(
            report!.Anyone,
            new VerdictCounts(await CountAsync(Verdict.Ready), await CountAsync(Verdict.NotReady),
                await CountAsync(Verdict.Unknown), await CountAsync(Verdict.NotApplicable)));
        Assert.Equal(
            people.Count(person => TestPlaybook.Rules.Explain(person).Any(verdict => verdict.Reasons.Any(reason => reason.Code == "office:suspended"))),
            (await Database.Store.SearchPeopleAsync(id, new(ReasonCode: "office:suspended"), Cancel)).Total);

        async Task<int> CountAsync(Verdict verdict) => (await Database.Store.SearchPeopleAsync(id, new(Verdict: verdict), Cancel)).Total;
    }

    [Fact]
    public async Task A_counted_reason_leads_to_exactly_as_many_people()
    {
        var id = await ScanAsync(TestPeople.Numbers(1, 800));
        var report = await Database.Store.ReportAsync(id, Cancel);

        Assert.NotEmpty(report!.Reasons);

        foreach (var reason in report.Reasons)
        {
            var page = await Database.Store.SearchPeopleAsync(
                id, new(ExperienceId: reason.ExperienceId, ReasonCode: reason.Reason.Code, Take: 1), Cancel);
            Assert.Equal(reason.People, page.Total);
        }
    }

    [Fact]
    public async Task People_of_a_department_a_country_or_an_office_equal_a_recount_and_combine_with_everything_else()
    {
        var people = TestPeople.Numbers(1, 240);
        var id = await ScanAsync(people);
        (PeopleSet Set, Func<UserFacts, bool> IsIn)[] sets =
        [
            (new(Dimension.Department, "Department 7"), person => person.Department == "Department 7"),
            (new(Dimension.Department, "Nowhere"), _ => false),
            (new(Dimension.Country, "Germany"), person => person.Country == "Germany"),
            (new(Dimension.Office, "Office 2"), person => person.OfficeLocation == "Office 2"),
            (new(Dimension.Office, ""), person => person.OfficeLocation is null),
        ];

        foreach (var (set, isIn) in sets)
        {
            var own = people.Where(isIn).ToList();
            await IsAsync(own, new(Take: 1000));
            await IsAsync([.. own.Where(person => BestOf(person) is Verdict.Ready)], new(Verdict: Verdict.Ready, Take: 1000));
            await IsAsync([.. own.Where(person => person.AssignedLicenses.Any(licence => licence.SkuId == TestPlaybook.SmallSku))], new(SkuId: TestPlaybook.SmallSku, Take: 1000));
            await IsAsync([.. own.Where(person => person.DisplayName == "Person 000047")], new("person 000047", Take: 1000));
            await IsAsync([.. own.Where(person => person.Id == people[6].Id)], new(people[6].Id, Take: 1000));

            async Task IsAsync(List<UserFacts> expected, PeopleQuery query)
            {
                var found = await Database.Store.SearchPeopleAsync(id, query with { Within = set }, Cancel);
                Assert.Equal(expected.Select(person => person.Id).Order(), found.People.Select(person => person.Id).Order());
                Assert.Equal(expected.Count, found.Total);
            }
        }

        Verdict BestOf(UserFacts person) => ReadinessReport.Best(TestPlaybook.Rules.Explain(person));
    }

    [Fact]
    public async Task A_product_leads_to_those_who_hold_it_and_combines_with_everything_else()
    {
        var people = TestPeople.Numbers(1, 800);
        var id = await ScanAsync(people);
        bool Holds(UserFacts person) => person.AssignedLicenses.Any(licence => licence.SkuId == TestPlaybook.SmallSku);

        var all = await Database.Store.SearchPeopleAsync(id, new(SkuId: TestPlaybook.SmallSku), Cancel);
        var some = await Database.Store.SearchPeopleAsync(
            id, new(Text: "person 0001", ExperienceId: "avatars", Verdict: Verdict.NotReady, SkuId: TestPlaybook.SmallSku), Cancel);
        var none = await Database.Store.SearchPeopleAsync(id, new(SkuId: Guid.NewGuid()), Cancel);

        Assert.Equal(people.Count(Holds), all.Total);
        Assert.Equal(
            people.Count(person => Holds(person) && person.DisplayName?.StartsWith("Person 0001", StringComparison.Ordinal) is true
                && TestPlaybook.Rules.Explain(person)[0].Verdict is Verdict.NotReady),
            some.Total);
        Assert.True(some.Total > 0);
        Assert.Equal(0, none.Total);
    }

    private async Task<IEnumerable<string?>> NamesAsync(Guid snapshotId, string typed) =>
        (await Database.Store.SearchPeopleAsync(snapshotId, new(Text: typed), Cancel)).People.Select(person => person.DisplayName);
}

public sealed class PeopleSearchOnSqliteTests : PeopleSearchTests;

public sealed class PeopleSearchOnSqlServerTests : PeopleSearchTests
{
    protected override Task<TestDatabase> MakeAsync() => TestDatabase.SqlServerAsync();
}
