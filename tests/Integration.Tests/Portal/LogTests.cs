using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using MeshReadiness.Integration.Tests.Data;
using MeshReadiness.Integration.Tests.SampleTenant;
using MeshReadiness.Integration.Tests.Startup;

namespace MeshReadiness.Integration.Tests.Portal;

/// <summary>What a portal writes to its console while it is used: nobody's name and no token.</summary>
public sealed class LogTests
{
    private static readonly string[] Names = ["displayName", "userPrincipalName", "mail"];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("contoso")]
    [InlineData("messy")]
    public async Task A_scan_and_many_lookups_leave_no_name_no_address_and_no_token_in_the_log(string scenario)
    {
        await using var tenant = await RunningTenant.StartAsync($"--people 150 --scenario {scenario}");
        var people = await tenant.ItemsAsync("/v1.0/users?$select=id,displayName,userPrincipalName,mail&$top=500");
        using var folder = new TestFolder();
        using var portal = PortalProcess.Start(
            folder, "Development", "urls=http://127.0.0.1:0", $"Tenant:BaseUrl={new Uri(tenant.Http.BaseAddress!, "v1.0")}");
        using var admin = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = await portal.AddressAsync() };
        using var signedIn = await admin.SignInAsync("admin");
        await portal.SaysAsync("is current with 150 people");

        foreach (var person in people.Take(40))
        {
            using var page = await admin.GetAsync(new Uri($"/help-desk/{person.Text("id")}", UriKind.Relative), Cancelled);
            using var found = await admin.GetAsync(new Uri($"/api/v1/people?search={Uri.EscapeDataString(person.Text("displayName") ?? "")}", UriKind.Relative), Cancelled);
            var answer = await admin.GetFromJsonAsync<JsonElement>($"/api/v1/people/{person.Text("id")}", Cancelled);
            Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK, person.Text("id")), (page.StatusCode, found.StatusCode, answer.GetProperty("user").Text("id")));
        }

        var log = portal.Output;

        Assert.Contains("is current with 150 people", log, StringComparison.Ordinal);
        Assert.All(people.SelectMany(Words).Distinct(), word => Assert.DoesNotContain(word, log, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("sample.tenant.token", log, StringComparison.Ordinal);
        Assert.DoesNotContain("Bearer", log, StringComparison.Ordinal);
        Assert.DoesNotContain("meshreadiness=", log, StringComparison.Ordinal);
    }

    // As it is and as it stands in an address.
    private static IEnumerable<string> Words(JsonElement person) => Names
        .Select(name => person.Text(name))
        .OfType<string>()
        .Where(word => word.Length > 4)
        .SelectMany(word => (string[])[word, Uri.EscapeDataString(word)]);
}
