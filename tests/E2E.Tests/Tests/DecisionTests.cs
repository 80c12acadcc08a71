using MeshReadiness.E2E.Tests.Given;
using MeshReadiness.E2E.Tests.Visiting;
using Microsoft.Playwright;

namespace MeshReadiness.E2E.Tests.Tests;

/// <summary>Which tenant hosts the rollout: decided by the questions, on record, and decided anew.</summary>
public sealed class DecisionTests(Contoso product) : BrowserTest(product), IClassFixture<Contoso>
{
    private const string Task = "The tenant for the rollout is chosen, with reasons";

    [Fact]
    public async Task The_tenant_is_decided_its_task_is_done_and_the_decision_is_revisited()
    {
        var visitor = await SignInAsync(Admin, "/rollout/steps/3");
        await visitor.Link("Which tenant hosts the rollout?").ClickAsync();
        await Expect(Proposal(visitor)).ToContainTextAsync("Nothing is answered yet. 6 questions are open.");
        await Expect(visitor.Page.GetByRole(AriaRole.Group, new() { Name = "Found in this tenant: Who attends?" })).ToContainTextAsync(" members, ");
        await visitor.Page.AssertAccessibleAsync();

        // By keyboard alone: the second answer of the second question, then back to none of it.
        await Option(visitor, "Mostly our own people").FocusAsync();
        await visitor.Page.Keyboard.PressAsync("Space");
        await visitor.Page.Keyboard.PressAsync("ArrowDown");
        await Expect(Option(visitor, "People from outside as well")).ToBeCheckedAsync();
        await Expect(visitor.Text("Guests only attend.")).ToBeVisibleAsync();
        await Option(visitor, "No, the policies of production will do").CheckAsync();
        await Expect(Proposal(visitor)).ToContainTextAsync("1 answer speaks for “The primary production tenant”, and nothing speaks for anything else.");

        await visitor.Button("Record the decision").ClickAsync();
        await Expect(visitor.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Choose what is decided.");
        await Option(visitor, "The primary production tenant").CheckAsync();
        await visitor.Page.GetByLabel("Reasons").FillAsync("Everybody <b>meets</b> there.");
        await visitor.Button("Record the decision").ClickAsync();

        await Expect(visitor.Heading("Decided: The primary production tenant")).ToBeVisibleAsync();
        await Expect(visitor.Button("Revisit")).ToBeFocusedAsync();
        await visitor.Page.AssertAccessibleAsync();
        await visitor.Page.GetByRole(AriaRole.Region, new() { Name = "Decided" }).GetByRole(AriaRole.Link, new() { Name = Task }).ClickAsync();
        await Expect(Standing(visitor)).ToContainTextAsync("Done");
        await Expect(Standing(visitor)).ToContainTextAsync("The primary production tenant. Everybody <b>meets</b> there.");
        await visitor.Page.AssertAccessibleAsync();

        await visitor.Link("See the decision").ClickAsync();
        await visitor.Button("Revisit").ClickAsync();
        await Option(visitor, "A separate tenant").CheckAsync();
        await Expect(visitor.Text("1 answer speaks for something else.")).ToBeVisibleAsync();
        await visitor.Page.GetByLabel("Reasons").FillAsync("Security asks for it.");
        await visitor.Button("Record the decision").ClickAsync();

        await Expect(visitor.Heading("Decided: A separate tenant")).ToBeVisibleAsync();
        await visitor.OpenAsync("/rollout/decisions");
        await Expect(visitor.Page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Which tenant hosts the rollout?" })).ToContainTextAsync("Security asks for it.");
        await visitor.Page.AssertAccessibleAsync();
    }

    private static ILocator Option(Visitor visitor, string name) => visitor.Page.GetByRole(AriaRole.Radio, new() { Name = name });

    private static ILocator Proposal(Visitor visitor) => visitor.Page.GetByRole(AriaRole.Region, new() { Name = "What your answers come to" });

    private static ILocator Standing(Visitor visitor) => visitor.Page.GetByRole(AriaRole.Region, new() { Name = "How it stands" });
}
