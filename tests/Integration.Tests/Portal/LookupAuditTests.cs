using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using MeshReadiness.Core.Audit;
using MeshReadiness.Integration.Tests.SampleTenant;

namespace MeshReadiness.Integration.Tests.Portal;

/// <summary>Whatever tells about people leaves one line in the audit record: who, what, about whom, and nothing that was typed.</summary>
public sealed class LookupAuditTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_look_up_leaves_one_line()
    {
        await using var tenant = await RunningTenant.StartAsync("--people 60");
        await using var portal = await Portal.StartScannedAsync(new(tenant.Http.BaseAddress!, "v1.0"));
        var (desk, admin) = (await portal.SignInAsync("helpdesk"), await portal.SignInAsync("admin"));
        var everybody = (await desk.GetFromJsonAsync<JsonElement>("/api/v1/people?take=60", Cancelled)).GetProperty("people").EnumerateArray().ToList();
        var person = everybody.First(one => one.Text("displayName")!.Length > 8 && one.Text("userPrincipalName") is not null);
        var (id, name) = (person.Text("id")!, person.Text("displayName")!);
        var word = name.Split(' ')[^1];
        var before = await LinesAsync(admin);

        (string Path, string Action, string Subject)[] told =
        [
            ($"people?search={Uri.EscapeDataString(name)}", "people.searched", ""),
            ($"people?search={Uri.EscapeDataString(word + "zz")}", "people.searched", ""),
            ("people?verdict=ready&experience=avatars", "people.searched", ""),
            ($"people/{id}", "person.opened", id),
            ($"people/{Uri.EscapeDataString(person.Text("userPrincipalName")!)}/eligibility", "person.opened", id),
        ];

        foreach (var (path, _, _) in told)
        {
            using var answer = await desk.GetAsync(new Uri($"/api/v1/{path}", UriKind.Relative), Cancelled);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        using var refused = await (await portal.SignInAsync("executive")).GetAsync(new Uri($"/api/v1/people/{id}", UriKind.Relative), Cancelled);
        using var nobody = await desk.GetAsync(new Uri("/api/v1/people/nobody-of-this-name", UriKind.Relative), Cancelled);
        using var csv = await admin.GetAsync(new Uri("/api/v1/licences/needs/people.csv?experience=mesh-pc&part=needProduct", UriKind.Relative), Cancelled);
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.NotFound, HttpStatusCode.OK), (refused.StatusCode, nobody.StatusCode, csv.StatusCode));

        var lines = (await LinesAsync(admin)).Skip(before.Count).ToList();
        Assert.Equal([.. told.Select(one => one.Action), "people.exported"], lines.Select(line => line.Entry.Action));
        Assert.Equal(told.Select(one => one.Subject), lines.SkipLast(1).Select(line => line.Entry.Action == "person.opened" ? line.Entry.Subject : ""));
        Assert.All(lines.SkipLast(1), line => Assert.Equal("Priya Nair", line.Entry.Actor.DisplayName));
        Assert.All(lines, line => Assert.DoesNotContain(word, AuditFile.Write(line), StringComparison.OrdinalIgnoreCase));
        Assert.Null(AuditChain.FindBreak(await LinesAsync(admin), AuditChain.Beginning));
    }

    [Fact]
    public async Task The_old_name_of_the_search_is_no_name_for_it()
    {
        await using var tenant = await RunningTenant.StartAsync("--people 30");
        await using var portal = await Portal.StartScannedAsync(new(tenant.Http.BaseAddress!, "v1.0"));
        var desk = await portal.SignInAsync("helpdesk");

        var searched = await desk.GetFromJsonAsync<JsonElement>("/api/v1/people?search=nobody-of-this-name", Cancelled);
        var ignored = await desk.GetFromJsonAsync<JsonElement>("/api/v1/people?text=nobody-of-this-name", Cancelled);

        Assert.Equal(0, searched.GetProperty("total").GetInt32());
        Assert.NotEqual(0, ignored.GetProperty("total").GetInt32());
    }

    private static async Task<List<AuditLine>> LinesAsync(HttpClient admin) =>
        [.. (await admin.GetStringAsync("/api/v1/audit/export.jsonl", Cancelled)).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select((text, index) => AuditFile.Read(text, index + 1).Value)];
}
