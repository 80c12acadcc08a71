using MeshReadiness.E2E.Tests.Given;
using MeshReadiness.E2E.Tests.Visiting;
using Microsoft.Playwright;

namespace MeshReadiness.E2E.Tests.Tests;

/// <summary>What happens in the tenant arrives with the next scan. These tests change the tenant, so each has its own.</summary>
public sealed class RescanTests(Contoso product) : BrowserTest(product), IClassFixture<Contoso>
{
    [Fact]
    public async Task New_licences_and_disabled_accounts_change_the_numbers_on_the_open_page()
    {
        var rules = MeshRules.Read();
        var experience = rules.Experiences.Single(one => one.Id == "mesh-pc");
        var executive = await SignInAsync(Executive);
        var row = executive.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = experience.Name });
        await Expect(ReadyCell(row)).ToHaveTextAsync($"{rules.Count(experience, "Ready", await Product.Tenant.ExpectedAsync())}");

        await Product.Tenant.ChangeAsync("assign", 40);
        await Product.Tenant.ChangeAsync("disable", 3);
        var after = rules.Count(experience, "Ready", await Product.Tenant.ExpectedAsync());
        var admin = await SignInAsync(Admin);
        await admin.Button("Read what changed").ClickAsync();

        await Expect(ReadyCell(row)).ToHaveTextAsync($"{after}", new() { Timeout = 30_000 });
    }

    // Experience (its header), share, ready.
    private static ILocator ReadyCell(ILocator row) => row.GetByRole(AriaRole.Cell).Nth(1);
}
