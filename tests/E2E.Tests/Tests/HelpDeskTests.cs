using MeshReadiness.E2E.Tests.Given;
using MeshReadiness.E2E.Tests.Visiting;
using Microsoft.Playwright;

namespace MeshReadiness.E2E.Tests.Tests;

public sealed class HelpDeskTests(Contoso product) : BrowserTest(product), IClassFixture<Contoso>
{
    private const string SearchName = "Name, mail, sign-in name or object id";

    [Fact]
    public async Task Typing_a_sign_in_name_finds_the_person_and_puts_the_search_into_the_address()
    {
        var person = (await Product.Tenant.PeopleAsync())[30];
        var visitor = await SignInAsync(HelpDesk);

        // As fast as keys can come: no answer from the server may take a letter away.
        await SearchBox(visitor).PressSequentiallyAsync(person.UserPrincipalName!);

        await Expect(SearchBox(visitor)).ToHaveValueAsync(person.UserPrincipalName!);
        await Expect(PeopleFound(visitor)).ToHaveCountAsync(1);
        await Expect(PeopleFound(visitor)).ToContainTextAsync(person.DisplayName!);
        await Expect(visitor.Page).ToHaveURLAsync(new Uri(Product.Address, $"/help-desk?text={person.UserPrincipalName}").ToString());
    }

    [Fact]
    public async Task A_person_is_found_and_understood_without_a_mouse()
    {
        var person = (await Product.Tenant.PeopleAsync())[31];
        var visitor = await SignInAsync(HelpDesk);
        var keyboard = visitor.Page.Keyboard;
        await Expect(visitor.Heading("Help desk")).ToBeFocusedAsync();

        await keyboard.PressAsync("Tab");
        await Expect(SearchBox(visitor)).ToBeFocusedAsync();
        await keyboard.TypeAsync(person.UserPrincipalName!);
        await Expect(PeopleFound(visitor)).ToHaveCountAsync(1);
        await keyboard.PressAsync("Tab");
        await keyboard.PressAsync("Enter");

        var details = visitor.Page.GetByRole(AriaRole.Group).First;
        await Expect(visitor.Heading(person.DisplayName!)).ToBeFocusedAsync();
        await TabToAsync(visitor, details.Locator("summary").First);
        await keyboard.PressAsync("Enter");
        await Expect(details.GetByText("The account may sign in.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Enter_in_the_box_opens_the_first_who_is_found_even_before_they_are_shown()
    {
        var person = (await Product.Tenant.PeopleAsync())[33];
        var visitor = await SignInAsync(HelpDesk);
        await SearchBox(visitor).FocusAsync();

        await visitor.Page.Keyboard.TypeAsync(person.UserPrincipalName!);
        await visitor.Page.Keyboard.PressAsync("Enter");

        await Expect(visitor.Heading(person.DisplayName!)).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Arrows_lead_from_the_box_through_the_people_and_back()
    {
        var visitor = await SignInAsync(HelpDesk, "/help-desk?text=a");
        var keyboard = visitor.Page.Keyboard;
        await Expect(PeopleFound(visitor)).Not.ToHaveCountAsync(0);
        await SearchBox(visitor).FocusAsync();

        await keyboard.PressAsync("ArrowDown");
        await Expect(PeopleFound(visitor).Nth(0)).ToBeFocusedAsync();
        await keyboard.PressAsync("ArrowDown");
        await Expect(PeopleFound(visitor).Nth(1)).ToBeFocusedAsync();
        await keyboard.PressAsync("ArrowUp");
        await keyboard.PressAsync("ArrowUp");
        await Expect(SearchBox(visitor)).ToBeFocusedAsync();
        await keyboard.PressAsync("ArrowDown");
        var name = await PeopleFound(visitor).First.Locator("strong").InnerTextAsync();
        await keyboard.PressAsync("Enter");

        await Expect(visitor.Heading(name)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_mistyped_name_is_offered_and_only_opened_by_a_second_enter()
    {
        var person = (await Product.Tenant.PeopleAsync()).First(one => one.DisplayName!.Split(' ')[^1] is { Length: >= 6 } word && word.All(char.IsAsciiLetter));
        var word = person.DisplayName!.Split(' ')[^1];
        var visitor = await SignInAsync(HelpDesk);
        await visitor.Page.Keyboard.PressAsync("Tab");

        await visitor.Page.Keyboard.TypeAsync($"{word[..2]}{word[3]}{word[2]}{word[4..]}");
        await visitor.Page.Keyboard.PressAsync("Enter");

        await Expect(visitor.Text("Did you mean:")).ToBeVisibleAsync();
        await Expect(PeopleFound(visitor).First).ToContainTextAsync(word);
        await Expect(PeopleFound(visitor).First).ToBeFocusedAsync();
        await visitor.Page.Keyboard.PressAsync("Enter");
        await Expect(visitor.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/help-desk/[0-9a-f-]{36}$"));
    }

    [Fact]
    public async Task Somebody_who_does_not_exist_gives_an_empty_list_that_says_what_to_try()
    {
        var visitor = await SignInAsync(HelpDesk, "/help-desk?text=nobody-of-this-name");

        await Expect(visitor.Heading("Nobody found")).ToBeVisibleAsync();
        await Expect(visitor.Text("Type the beginning of a name")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_link_with_filters_shows_the_same_people_after_a_reload()
    {
        var visitor = await SignInAsync(HelpDesk, "/help-desk?experience=avatars&verdict=NotReady&page=2");
        await Expect(visitor.Text("Only people with the verdict “Not ready” for Avatars in Teams")).ToBeVisibleAsync();
        await Expect(visitor.Text("Page 2 of")).ToBeVisibleAsync();
        var before = await PeopleFound(visitor).AllInnerTextsAsync();

        await visitor.Page.ReloadAsync();

        await Expect(visitor.Text("Page 2 of")).ToBeVisibleAsync();
        await Expect(PeopleFound(visitor)).ToHaveTextAsync(before, new() { UseInnerText = true });
    }

    [Fact]
    public async Task A_number_leads_to_the_people_behind_it_and_on_to_one_of_them()
    {
        var visitor = await SignInAsync(Admin, "/dashboard");
        var number = visitor.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Hosting events" }).GetByRole(AriaRole.Link).Nth(1);
        var people = await number.InnerTextAsync();

        await number.ClickAsync();

        await Expect(visitor.Page.GetByLabel("People", new() { Exact = true })).ToContainTextAsync($"{people} people");
        var name = await PeopleFound(visitor).First.Locator("strong").InnerTextAsync();

        await PeopleFound(visitor).First.ClickAsync();

        await Expect(visitor.Heading(name)).ToBeVisibleAsync();
        await Expect(visitor.Page.Locator("summary").Filter(new() { HasText = "Hosting events" })).ToContainTextAsync("Not ready");
    }

    [Fact]
    public async Task A_products_number_leads_to_the_people_who_hold_it()
    {
        var visitor = await SignInAsync(Admin, "/dashboard?by=product&experience=avatars");
        var number = visitor.Page.Locator("#breakdown").GetByRole(AriaRole.Row).Filter(new() { HasText = "Microsoft 365 E5" }).GetByRole(AriaRole.Link).First;
        var people = await number.InnerTextAsync();

        await number.ClickAsync();

        await Expect(visitor.Page.GetByLabel("People", new() { Exact = true })).ToContainTextAsync($"{people} people");
        await Expect(visitor.Text("Only people with the verdict “Ready” for Avatars in Teams who hold Microsoft 365 E5")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_person_is_found_at_the_address_of_their_sign_in_name()
    {
        var person = (await Product.Tenant.PeopleAsync())[32];
        var visitor = await SignInAsync(HelpDesk, $"/help-desk/{person.UserPrincipalName}");

        await Expect(visitor.Heading(person.DisplayName!)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_object_id_that_is_not_in_the_snapshot_is_answered_with_a_way_on()
    {
        var visitor = await SignInAsync(HelpDesk, "/help-desk/11111111-2222-3333-4444-555555555555");

        await Expect(visitor.Heading("This person isn't in the snapshot")).ToBeVisibleAsync();
        await visitor.Link("Search again").ClickAsync();
        await Expect(visitor.Heading("Help desk")).ToBeVisibleAsync();
    }

    private static ILocator SearchBox(Visitor visitor) => visitor.Page.GetByRole(AriaRole.Searchbox, new() { Name = SearchName });

    private static ILocator PeopleFound(Visitor visitor) =>
        visitor.Page.GetByRole(AriaRole.Main).GetByLabel("People", new() { Exact = true }).GetByRole(AriaRole.Link);

    private static async Task TabToAsync(Visitor visitor, ILocator target)
    {
        for (var stop = 0; stop < 20 && !await target.EvaluateAsync<bool>("element => element === document.activeElement"); stop++)
        {
            await visitor.Page.Keyboard.PressAsync("Tab");
        }

        await Expect(target).ToBeFocusedAsync();
    }
}
