using MeshReadiness.E2E.Tests.Given;
using MeshReadiness.E2E.Tests.Visiting;
using Microsoft.Playwright;

namespace MeshReadiness.E2E.Tests.Tests;

/// <summary>The help desk has one person read anew while the snapshot stays.</summary>
public sealed class RefreshPersonTests(Contoso product) : BrowserTest(product), IClassFixture<Contoso>
{
    [Fact]
    public async Task An_account_that_was_disabled_since_the_scan_shows_at_once_and_the_snapshot_comes_back()
    {
        var person = Assert.Single(await Product.Tenant.ChangeAsync("disable", 1));
        var visitor = await SignInAsync(HelpDesk, $"/help-desk/{person.UserPrincipalName}");
        await Expect(visitor.Page.GetByText("Account enabled", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(Card(visitor, "Devices")).ToContainTextAsync("Refresh this person to see them");

        await visitor.Button("Refresh this person").ClickAsync();

        await Expect(visitor.Text("This person was read from Microsoft Graph")).ToBeVisibleAsync();
        await Expect(visitor.Page.GetByText("Account disabled", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(Card(visitor, "What changed")).ToContainTextAsync("Account: enabled → disabled");
        await Expect(Card(visitor, "Devices")).Not.ToContainTextAsync("Refresh this person");
        await visitor.Page.AssertAccessibleAsync();

        await visitor.Button("Back to the snapshot").ClickAsync();

        await Expect(visitor.Page.GetByText("Account enabled", new() { Exact = true })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Behind_a_reason_stand_the_rule_and_where_each_fact_was_read()
    {
        var person = (await Product.Tenant.PeopleAsync())[12];
        var visitor = await SignInAsync(HelpDesk, $"/help-desk/{person.Id}", width: 390);

        var action = Card(visitor, "What they can do in Microsoft Mesh").GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Create a collection" }).First;
        await action.Locator("summary").First.ClickAsync();
        var reason = action.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "The account " }).First;

        // What speaks against is open already.
        if (person.AccountEnabled is true)
        {
            await reason.Locator("summary").ClickAsync();
        }

        await Expect(reason).ToContainTextAsync("Only an enabled account can sign in.");
        await Expect(reason).ToContainTextAsync($"accountEnabled is {(person.AccountEnabled is true ? "true" : "false")}, read ");
        await Expect(reason).ToContainTextAsync("from /users/{id}");
        Assert.Equal(0, await visitor.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - window.innerWidth"));
    }

    private static ILocator Card(Visitor visitor, string heading) => visitor.Page.GetByRole(AriaRole.Region, new() { Name = heading });
}
