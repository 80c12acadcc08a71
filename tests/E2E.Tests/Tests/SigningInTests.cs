using MeshReadiness.E2E.Tests.Given;
using MeshReadiness.E2E.Tests.Visiting;
using Microsoft.Playwright;

namespace MeshReadiness.E2E.Tests.Tests;

public sealed class SigningInTests(Contoso product) : BrowserTest(product), IClassFixture<Contoso>
{
    [Theory]
    [InlineData(Admin, "/rollout", "Rollout")]
    [InlineData(Executive, "/dashboard", "Dashboard")]
    [InlineData(HelpDesk, "/help-desk", "Help desk")]
    public async Task Everybody_lands_on_the_page_of_their_role(string name, string address, string heading)
    {
        var visitor = await SignInAsync(name);

        await Expect(visitor.Page).ToHaveURLAsync(new Uri(Product.Address, address).ToString());
        await Expect(visitor.Heading(heading)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Somebody_without_a_role_learns_whom_to_ask_and_can_leave()
    {
        var visitor = await SignInAsync(Newcomer);

        await Expect(visitor.Heading("This page isn't part of your role")).ToBeVisibleAsync();
        await Expect(visitor.Text("Ask whoever manages the enterprise application")).ToBeVisibleAsync();

        await visitor.Button("Sign out").ClickAsync();

        await Expect(visitor.Button(Newcomer)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task After_signing_in_people_arrive_where_they_wanted_to_go()
    {
        var visitor = await SignInAsync(Admin, "/help-desk?text=anna");

        await Expect(visitor.Page).ToHaveURLAsync(new Uri(Product.Address, "/help-desk?text=anna").ToString());
    }

    [Theory]
    [InlineData("//contoso.example/")]
    [InlineData("/\\contoso.example/")]
    [InlineData("https://contoso.example/")]
    public async Task A_link_cannot_make_signing_in_lead_outside(string returnUrl)
    {
        var visitor = await SignInAsync(Executive, $"/sign-in?returnUrl={Uri.EscapeDataString(returnUrl)}");

        await Expect(visitor.Page).ToHaveURLAsync(new Uri(Product.Address, "/dashboard").ToString());
    }

    [Fact]
    public async Task Signing_out_ends_the_session_for_the_back_button_and_for_known_addresses()
    {
        var visitor = await SignInAsync(Admin);
        await visitor.Page.GetByLabel($"Account of {Admin}").ClickAsync();
        await visitor.Button("Sign out").ClickAsync();
        await Expect(visitor.Button(Admin)).ToBeVisibleAsync();

        await visitor.Page.GoBackAsync();
        await Expect(visitor.Button(Admin)).ToBeVisibleAsync();

        await visitor.Page.GotoAsync("/licences");
        await Expect(visitor.Button(Admin)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Signing_out_also_ends_what_is_open_in_another_tab()
    {
        var visitor = await SignInAsync(Admin);
        var otherTab = await visitor.Page.Context.NewPageAsync();
        await otherTab.GotoAsync(new Uri(Product.Address, "/help-desk").ToString());
        await otherTab.Locator("[data-interactive=true]").WaitForAsync();

        await visitor.Page.GetByLabel($"Account of {Admin}").ClickAsync();
        await visitor.Button("Sign out").ClickAsync();

        await Expect(otherTab.GetByRole(AriaRole.Button, new() { Name = Admin })).ToBeVisibleAsync();
    }
}
