using MeshReadiness.E2E.Tests.Given;
using MeshReadiness.E2E.Tests.Visiting;
using Microsoft.Playwright;

namespace MeshReadiness.E2E.Tests.Tests;

/// <summary>Reading what changed is enough to see what changed.</summary>
public sealed class IncrementalScanTests(Contoso product) : BrowserTest(product), IClassFixture<Contoso>
{
    [Fact]
    public async Task Who_came_changed_and_left_is_counted_and_shown()
    {
        var admin = await SignInAsync(Admin, "/scans");
        await Product.Tenant.ChangeAsync("new-hire", 3);
        var disabled = (await Product.Tenant.ChangeAsync("disable", 2))[0];
        var gone = (await Product.Tenant.ChangeAsync("leaver", 1))[0];

        await admin.Button("Read what changed").ClickAsync();

        var newest = admin.Page.GetByRole(AriaRole.Table).Locator("tbody tr").First;
        await Expect(newest).ToContainTextAsync("3 added, 2 changed, 1 removed.", new() { Timeout = 30_000 });
        await Expect(newest).ToContainTextAsync("What changed");
        await Expect(newest).ToContainTextAsync("402");

        await newest.GetByRole(AriaRole.Link).ClickAsync();
        await Expect(admin.Page.GetByLabel("This scan")).ToContainTextAsync("On demand, Maja Lindqvist");
        await Expect(admin.Page.GetByLabel("Asked of Microsoft Graph")).ToContainTextAsync("calls");
        await Expect(admin.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/scans\\?scan="));
        await admin.Page.ReloadAsync();
        await Expect(admin.Page.GetByLabel("This scan")).ToContainTextAsync("On demand, Maja Lindqvist");

        await admin.OpenAsync($"/help-desk?text={disabled.UserPrincipalName}");
        await Expect(admin.Page.GetByLabel("People", new() { Exact = true }).GetByRole(AriaRole.Link)).ToContainTextAsync("Disabled");
        await admin.OpenAsync($"/help-desk/{disabled.Id}");
        await Expect(admin.Text("Account disabled")).ToBeVisibleAsync();
        await admin.OpenAsync($"/help-desk/{gone.Id}");
        await Expect(admin.Heading("This person isn't in the snapshot")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task When_nothing_happened_the_page_says_so()
    {
        var admin = await SignInAsync(Admin, "/scans");
        await admin.Button("Read what changed").ClickAsync();
        await Expect(admin.Button("Read what changed")).ToBeVisibleAsync();
        var before = await admin.Page.GetByRole(AriaRole.Table).Locator("tbody tr").CountAsync();

        await admin.Button("Read what changed").ClickAsync();

        await Expect(admin.Page.GetByRole(AriaRole.Table).Locator("tbody tr")).ToHaveCountAsync(before + 1, new() { Timeout = 30_000 });
        await Expect(admin.Page.GetByRole(AriaRole.Table).Locator("tbody tr").First).ToContainTextAsync("Nobody changed.");
    }
}
