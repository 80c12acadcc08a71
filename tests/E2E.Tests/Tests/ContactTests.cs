using MeshReadiness.E2E.Tests.Given;
using MeshReadiness.E2E.Tests.Visiting;
using Microsoft.Playwright;

namespace MeshReadiness.E2E.Tests.Tests;

/// <summary>Asking the people outside the team: alone, and two admins at the same contact. Every test has a contact of its own.</summary>
public sealed class ContactTests(Contoso product) : BrowserTest(product), IClassFixture<Contoso>
{
    [Fact]
    public async Task A_contact_is_found_named_written_to_and_marked_as_asked_and_that_is_undone()
    {
        var visitor = await SignInAsync(Admin, "/contacts");
        var row = visitor.Page.GetByRole(AriaRole.Listitem).Filter(new() { Has = visitor.Heading("Teams administrators") });
        await Expect(row).ToContainTextAsync("Not asked");
        await row.GetByRole(AriaRole.Link).ClickAsync();

        await visitor.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Choose ") }).First.ClickAsync();
        await Expect(Outreach(visitor)).ToContainTextAsync("@contoso.example");
        var text = visitor.Page.GetByLabel("Text");
        await Expect(text).Not.ToHaveValueAsync(new System.Text.RegularExpressions.Regex(@"\[name of whom"));
        await Expect(visitor.Link("Open in your mail program")).ToHaveAttributeAsync("href", new System.Text.RegularExpressions.Regex("^mailto:[^?]+@contoso.example[?]subject=.+&body=Hello%20"));

        await text.FillAsync("Please <b>open</b> the admin center.");
        await visitor.Button("Copy").ClickAsync();
        await Expect(visitor.Text("Copied. When it is sent, mark it as asked.")).ToBeVisibleAsync();
        await visitor.Button("Mark as asked").ClickAsync();
        await Expect(Outreach(visitor)).ToContainTextAsync("Please <b>open</b> the admin center.");
        await visitor.Link("Contacts").First.ClickAsync();
        await Expect(row).ToContainTextAsync("Asked");

        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Undo", Exact = true }).ClickAsync();
        await Expect(row).ToContainTextAsync("Not asked");
    }

    [Fact]
    public async Task Of_two_admins_at_the_same_contact_the_second_sees_both_texts_and_chooses()
    {
        const string address = "/contacts/network";
        var (first, second) = (await SignInAsync(Admin, address), await SignInAsync(SecondAdmin, address));
        await OpenFormAsync(first, "Refused");
        await OpenFormAsync(second, "Granted");
        await AnswerAsync(first, "What they refused and why, in their words", "Not before June.");
        await Expect(Outreach(first)).ToContainTextAsync("Refused");

        await AnswerAsync(second, "What they granted, in their words", "From May on.");

        await Expect(second.Text("Somebody else has changed this contact since you began.")).ToBeVisibleAsync();
        await Expect(Outreach(second)).ToContainTextAsync("Not before June.");
        await Expect(second.Page.GetByLabel("What they granted, in their words")).ToHaveValueAsync("From May on.");
        await second.Page.AssertAccessibleAsync();
        await second.Button("Use mine").ClickAsync();

        await Expect(Outreach(first)).ToContainTextAsync("From May on.");
        await first.OpenAsync("/contacts?state=granted");
        await Expect(first.Heading("Network team")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Who_does_what_fits_a_phone_and_tells_who_is_missing()
    {
        var visitor = await SignInAsync(Admin, "/contacts/raci", width: 390);

        await Expect(visitor.Heading("The Mesh app is allowed in Teams")).ToBeVisibleAsync();
        await Expect(visitor.Page.GetByRole(AriaRole.Table)).ToBeHiddenAsync();
        await Expect(visitor.Page.GetByRole(AriaRole.Region, new() { Name = "Gaps" })).ToContainTextAsync("Nobody is accountable");
        Assert.True(await visitor.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"));
        await visitor.Page.AssertAccessibleAsync();
    }

    private static async Task OpenFormAsync(Visitor visitor, string state)
    {
        await Outreach(visitor).GetByRole(AriaRole.Button, new() { Name = "Edit" }).ClickAsync();
        await visitor.Page.GetByLabel("State").SelectOptionAsync(state);
    }

    private static async Task AnswerAsync(Visitor visitor, string label, string answer)
    {
        await visitor.Page.GetByLabel(label).FillAsync(answer);
        await visitor.Button("Save").ClickAsync();
    }

    private static ILocator Outreach(Visitor visitor) => visitor.Page.GetByRole(AriaRole.Region, new() { Name = "How far it has come" });
}
