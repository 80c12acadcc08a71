using MeshReadiness.E2E.Tests.Given;
using MeshReadiness.E2E.Tests.Visiting;
using Microsoft.Playwright;

namespace MeshReadiness.E2E.Tests.Tests;

/// <summary>The help desk gets from a call to the words to pass on, by keyboard.</summary>
public sealed class PassItOnTests(Contoso product) : BrowserTest(product), IClassFixture<Contoso>
{
    private static readonly string[] Clipboard = ["clipboard-read", "clipboard-write"];

    [Fact]
    public async Task Three_actions_lead_from_the_search_to_the_copied_message_and_one_more_to_the_note()
    {
        var person = (await Product.Tenant.PeopleAsync())[31];
        var visitor = await SignInAsync(HelpDesk);
        await visitor.Context.GrantPermissionsAsync(Clipboard);

        await SearchBox(visitor).PressSequentiallyAsync(person.UserPrincipalName!);
        await PeopleFound(visitor).Filter(new() { HasText = person.DisplayName! }).First.PressAsync("Enter");
        await ListensAsync(visitor);
        await visitor.Page.Keyboard.PressAsync("c");

        await Expect(Said(visitor)).ToHaveTextAsync("Copied the message.");
        Assert.StartsWith($"Hello {person.DisplayName},\n\n", await CopiedAsync(visitor), StringComparison.Ordinal);
        await visitor.Page.Keyboard.PressAsync("n");
        await Expect(Said(visitor)).ToHaveTextAsync("Copied the note.");
        var note = await CopiedAsync(visitor);
        Assert.Contains($"Object id: {person.Id}", note, StringComparison.Ordinal);
        Assert.Contains($"Page: {Product.Address}help-desk/{person.Id}", note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task German_is_chosen_once_and_stays_also_for_the_next_person()
    {
        var people = await Product.Tenant.PeopleAsync();
        var visitor = await SignInAsync(HelpDesk, $"/help-desk/{people[32].Id}");
        await visitor.Context.GrantPermissionsAsync(Clipboard);
        await ListensAsync(visitor);
        await visitor.Page.GetByRole(AriaRole.Radio, new() { Name = "Deutsch" }).CheckAsync(new() { Force = true });
        await Expect(visitor.Page.GetByRole(AriaRole.Region, new() { Name = "Message to the person" })).ToContainTextAsync($"Guten Tag {people[32].DisplayName},");

        await visitor.OpenAsync($"/help-desk/{people[33].Id}");
        await ListensAsync(visitor);
        await visitor.Page.Keyboard.PressAsync("c");

        await Expect(Said(visitor)).ToHaveTextAsync("Copied the message.");
        var message = await CopiedAsync(visitor);
        Assert.StartsWith($"Guten Tag {people[33].DisplayName},\n\n", message, StringComparison.Ordinal);
        Assert.EndsWith("Mit freundlichen Grüßen\nIhr Helpdesk", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_clipboard_isnt_lent_the_text_is_selected()
    {
        var person = (await Product.Tenant.PeopleAsync())[34];
        var visitor = await VisitAsync();
        await visitor.Page.AddInitScriptAsync("Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new Error('no')) } })");
        await visitor.Page.GotoAsync($"/help-desk/{person.Id}");
        await visitor.Button(HelpDesk).ClickAsync();
        await ListensAsync(visitor);

        await visitor.Page.Keyboard.PressAsync("c");

        await Expect(Said(visitor)).ToContainTextAsync("The message is selected");
        Assert.Equal(
            await visitor.Page.Locator("#pass-message").TextContentAsync(),
            (await visitor.Page.EvaluateAsync<string>("() => getSelection().toString()")).ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task While_somebody_types_the_letters_stay_letters()
    {
        var person = (await Product.Tenant.PeopleAsync())[35];
        var visitor = await SignInAsync(HelpDesk, $"/help-desk/{person.Id}");
        await ListensAsync(visitor);

        await Symptom(visitor).PressSequentiallyAsync("can");

        await Expect(Symptom(visitor)).ToHaveValueAsync("can");
        await Expect(Said(visitor)).ToHaveTextAsync("");
    }

    [Fact]
    public async Task An_error_code_is_answered_for_the_person_by_keyboard()
    {
        var person = (await Product.Tenant.PeopleAsync())[36];
        var visitor = await SignInAsync(HelpDesk, $"/help-desk/{person.Id}");
        await ListensAsync(visitor);

        await Symptom(visitor).PressSequentiallyAsync("AADSTS50199");

        var answer = visitor.Page.Locator("section[aria-labelledby=symptom-card]");
        await Expect(answer).ToContainTextAsync("Sign-in on a Quest headset is refused");
        await Expect(answer).ToContainTextAsync("The headset isn't managed, and a rule asks for a managed device");
        await Expect(answer).ToContainTextAsync("Who. Owners of Conditional Access");
        await Expect(answer.Locator("a[href^='/rollout']")).ToHaveCountAsync(0);
        await visitor.Page.AssertAccessibleAsync();
    }

    [Theory]
    [InlineData("/help-desk/symptoms", "Symptoms")]
    [InlineData("/help-desk/symptoms?text=AADSTS53003", "Symptoms")]
    public async Task The_list_of_symptoms_fits_a_phone_and_shuts_nobody_out(string address, string list)
    {
        var visitor = await SignInAsync(HelpDesk, address, width: 390);
        await Expect(visitor.Page.GetByRole(AriaRole.List, new() { Name = list })).ToBeVisibleAsync();

        Assert.Equal(0, await OverflowAsync(visitor));
        await visitor.Page.AssertAccessibleAsync();
    }

    [Fact]
    public async Task A_person_with_words_and_an_answer_fits_a_phone()
    {
        var person = (await Product.Tenant.PeopleAsync())[37];
        var visitor = await SignInAsync(HelpDesk, $"/help-desk/{person.Id}", width: 390);
        await ListensAsync(visitor);
        await Symptom(visitor).FillAsync("AADSTS53003");
        await Expect(visitor.Text("The organisation's access rules refuse the sign-in")).ToBeVisibleAsync();

        Assert.Equal(0, await OverflowAsync(visitor));
    }

    // The page says which keys it hears once it hears them.
    private static Task ListensAsync(Visitor visitor) => Expect(visitor.Page.Locator("button[aria-keyshortcuts=c]")).ToBeVisibleAsync();

    private static Task<string> CopiedAsync(Visitor visitor) => visitor.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()");

    private static Task<int> OverflowAsync(Visitor visitor) => visitor.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - innerWidth");

    private static ILocator Said(Visitor visitor) => visitor.Page.Locator("section[aria-labelledby=pass-it-on] [role=status]");

    private static ILocator Symptom(Visitor visitor) => visitor.Page.GetByRole(AriaRole.Searchbox, new() { Name = "Error code or message" });

    private static ILocator SearchBox(Visitor visitor) => visitor.Page.GetByRole(AriaRole.Searchbox, new() { Name = "Name, mail, sign-in name or object id" });

    private static ILocator PeopleFound(Visitor visitor) =>
        visitor.Page.GetByRole(AriaRole.Main).GetByLabel("People", new() { Exact = true }).GetByRole(AriaRole.Link);
}
