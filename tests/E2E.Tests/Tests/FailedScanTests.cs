using MeshReadiness.E2E.Tests.Given;
using MeshReadiness.E2E.Tests.Visiting;
using Microsoft.Playwright;

namespace MeshReadiness.E2E.Tests.Tests;

/// <summary>A scan that fails takes nothing away.</summary>
public sealed class FailedScanTests(Contoso product) : BrowserTest(product), IClassFixture<Contoso>
{
    [Fact]
    public async Task The_last_good_snapshot_stays_on_screen_with_the_reason()
    {
        var expected = await Product.Tenant.ExpectedAsync();
        var admin = await SignInAsync(Admin, "/scans");
        await Product.LoseTenantAsync();

        await admin.Button("Read everything").ClickAsync();

        var newest = admin.Page.GetByRole(AriaRole.Table).Locator("tbody tr").First;
        await Expect(newest).ToContainTextAsync("Failed", new() { Timeout = 120_000 });
        await Expect(newest).ToContainTextAsync("could not be reached");
        await admin.OpenAsync("/help-desk");
        await Expect(admin.Text("you see the snapshot before it")).ToContainTextAsync("could not be reached");
        await Expect(admin.Text($"{expected.People.Total} people are in the snapshot")).ToBeVisibleAsync();
    }
}
