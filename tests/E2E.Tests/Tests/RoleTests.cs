using MeshReadiness.E2E.Tests.Given;
using MeshReadiness.E2E.Tests.Visiting;
using Microsoft.Playwright;

namespace MeshReadiness.E2E.Tests.Tests;

public sealed class RoleTests(Contoso product) : BrowserTest(product), IClassFixture<Contoso>
{
    [Theory]
    [InlineData(Executive, "/rollout")]
    [InlineData(Executive, "/help-desk")]
    [InlineData(HelpDesk, "/dashboard")]
    [InlineData(HelpDesk, "/licences")]
    public async Task Knowing_the_address_of_another_roles_page_does_not_open_it(string name, string address)
    {
        var visitor = await SignInAsync(name, address);

        await Expect(visitor.Heading("This page isn't part of your role")).ToBeVisibleAsync();
        await Expect(visitor.Link("Go to your first page")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(Admin, "Rollout, My work, Contacts, Licences, Conditional Access, Dashboard, Help desk, Audit, Scans, About")]
    [InlineData(Executive, "Dashboard, About")]
    [InlineData(HelpDesk, "Help desk, About")]
    public async Task The_menu_offers_what_the_role_may_open(string name, string pages)
    {
        var visitor = await SignInAsync(name);
        var links = visitor.Page.GetByRole(AriaRole.Navigation, new() { Name = "Main" }).GetByRole(AriaRole.Link);

        await Expect(links).ToHaveTextAsync(pages.Split(", "));
    }

    // Whatever the admin's menu leads to, and the pages behind it: others get in exactly where their own menu leads.
    [Theory]
    [InlineData(HelpDesk)]
    [InlineData(Executive)]
    public async Task Everything_that_only_an_admin_is_led_to_is_refused(string name)
    {
        var admin = await SignInAsync(Admin);
        var all = await LinksAsync(admin);
        await admin.OpenAsync("/licences");
        await Expect(admin.Heading("Coverage")).ToBeVisibleAsync();
        all.UnionWith(await LinksAsync(admin));
        var visitor = await SignInAsync(name);
        var own = await LinksAsync(visitor, "nav[aria-label=Main] a");

        Assert.Superset(own, all);

        foreach (var address in all.Where(address => address != "/"))
        {
            await visitor.Page.GotoAsync(address);
            var refused = visitor.Heading("This page isn't part of your role");
            await Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
            await Expect(refused).ToHaveCountAsync(own.Contains(address) || own.Any(mine => address.StartsWith(mine + "/", StringComparison.Ordinal)) ? 0 : 1);
        }
    }

    [Fact]
    public async Task An_executive_sees_small_groups_as_one()
    {
        var visitor = await SignInAsync(Executive, "/dashboard?by=office");
        var rows = await visitor.Page.GetByRole(AriaRole.Table, new() { Name = "People by office and verdict" }).RowsAsync();

        Assert.All(rows, row => Assert.InRange(row.Number("Of"), 5, int.MaxValue));
    }

    [Fact]
    public async Task A_program_that_is_not_signed_in_is_told_so()
    {
        var visitor = await VisitAsync();

        await AssertProblemAsync(await visitor.Context.APIRequest.GetAsync("/api/v1/readiness"), 401);
    }

    [Theory]
    [InlineData(Executive, "/api/v1/people?search=a")]
    [InlineData(Executive, "/api/v1/licences")]
    [InlineData(HelpDesk, "/api/v1/readiness")]
    [InlineData(Newcomer, "/api/v1/snapshot")]
    public async Task A_program_without_the_role_is_refused(string name, string address)
    {
        var visitor = await SignInAsync(name);

        await AssertProblemAsync(await visitor.Context.APIRequest.GetAsync(address), 403);
    }

    [Fact]
    public async Task An_executive_sees_numbers_but_no_way_to_names()
    {
        var visitor = await SignInAsync(Executive, "/dashboard");

        await Expect(visitor.Heading("By experience")).ToBeVisibleAsync();
        await Expect(visitor.Page.Locator("a[href*='help-desk']")).ToHaveCountAsync(0);
    }

    // Addresses without what they ask, once each.
    private static async Task<HashSet<string>> LinksAsync(Visitor visitor, string links = "a[href^='/']")
    {
        await Expect(visitor.Page.GetByRole(AriaRole.Navigation, new() { Name = "Main" }).GetByRole(AriaRole.Link).First).ToBeVisibleAsync();
        var found = await visitor.Page.Locator(links).EvaluateAllAsync<string[]>("links => links.filter(link => !link.hasAttribute('download')).map(link => new URL(link.href).pathname)");
        return [.. found];
    }

    private static async Task AssertProblemAsync(IAPIResponse answer, int status)
    {
        Assert.Equal(status, answer.Status);
        Assert.StartsWith("application/problem+json", answer.Headers["content-type"], StringComparison.Ordinal);
        Assert.Equal(status, (await answer.JsonAsync())!.Value.GetProperty("status").GetInt32());
    }
}
