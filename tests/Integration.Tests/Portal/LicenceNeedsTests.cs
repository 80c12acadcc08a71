using System.Net;
using System.Text.Json;
using MeshReadiness.Integration.Tests.SampleTenant;

namespace MeshReadiness.Integration.Tests.Portal;

/// <summary>What it would take, against a recount person by person.</summary>
public sealed class LicenceNeedsTests
{
    private static readonly string[] Parts = ["ready", "switchOn", "fixAssignment", "needProduct", "unclear", "notByLicence", "notForThem"];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("contoso")]
    [InlineData("half-licensed")]
    [InlineData("messy")]
    public async Task Parts_seats_and_people_are_what_a_recount_person_by_person_gives(string scenario)
    {
        await using var tenant = await RunningTenant.StartAsync($"--people 900 --scenario {scenario}");
        var people = await tenant.ItemsAsync($"/v1.0/users?$select={RunningTenant.UserFacts},country,officeLocation&$top=999");
        var skus = (await tenant.ReadAsync("/v1.0/subscribedSkus")).Items().ToList();
        var expected = await tenant.ReadAsync("/_tenant/expected");
        var members = await tenant.ReadAsync("/_tenant/expected/policy-members");
        var policies = await tenant.ReadAsync("/v1.0/identity/conditionalAccess/policies");
        await using var portal = await ScannedAsync(tenant);
        var admin = await portal.SignInAsync("admin");
        var department = people.GroupBy(person => person.Text("department")).Where(group => group.Key is not null).MaxBy(group => group.Count())!.Key!;
        var country = people.GroupBy(person => person.Text("country")).Where(group => group.Key is not null).MaxBy(group => group.Count())!.Key!;
        var office = people.GroupBy(person => person.Text("officeLocation")).Where(group => group.Key is not null).MinBy(group => group.Count())!.Key!;
        (string Query, Func<JsonElement, bool> IsIn)[] sets =
        [
            ("", _ => true),
            ($"&department={Uri.EscapeDataString(department)}", person => person.Text("department") == department),
            ($"&country={Uri.EscapeDataString(country)}", person => person.Text("country") == country),
            ($"&office={Uri.EscapeDataString(office)}", person => person.Text("officeLocation") == office),
            ("&office=", person => person.Text("officeLocation") is null),
            // Blanks are no department either.
            ("&department=", person => string.IsNullOrWhiteSpace(person.Text("department"))),
        ];

        foreach (var experience in NaiveVerdicts.Experiences)
        {
            foreach (var (query, isIn) in sets)
            {
                var recount = new NaiveNeeds(experience, [.. people.Where(isIn)], skus, expected, members, policies);
                var answer = JsonElement.Parse(await admin.GetStringAsync($"/api/v1/licences/needs?experience={experience}{query}", Cancelled));

                Assert.Equal(
                    Parts.Select(part => $"{experience}{query} {part} {recount.People.GetValueOrDefault(part)?.Count ?? 0}"),
                    Parts.Select(part => $"{experience}{query} {part} {answer.GetProperty("parts").Number(part)}"));
                Assert.Equal(people.Count(isIn), answer.Number("people"));
                Assert.Equal(
                    recount.Seats.Select(seat => $"{experience}{query} {seat.Key} {seat.Value.People} {seat.Value.FromFree}"),
                    answer.GetProperty("seats").EnumerateArray().Select(seat => $"{experience}{query} "
                        + $"{string.Join('+', seat.GetProperty("meets").EnumerateArray().Select(id => id.GetString()))} {seat.Number("people")} {seat.Number("fromFree")}"));
                Assert.Equal(answer.Number("seatsNeeded") - answer.Number("seatsFree"), answer.Number("seatsMissing"));

                if (experience is "mesh-pc")
                {
                    foreach (var part in Parts)
                    {
                        var rows = await RowsAsync(admin, $"experience={experience}{query}&part={part}");
                        Assert.Equal(recount.People.GetValueOrDefault(part, []).Order(StringComparer.Ordinal), rows.Skip(1).Select(row => row.Split(',')[0]).Order(StringComparer.Ordinal));
                    }
                }
            }
        }
    }

    [Fact]
    public async Task A_list_says_what_each_person_lacks_and_which_products_would_do()
    {
        await using var tenant = await RunningTenant.StartAsync("--people 300");
        await using var portal = await ScannedAsync(tenant);
        var rows = await RowsAsync(await portal.SignInAsync("admin"), "experience=mesh-pc&part=needProduct");

        Assert.Equal("Object id,Name,Sign-in name,Mail,Department,Country,What it takes,Lacks,Products that would do", rows[0]);
        Assert.All(rows.Skip(1), row => Assert.Contains("A product is missing", row, StringComparison.Ordinal));
        Assert.Contains(rows, row => row.EndsWith(",the Microsoft Mesh plan,Teams Premium (for Departments)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_list_that_is_longer_than_what_is_read_at_a_time_is_whole()
    {
        await using var tenant = await RunningTenant.StartAsync("--people 7000");
        await using var portal = await ScannedAsync(tenant);
        var admin = await portal.SignInAsync("admin");

        var needed = JsonElement.Parse(await admin.GetStringAsync("/api/v1/licences/needs?experience=mesh-pc", Cancelled)).GetProperty("parts").Number("needProduct");
        var rows = await RowsAsync(admin, "experience=mesh-pc&part=needProduct");

        Assert.InRange(needed, 4_001, 7_000);
        Assert.Equal(needed, rows.Skip(1).Select(row => row.Split(',')[0]).Distinct().Count());
    }

    [Theory]
    [InlineData("needs?experience=luck", "experience must be the id of one: avatars,")]
    [InlineData("needs", "experience must be the id of one: avatars,")]
    [InlineData("needs?experience=avatars&department=Sales&country=Chile", "department, country and office can't be asked for together")]
    [InlineData("needs?experience=avatars&office=Oslo&country=Chile", "department, country and office can't be asked for together")]
    [InlineData("needs?experience=avatars&verdict=maybe", "verdict must be ready, notReady, unknown or notApplicable")]
    [InlineData("needs/people.csv?experience=avatars", "part must be one of ready, switchOn, fixAssignment, needProduct")]
    [InlineData("needs/people.csv?experience=avatars&part=3", "part must be one of ready, switchOn, fixAssignment, needProduct")]
    public async Task What_cannot_be_asked_is_refused_in_a_sentence(string path, string sentence)
    {
        await using var tenant = await RunningTenant.StartAsync("--people 20");
        await using var portal = await ScannedAsync(tenant);
        using var answer = await (await portal.SignInAsync("admin")).GetAsync($"/api/v1/licences/{path}", Cancelled);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.StartsWith(sentence, JsonElement.Parse(await answer.Content.ReadAsStringAsync(Cancelled)).Text("detail"), StringComparison.Ordinal);
    }

    private static async Task<string[]> RowsAsync(HttpClient admin, string query) =>
        (await admin.GetStringAsync($"/api/v1/licences/needs/people.csv?{query}", Cancelled)).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

    private static Task<Portal> ScannedAsync(RunningTenant tenant) => Portal.StartScannedAsync(new(tenant.Http.BaseAddress!, "v1.0"));
}
