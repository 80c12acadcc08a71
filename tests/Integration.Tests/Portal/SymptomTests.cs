using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using MeshReadiness.Integration.Tests.SampleTenant;

namespace MeshReadiness.Integration.Tests.Portal;

/// <summary>Symptoms over HTTP: for themselves, and for people of whom much or little is wrong.</summary>
public sealed class SymptomTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_code_gives_its_causes_and_for_a_person_also_how_likely_they_are()
    {
        await using var tenant = await RunningTenant.StartAsync("--people 60 --scenario messy");
        await using var portal = await Portal.StartScannedAsync(new(tenant.Http.BaseAddress!, "v1.0"));
        var desk = await portal.SignInAsync("helpdesk");
        var people = (await desk.GetFromJsonAsync<JsonElement>("/api/v1/people?take=1000", Cancelled)).GetProperty("people").EnumerateArray().ToList();

        var general = (await desk.GetFromJsonAsync<JsonElement>("/api/v1/symptoms?text=AADSTS50057", Cancelled)).GetProperty("symptoms")[0];
        Assert.Equal("account-switched-off", general.Text("id"));
        Assert.All(general.GetProperty("causes").EnumerateArray(), cause => Assert.Null(cause.Text("likelihood")));

        // The account alone decides here, so what the directory says of it is the whole answer.
        foreach (var person in people.Take(40))
        {
            var answer = (await desk.GetFromJsonAsync<JsonElement>($"/api/v1/people/{person.Text("id")}/symptoms?text=AADSTS50057", Cancelled)).GetProperty("symptoms")[0];
            var cause = answer.GetProperty("causes").EnumerateArray().Single(one => one.Text("title") == "The account is disabled");
            var enabled = person.GetProperty("accountEnabled");

            Assert.Equal(enabled.ValueKind switch { JsonValueKind.True => "ruledOut", JsonValueKind.False => "likely", _ => "possible" }, cause.Text("likelihood"));
        }

        Assert.Contains(people, person => person.GetProperty("accountEnabled").ValueKind is JsonValueKind.False);
    }

    [Fact]
    public async Task Without_a_text_all_symptoms_are_listed_and_a_person_needs_one()
    {
        await using var tenant = await RunningTenant.StartAsync("--people 20");
        await using var portal = await Portal.StartScannedAsync(new(tenant.Http.BaseAddress!, "v1.0"));
        var desk = await portal.SignInAsync("helpdesk");
        var first = (await desk.GetFromJsonAsync<JsonElement>("/api/v1/people?take=1", Cancelled)).GetProperty("people")[0].Text("id");

        Assert.True((await desk.GetFromJsonAsync<JsonElement>("/api/v1/symptoms", Cancelled)).GetProperty("symptoms").GetArrayLength() > 20);
        Assert.Equal("AADSTS99999", (await desk.GetFromJsonAsync<JsonElement>("/api/v1/symptoms?text=AADSTS99999", Cancelled)).GetProperty("unknownCodes")[0].GetString());
        Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync($"/api/v1/people/{first}/symptoms"));
        Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync($"/api/v1/symptoms?text={new string('x', 4001)}"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync("/api/v1/people/nobody/symptoms?text=AADSTS53003"));

        async Task<HttpStatusCode> StatusAsync(string address)
        {
            using var answer = await desk.GetAsync(new Uri(address, UriKind.Relative), Cancelled);
            return answer.StatusCode;
        }
    }
}
