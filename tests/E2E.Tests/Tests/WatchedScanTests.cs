using MeshReadiness.E2E.Tests.Given;
using MeshReadiness.E2E.Tests.Visiting;
using Microsoft.Playwright;

namespace MeshReadiness.E2E.Tests.Tests;

/// <summary>Scans that take long enough to be watched. The portal of this class begins with an empty database.</summary>
public sealed class WatchedScanTests(LargeContoso product) : BrowserTest(product), IClassFixture<LargeContoso>
{
    // Reading 30,000 people takes a while on a small machine.
    private static readonly LocatorAssertionsToBeVisibleOptions Patiently = new() { Timeout = 90_000 };

    [Fact]
    public async Task The_first_scan_runs_by_itself_and_later_ones_are_seen_cancelled_and_joined_by_everybody()
    {
        var executive = await SignInAsync(Executive, "/dashboard");
        await Expect(executive.Heading("The first scan is running")).ToBeVisibleAsync();
        await Expect(executive.Page.GetByRole(AriaRole.Main).GetByText("of 30,000 people")).ToBeVisibleAsync(Patiently);
        await Expect(executive.Page.GetByRole(AriaRole.Progressbar)).Not.ToHaveAttributeAsync("aria-valuenow", "0");
        await Expect(executive.Heading("By experience")).ToBeVisibleAsync(Patiently);
        var number = await executive.Page.GetByRole(AriaRole.Table).First.InnerTextAsync();

        var admin = await SignInAsync(Admin, "/scans");
        await Product.Tenant.ChangeAsync("leaver", 500);
        await admin.Button("Read everything").ClickAsync();
        await Expect(admin.Page.GetByLabel("Running scan").GetByText("of 29,500 people")).ToBeVisibleAsync(Patiently);
        await Expect(executive.Page.GetByRole(AriaRole.Banner)).ToContainTextAsync("of 29,500 people");

        await admin.Page.AssertAccessibleAsync();

        var joined = await admin.Context.APIRequest.PostAsync("/api/v1/scans");
        Assert.False((await joined.JsonAsync())!.Value.GetProperty("started").GetBoolean());

        await admin.Button("Cancel the scan").ClickAsync();
        var newest = admin.Page.GetByRole(AriaRole.Table).Locator("tbody tr").First;
        await Expect(newest).ToContainTextAsync("Cancelled", new() { Timeout = 30_000 });
        await Expect(newest).ToContainTextAsync(Admin);
        await Expect(admin.Button("Read everything")).ToBeVisibleAsync();

        await executive.OpenAsync("/dashboard");
        await Expect(executive.Page.GetByRole(AriaRole.Table).First).ToHaveTextAsync(number, new() { UseInnerText = true });
    }
}
