using System.Text;
using System.Text.RegularExpressions;
using MeshReadiness.E2E.Tests.Given;
using MeshReadiness.E2E.Tests.Visiting;
using Microsoft.Playwright;

namespace MeshReadiness.E2E.Tests.Tests;

public sealed class FrameTests(Contoso product) : BrowserTest(product), IClassFixture<Contoso>
{
    private const int Phone = 390;

    [Theory]
    [InlineData("/no/such/page", "There is no such page")]
    [InlineData("/rollout/tasks/no-such-task", "There is no such task")]
    [InlineData("/rollout/steps/8", "There is no step 8")]
    public async Task An_address_that_leads_nowhere_has_a_page_with_a_way_on(string address, string heading)
    {
        var visitor = await SignInAsync(Admin, "/about");
        visitor.Tolerate("status of 404");

        await visitor.Page.GotoAsync(address);

        await Expect(visitor.Heading(heading)).ToBeVisibleAsync();
        await Expect(visitor.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_unknown_address_is_not_found_for_browsers_and_crawlers_alike()
    {
        var visitor = await SignInAsync(Admin, "/about");
        visitor.Tolerate("status of 404");

        var answer = await visitor.Page.GotoAsync("/no/such/page");

        Assert.Equal(404, answer!.Status);
    }

    [Theory]
    [InlineData("Dark", true)]
    [InlineData("Light", false)]
    public async Task The_chosen_colours_survive_a_reload(string colours, bool dark)
    {
        var visitor = await SignInAsync(Executive);
        await visitor.Page.EmulateMediaAsync(new() { ColorScheme = dark ? ColorScheme.Light : ColorScheme.Dark });
        Assert.NotEqual(dark, await IsDarkAsync(visitor));

        await visitor.Page.GetByTitle(colours, new() { Exact = true }).ClickAsync();
        await Expect(visitor.Page.Locator("html")).ToHaveAttributeAsync("data-theme", colours, new() { IgnoreCase = true });
        Assert.Equal(dark, await IsDarkAsync(visitor));

        await visitor.Page.ReloadAsync();
        Assert.Equal(dark, await IsDarkAsync(visitor));
        await Expect(visitor.Page.GetByRole(AriaRole.Radio, new() { Name = colours })).ToBeCheckedAsync();
    }

    [Theory]
    [InlineData("/rollout", "Rollout")]
    [InlineData("/rollout/steps/2", "2. Verify licences and policies")]
    [InlineData("/rollout/tasks/s2-seats-available", "Enough free seats for everybody in scope")]
    [InlineData("/rollout/new", "New rollout")]
    [InlineData("/my-work", "My work")]
    [InlineData("/contacts", "Contacts")]
    [InlineData("/contacts/licensing", "Licensing")]
    [InlineData("/contacts/raci", "Who does what")]
    [InlineData("/licences?all=true", "Licences")]
    [InlineData("/licences/needs?experience=mesh-pc", "What would it take?")]
    [InlineData("/dashboard", "Dashboard")]
    [InlineData("/dashboard?by=product&groups=all", "Dashboard")]
    [InlineData("/help-desk?text=a", "Help desk")]
    [InlineData("/scans", "Scans")]
    [InlineData("/about", "About")]
    public async Task No_page_scrolls_sideways_on_a_phone(string address, string heading)
    {
        var visitor = await SignInAsync(Admin, address, Phone);
        await Expect(visitor.Heading(heading)).ToBeVisibleAsync();
        await Expect(visitor.Text("Loading.")).ToHaveCountAsync(0);

        var overhang = await visitor.Page.EvaluateAsync<int>("document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth");

        Assert.True(overhang <= 0, $"{address} is {overhang} pixels wider than the screen.");
    }

    [Fact]
    public async Task An_unfolded_scan_fits_on_a_phone()
    {
        var visitor = await SignInAsync(Admin, "/scans", Phone);
        await visitor.Page.Locator("a[aria-expanded]").First.ClickAsync();
        await Expect(visitor.Heading("Asked of Microsoft Graph")).ToBeVisibleAsync();

        Assert.True(await visitor.Page.EvaluateAsync<bool>("document.scrollingElement.scrollWidth <= document.scrollingElement.clientWidth"));
        Assert.True(await visitor.Page.Locator("table").EvaluateAsync<bool>("table => table.offsetWidth <= table.parentElement.clientWidth"));
    }

    [Fact]
    public async Task The_dashboard_prints_on_one_page()
    {
        var visitor = await SignInAsync(Executive);
        await Expect(visitor.Heading("Who is ready where")).ToBeVisibleAsync();

        var printed = Encoding.Latin1.GetString(await visitor.Page.PdfAsync(new()
        {
            Format = "A4",
            Margin = new() { Top = "1cm", Right = "1cm", Bottom = "1cm", Left = "1cm" },
        }));

        Assert.Single(Regex.Matches(printed, @"/Type\s*/Page\b"));
    }

    [Fact]
    public async Task A_person_fits_on_a_phone()
    {
        var person = (await Product.Tenant.PeopleAsync())[50];
        var visitor = await SignInAsync(HelpDesk, $"/help-desk/{person.Id}", Phone);
        await Expect(visitor.Heading(person.DisplayName!)).ToBeVisibleAsync();

        Assert.True(await visitor.Page.EvaluateAsync<bool>("document.scrollingElement.scrollWidth <= document.scrollingElement.clientWidth"));
    }

    [Fact]
    public async Task On_a_phone_the_menu_opens_and_closes_by_itself_after_the_choice()
    {
        var visitor = await SignInAsync(Admin, "/rollout", Phone);
        var menu = visitor.Page.GetByRole(AriaRole.Navigation, new() { Name = "Main" });
        await Expect(menu).ToBeHiddenAsync();

        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Menu", Exact = true }).ClickAsync();
        await menu.GetByRole(AriaRole.Link, new() { Name = "Dashboard" }).ClickAsync();

        await Expect(visitor.Heading("Dashboard")).ToBeVisibleAsync();
        await Expect(menu).ToBeHiddenAsync();
    }

    private static async Task<bool> IsDarkAsync(Visitor visitor)
    {
        var colour = await visitor.Page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");
        var parts = colour.Split('(', ',', ')')[1..4].Select(part => int.Parse(part, System.Globalization.CultureInfo.InvariantCulture));
        return parts.Sum() < 3 * 128;
    }
}
