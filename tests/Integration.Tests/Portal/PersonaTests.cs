using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using MeshReadiness.Integration.Tests.SampleTenant;

namespace MeshReadiness.Integration.Tests.Portal;

/// <summary>
/// What the help desk and executives get at, whatever the portal has: the endpoints come from its own table, and whether
/// somebody should get in follows from the policies that each names.
/// </summary>
public sealed class PersonaTests
{
    private const string Secret = "Only-for-the-rollout-7f3a";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("helpdesk", "FindPeople AnyRole")]
    [InlineData("executive", "ReadNumbers AnyRole")]
    [InlineData("norole", "")]
    public async Task A_persona_reaches_what_names_its_policies_and_nothing_else(string persona, string policies)
    {
        await using var tenant = await RunningTenant.StartAsync("--people 20");
        await using var portal = await ScannedAsync(tenant);
        var theirs = policies.Split(' ');
        List<string> expected = [], seen = [];

        foreach (var endpoint in Doors.Of(portal))
        {
            var mayEnter = Doors.PoliciesOf(endpoint) is not { } asked || asked.All(theirs.Contains);

            foreach (var name in Doors.Names(endpoint))
            {
                var refused = name.Contains(" /api/", StringComparison.Ordinal) ? "403" : "/no-access";
                expected.Add($"{name}: {(mayEnter ? "in" : refused)}");
                seen.Add($"{name}: {await Doors.KnockAsync(await portal.SignInAsync(persona), name)}");
            }
        }

        Assert.Equal(expected, seen);
        Assert.Contains(expected, line => line.EndsWith(": in", StringComparison.Ordinal));
        Assert.Contains("GET /api/v1/audit: 403", expected);
    }

    [Fact]
    public async Task Nothing_that_the_help_desk_gets_tells_of_policies_or_of_what_the_rollout_notes()
    {
        await using var tenant = await RunningTenant.StartAsync("--people 60");
        var policies = (await tenant.ReadAsync("/v1.0/identity/conditionalAccess/policies")).Items().ToList();
        var person = (await tenant.ItemsAsync("/v1.0/users?$top=999"))[0].Text("id")!;
        await using var portal = await ScannedAsync(tenant);
        await portal.DecideAsync("which-tenant", new(ImmutableSortedDictionary<string, string>.Empty.Add("attendees", "outsiders"), "primary", Secret), new("1", "Maja Lindqvist"));

        var told = await ToldAsync(portal, "helpdesk", person);

        Assert.NotEmpty(policies);
        Assert.All(policies.Select(policy => policy.Text("displayName")!).Append(Secret), words => Assert.DoesNotContain(told, one => one.Body.Contains(words, StringComparison.Ordinal)));
        Assert.Contains(told, one => one.Path.EndsWith($"/people/{person}", StringComparison.Ordinal) && one.Body.Contains(person, StringComparison.Ordinal));
        Assert.Contains(await ToldAsync(portal, "admin", person), one => one.Body.Contains(Secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_that_an_executive_gets_names_a_person()
    {
        await using var tenant = await RunningTenant.StartAsync("--people 60");
        var people = await tenant.ItemsAsync("/v1.0/users?$select=id,displayName,userPrincipalName,mail&$top=999");
        await using var portal = await ScannedAsync(tenant);
        string[] names = [.. people.SelectMany(person => new[] { person.Text("id"), person.Text("displayName"), person.Text("userPrincipalName"), person.Text("mail") }).OfType<string>()];

        var told = await ToldAsync(portal, "executive", people[0].Text("id")!);

        Assert.Contains(told, one => one.Path == "/api/v1/readiness");
        Assert.All(told, one => Assert.DoesNotContain(names, name => one.Body.Contains(name, StringComparison.OrdinalIgnoreCase)));
        Assert.Contains(await ToldAsync(portal, "helpdesk", people[0].Text("id")!), one => names.Any(name => one.Body.Contains(name, StringComparison.OrdinalIgnoreCase)));
    }

    [Theory]
    [InlineData("department", 45)]
    [InlineData("country", 21)]
    [InlineData("office", 21)]
    [InlineData("userType", 60)]
    [InlineData("product", 40)]
    public async Task An_executive_gets_no_group_under_five_people_and_the_same_sums(string dimension, int people)
    {
        await using var tenant = await RunningTenant.StartAsync($"--people {people}");
        await using var portal = await ScannedAsync(tenant);
        var (admin, executive) = (await portal.SignInAsync("admin"), await portal.SignInAsync("executive"));
        var whole = await GroupsAsync(admin, dimension);
        var merged = await GroupsAsync(executive, dimension);

        Assert.Contains(whole, group => group.Number("people") < 5);
        Assert.All(merged, group => Assert.InRange(group.Number("people"), 5, int.MaxValue));
        Assert.All(merged.Where(group => group.Number("merged") > 0), group => Assert.InRange(group.Number("merged"), 2, whole.Count));
        Assert.Equal(Sums(whole), Sums(merged));

        foreach (var small in whole.Where(group => group.Number("people") < 5).Select(group => group.Text("name")!))
        {
            Assert.DoesNotContain(merged, group => group.Text("name") == small);
            var file = await executive.GetStringAsync($"/api/v1/snapshot/breakdown.csv?dimension={dimension}&find={Uri.EscapeDataString(small)}", Cancelled);
            Assert.Single(file.Split("\r\n", StringSplitOptions.RemoveEmptyEntries));
            Assert.Equal(2, (await admin.GetStringAsync($"/api/v1/snapshot/breakdown.csv?dimension={dimension}&find={Uri.EscapeDataString(small)}", Cancelled))
                .Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        }

        foreach (var experience in NaiveVerdicts.Experiences.Append("any"))
        {
            var rows = (await executive.GetStringAsync($"/api/v1/snapshot/breakdown.csv?dimension={dimension}&experience={experience}", Cancelled))
                .Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).ToList();
            Assert.Equal(merged.Count, rows.Count);
            Assert.All(rows, row => Assert.InRange(People(row), 5, int.MaxValue));
        }
    }

    // The last two columns: those whom the experience is for, and the others.
    private static int People(string row) => row.Split(',')[^2..].Sum(number => int.Parse(number, CultureInfo.InvariantCulture));

    private static async Task<List<JsonElement>> GroupsAsync(HttpClient visitor, string dimension) =>
        [.. (await visitor.GetFromJsonAsync<JsonElement>($"/api/v1/snapshot/breakdown?dimension={dimension}", Cancelled)).GetProperty("groups").EnumerateArray()];

    private static string Sums(List<JsonElement> groups) => string.Join(' ', groups.Sum(group => group.Number("people")).ToString(CultureInfo.InvariantCulture),
        string.Join(' ', groups.SelectMany(group => group.GetProperty("experiences").EnumerateArray())
            .GroupBy(one => one.Text("experienceId"))
            .Select(one => $"{one.Key} {one.Sum(counts => counts.GetProperty("counts").Number("ready"))} {one.Sum(counts => counts.GetProperty("counts").Number("notReady"))}")));

    // Every answer that a persona gets by asking for something, with a real person in the place of a person's id.
    private static async Task<List<(string Path, string Body)>> ToldAsync(Portal portal, string persona, string personId)
    {
        var visitor = await portal.SignInAsync(persona);
        var told = new List<(string, string)>();

        foreach (var name in Doors.Of(portal).SelectMany(Doors.Names).Where(name => name.StartsWith("GET /", StringComparison.Ordinal)).Distinct())
        {
            var path = Doors.AddressOf(name["GET ".Length..].Replace("{userId}", personId, StringComparison.Ordinal));

            foreach (var address in new[] { path, path + "?text=a&search=a&dimension=department&experience=avatars&name=a", path + "?dimension=office" })
            {
                using var answer = await visitor.GetAsync(new Uri(address, UriKind.Relative), Cancelled);

                if (answer.StatusCode is HttpStatusCode.OK)
                {
                    told.Add((path, await answer.Content.ReadAsStringAsync(Cancelled)));
                }
            }
        }

        return told;
    }

    private static Task<Portal> ScannedAsync(RunningTenant tenant) => Portal.StartScannedAsync(new(tenant.Http.BaseAddress!, "v1.0"));
}
