using MeshReadiness.E2E.Tests.Given;
using MeshReadiness.E2E.Tests.Visiting;
using Microsoft.Playwright;

namespace MeshReadiness.E2E.Tests.Tests;

public sealed class PaletteTests(Contoso product) : BrowserTest(product), IClassFixture<Contoso>
{
    [Theory]
    [InlineData("Licences", "Licences")]
    [InlineData("executive stands", "An executive stands behind the rollout")]
    [InlineData("verify licences", "2. Verify licences and policies")]
    public async Task A_page_a_task_and_a_step_are_found_by_keyboard(string typed, string heading)
    {
        var visitor = await SignInAsync(Admin);
        await OpenPaletteAsync(visitor);

        await visitor.Page.Keyboard.TypeAsync(typed);
        await Expect(Chosen(visitor)).ToContainTextAsync(heading);
        await visitor.Page.Keyboard.PressAsync("Enter");

        await Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(heading);
    }

    [Fact]
    public async Task A_person_is_found_by_keyboard()
    {
        var person = (await Product.Tenant.PeopleAsync())[40];
        var visitor = await SignInAsync(HelpDesk, "/about");
        await OpenPaletteAsync(visitor);

        await visitor.Page.Keyboard.TypeAsync(person.UserPrincipalName!);
        await Expect(Chosen(visitor)).ToContainTextAsync(person.DisplayName!);
        await visitor.Page.Keyboard.PressAsync("Enter");

        await Expect(visitor.Heading(person.DisplayName!)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_arrows_move_the_choice_and_escape_leaves_everything_as_it_was()
    {
        var visitor = await SignInAsync(Admin);
        await OpenPaletteAsync(visitor);
        await Expect(Chosen(visitor)).ToContainTextAsync("Rollout");

        await visitor.Page.Keyboard.PressAsync("ArrowDown");
        await Expect(Chosen(visitor)).ToContainTextAsync("My work");
        await visitor.Page.Keyboard.PressAsync("Escape");

        await Expect(Palette(visitor)).ToBeHiddenAsync();
        await Expect(visitor.Heading("Rollout")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task It_offers_an_executive_no_tasks_and_no_people()
    {
        var person = (await Product.Tenant.PeopleAsync())[40];
        var visitor = await SignInAsync(Executive);
        await OpenPaletteAsync(visitor);

        await visitor.Page.Keyboard.TypeAsync(person.UserPrincipalName!);

        await Expect(visitor.Text("Nothing found for")).ToBeVisibleAsync();
    }

    private static async Task OpenPaletteAsync(Visitor visitor)
    {
        await visitor.OpenPaletteAsync();
        await Expect(Palette(visitor)).ToBeFocusedAsync();
    }

    private static ILocator Palette(Visitor visitor) =>
        visitor.Page.GetByRole(AriaRole.Combobox, new() { Name = "Find a page, a step, a task or a person" });

    private static ILocator Chosen(Visitor visitor) => visitor.Page.GetByRole(AriaRole.Option, new() { Selected = true });
}
