using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using MeshReadiness.Integration.Tests.SampleTenant;

namespace MeshReadiness.Integration.Tests.Portal;

/// <summary>What the portal answers after its first scan, against a recount of the tenant's own facts.</summary>
public sealed class NumbersTests
{
    private static readonly string[] Verdicts = ["ready", "notReady", "unknown", "notApplicable"];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("contoso")]
    [InlineData("messy")]
    [InlineData("half-licensed")]
    public async Task Readiness_is_what_a_naive_recount_gives(string scenario)
    {
        await using var tenant = await RunningTenant.StartAsync($"--people 2300 --scenario {scenario}");
        var recount = await NaiveVerdicts.OfAsync(tenant);
        await using var portal = await ScannedAsync(tenant);

        var answer = await portal.ReadAsync("executive", "/api/v1/readiness");

        Assert.Equal(
            Verdicts.Select(verdict => Row("anyone", verdict, recount.CountBest(verdict))),
            Verdicts.Select(verdict => Row("anyone", verdict, answer.GetProperty("anyone").Number(verdict))));
        Assert.Equal(
            NaiveVerdicts.Experiences.SelectMany(id => Verdicts.Select(verdict => Row(id, verdict, recount.Count(id, verdict)))),
            answer.GetProperty("experiences").EnumerateArray().SelectMany(one => Verdicts.Select(verdict =>
                Row(one.Text("experienceId")!, verdict, one.GetProperty("counts").Number(verdict)))));
    }

    [Theory]
    [InlineData("contoso")]
    [InlineData("messy")]
    [InlineData("healthy")]
    [InlineData("half-licensed")]
    [InlineData("quest-blocked")]
    [InlineData("government")]
    [InlineData("education")]
    [InlineData("empty")]
    public async Task Licences_are_what_the_tenant_counts(string scenario)
    {
        await using var tenant = await RunningTenant.StartAsync($"--people 600 --scenario {scenario}");
        var expected = (await tenant.ReadAsync("/_tenant/expected")).GetProperty("products").EnumerateArray();
        await using var portal = await ScannedAsync(tenant);

        var answer = await portal.ReadAsync("admin", "/api/v1/licences");

        Assert.Equal(
            expected.Select(one => (
                one.Text("skuId"), one.Number("enabled"), one.Number("warning"), one.Number("suspended"), one.Number("lockedOut"),
                one.Number("consumed"), Math.Max(0, one.Number("enabled") - one.Number("consumed")))).Order(),
            answer.EnumerateArray().Select(one => (
                one.Text("skuId"), one.Number("bought"), one.Number("inGrace"), one.Number("suspended"), one.Number("lockedOut"),
                one.Number("used"), one.Number("free"))).Order());
    }

    [Theory]
    [InlineData("contoso")]
    [InlineData("messy")]
    public async Task People_are_counted_and_found_by_their_verdicts(string scenario)
    {
        await using var tenant = await RunningTenant.StartAsync($"--people 600 --scenario {scenario}");
        var expected = await tenant.ReadAsync("/_tenant/expected");
        var recount = await NaiveVerdicts.OfAsync(tenant);
        await using var portal = await ScannedAsync(tenant);
        var helpDesk = await portal.SignInAsync("helpdesk");

        var everybody = await helpDesk.GetFromJsonAsync<JsonElement>("/api/v1/people?take=1000", Cancelled);

        Assert.Equal(expected.GetProperty("people").Number("total"), everybody.Number("total"));
        Assert.Equal(600, everybody.GetProperty("people").EnumerateArray().Select(person => person.Text("id")).Distinct().Count());

        foreach (var (experience, verdict) in NaiveVerdicts.Experiences.SelectMany(id => Verdicts.Select(verdict => (id, verdict))))
        {
            var found = await helpDesk.GetFromJsonAsync<JsonElement>($"/api/v1/people?experience={experience}&verdict={verdict}&take=1", Cancelled);
            Assert.Equal((experience, verdict, recount.Count(experience, verdict)), (experience, verdict, found.Number("total")));
        }
    }

    [Fact]
    public async Task A_person_is_answered_with_the_verdicts_that_the_numbers_count()
    {
        await using var tenant = await RunningTenant.StartAsync("--people 120 --scenario messy");
        var recount = await NaiveVerdicts.OfAsync(tenant);
        await using var portal = await ScannedAsync(tenant);
        var helpDesk = await portal.SignInAsync("helpdesk");
        var everybody = await helpDesk.GetFromJsonAsync<JsonElement>("/api/v1/people?take=1000", Cancelled);
        var rows = new List<string>();

        foreach (var person in everybody.GetProperty("people").EnumerateArray())
        {
            var answer = await helpDesk.GetFromJsonAsync<JsonElement>($"/api/v1/people/{person.Text("id")}", Cancelled);
            rows.AddRange(answer.GetProperty("experiences").EnumerateArray().Select(one => $"{one.Text("experienceId")} {one.Text("verdict")}"));
        }

        Assert.Equal(
            NaiveVerdicts.Experiences.SelectMany(id => Verdicts.Select(verdict => Row(id, verdict, recount.Count(id, verdict)))),
            NaiveVerdicts.Experiences.SelectMany(id => Verdicts.Select(verdict => Row(id, verdict, rows.Count(row => row == $"{id} {verdict}")))));
    }

    private static Task<Portal> ScannedAsync(RunningTenant tenant) => Portal.StartScannedAsync(new(tenant.Http.BaseAddress!, "v1.0"));

    private static string Row(string what, string verdict, int people) => string.Create(CultureInfo.InvariantCulture, $"{what} {verdict} {people}");
}
