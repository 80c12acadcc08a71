using MeshReadiness.E2E.Tests.Given;
using MeshReadiness.E2E.Tests.Visiting;
using Microsoft.Playwright;

namespace MeshReadiness.E2E.Tests.Tests;

/// <summary>No page shuts anybody out, in light and in dark.</summary>
public sealed class AccessibilityTests(Contoso product) : BrowserTest(product), IClassFixture<Contoso>
{
    [Fact]
    public async Task The_sign_in_page()
    {
        var visitor = await VisitAsync();
        await visitor.Page.GotoAsync("/sign-in");
        await Expect(visitor.Button(Admin)).ToBeVisibleAsync();

        await visitor.Page.AssertAccessibleAsync();
    }

    [Fact]
    public async Task The_page_for_somebody_without_a_role()
    {
        var visitor = await SignInAsync(Newcomer);
        await Expect(visitor.Button("Sign out")).ToBeVisibleAsync();

        await visitor.Page.AssertAccessibleAsync();
    }

    [Theory]
    [InlineData("/rollout", "Gather your deployment team")]
    [InlineData("/rollout/steps/2", "No licence assignment is in error")]
    [InlineData("/rollout/tasks/s2-license-errors-clear", "How it stands")]
    [InlineData("/rollout/new", "Experiences you want")]
    [InlineData("/rollout/edit", "A rollout keeps its playbook")]
    [InlineData("/my-work", "Nothing waits for you")]
    [InlineData("/contacts", "Supporting teams")]
    [InlineData("/contacts/teams-apps", "Tasks that hang on them")]
    [InlineData("/contacts/raci", "Nobody is accountable")]
    [InlineData("/licences?all=true", "Bought")]
    [InlineData("/licences?all=true", "Where the sources differ")]
    [InlineData("/licences/needs?experience=mesh-pc", "seats needed")]
    [InlineData("/conditional-access", "Policy by policy")]
    [InlineData("/conditional-access/policies", "Require compliant devices")]
    [InlineData("/conditional-access/findings", "What to do.")]
    [InlineData("/conditional-access/what-if", "Who signs in, and how?")]
    [InlineData("/conditional-access/try", "Which policy?")]
    [InlineData("/conditional-access/filter", "What is a device filter?")]
    [InlineData("/dashboard", "What was read")]
    [InlineData("/dashboard?by=product&experience=avatars&all=true", "A person with two products counts under both")]
    [InlineData("/help-desk", "Who needs help?")]
    [InlineData("/help-desk?experience=avatars&verdict=NotReady", "Page 1 of")]
    [InlineData("/help-desk?text=nobody-of-this-name", "Nobody found")]
    [InlineData("/scans", "Everybody was read.")]
    [InlineData("/about", "Connect your own tenant")]
    public async Task A_page_with_all_that_it_shows(string address, string waitFor)
    {
        var visitor = await SignInAsync(Admin, address);
        await Expect(visitor.Page.GetByRole(AriaRole.Main)).ToContainTextAsync(waitFor);

        await visitor.Page.AssertAccessibleAsync();
    }

    [Fact]
    public async Task A_scan_with_all_that_is_known_of_it()
    {
        var visitor = await SignInAsync(Admin, "/scans");
        await visitor.Page.Locator("a[aria-expanded]").First.ClickAsync();
        await Expect(visitor.Heading("Asked of Microsoft Graph")).ToBeVisibleAsync();

        await visitor.Page.EvaluateAsync("document.querySelectorAll('main details').forEach(details => details.open = true)");

        await visitor.Page.AssertAccessibleAsync();
    }

    [Fact]
    public async Task A_page_that_does_not_exist()
    {
        var visitor = await SignInAsync(Admin, "/about");
        visitor.Tolerate("status of 404");
        await visitor.OpenAsync("/no/such/page");
        await Expect(visitor.Heading("There is no such page")).ToBeVisibleAsync();

        await visitor.Page.AssertAccessibleAsync();
    }

    [Fact]
    public async Task A_person_with_every_reason_unfolded()
    {
        var person = (await Product.Tenant.PeopleAsync()).First(one => one is { AccountEnabled: true, AssignedLicenses.Count: > 1 });
        var visitor = await SignInAsync(HelpDesk, $"/help-desk/{person.Id}");
        await Expect(visitor.Heading("What works")).ToBeVisibleAsync();

        await visitor.Page.EvaluateAsync("document.querySelectorAll('main details').forEach(details => details.open = true)");

        await Expect(visitor.Text("The account may sign in.").First).ToBeVisibleAsync();
        await visitor.Page.AssertAccessibleAsync();
    }

    [Fact]
    public async Task The_open_palette_and_the_open_account_menu()
    {
        var visitor = await SignInAsync(Admin, "/about");
        await visitor.Page.GetByLabel($"Account of {Admin}").ClickAsync();
        await Expect(visitor.Button("Sign out")).ToBeVisibleAsync();
        await visitor.Page.AssertAccessibleAsync();

        await visitor.Page.Keyboard.PressAsync("Escape");
        await visitor.OpenPaletteAsync();
        await Expect(visitor.Page.GetByRole(AriaRole.Option).First).ToBeVisibleAsync();
        await visitor.Page.AssertAccessibleAsync();
    }
}
