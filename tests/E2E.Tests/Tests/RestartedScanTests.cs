using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using MeshReadiness.E2E.Tests.Given;
using MeshReadiness.E2E.Tests.Visiting;
using Microsoft.Playwright;

namespace MeshReadiness.E2E.Tests.Tests;

/// <summary>A portal that is killed in the middle of a scan loses nothing of it.</summary>
public sealed partial class RestartedScanTests(VeryLargeContoso product) : BrowserTest(product), IClassFixture<VeryLargeContoso>
{
    // Faults make the tenant slow on purpose, and the machine may have other things to do.
    private const int Patiently = 180_000;

    [Fact]
    public async Task The_same_scan_goes_on_from_where_it_was_and_finishes()
    {
        var admin = await SignInAsync(Admin, "/scans");
        admin.Tolerate("WebSocket");
        // Whatever was under way when the portal was killed breaks off: refused, reset or without an answer.
        admin.Tolerate("net::ERR_");
        admin.Tolerate("Failed to fetch");
        admin.Tolerate("Error: Connection");
        var progress = admin.Page.GetByLabel("Running scan");
        await Expect(progress).ToContainTextAsync(MidwayText, new() { Timeout = Patiently });
        var readBefore = PeopleIn(await progress.InnerTextAsync());
        var before = await NewestAsync(admin);

        await Product.KillPortalAsync();
        await Expect(admin.Heading("Connection lost")).ToBeVisibleAsync(new() { Timeout = Patiently });
        await Product.RestartPortalAsync();

        // Its own word for where it goes on is that of its last checkpoint.
        Assert.InRange(PeopleIn(await Product.HearPortalAsync("goes on in stage")), readBefore, 50_000);
        await admin.OpenAsync("/scans");
        await Expect(progress).ToContainTextAsync(PeopleText, new() { Timeout = Patiently });
        Assert.InRange(PeopleIn(await progress.InnerTextAsync()), readBefore, 50_000);

        var rows = admin.Page.GetByRole(AriaRole.Table).Locator("tbody tr");
        await Expect(rows).ToHaveCountAsync(1, new() { Timeout = Patiently });
        await Expect(rows).ToContainTextAsync("Everybody was read.");
        await Expect(rows).ToContainTextAsync("50,000");
        var after = await NewestAsync(admin);
        Assert.Equal((before.Id, before.StartedAt, "complete", 50_000), (after.Id, after.StartedAt, after.State, after.People));

        await admin.OpenAsync("/help-desk");
        await Expect(admin.Text("50,000 people are in the snapshot")).ToBeVisibleAsync();
    }

    [GeneratedRegex(@"[1-4]\d,\d{3} of 50,000 people read")]
    private static partial Regex MidwayText { get; }

    [GeneratedRegex(@"([\d,]+) (of 50,000 )?people")]
    private static partial Regex PeopleText { get; }

    private static int PeopleIn(string text) =>
        int.Parse(PeopleText.Match(text).Groups[1].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    private static async Task<(string Id, string StartedAt, string State, int People)> NewestAsync(Visitor visitor)
    {
        var scans = (await (await visitor.Context.APIRequest.GetAsync("/api/v1/scans")).JsonAsync())!.Value;
        var newest = Assert.Single(scans.EnumerateArray());
        return (Text(newest, "id"), Text(newest, "startedAt"), Text(newest, "state"), newest.GetProperty("people").GetInt32());
    }

    private static string Text(JsonElement element, string property) => element.GetProperty(property).GetString()!;
}
