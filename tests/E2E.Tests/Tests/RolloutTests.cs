using MeshReadiness.E2E.Tests.Given;
using MeshReadiness.E2E.Tests.Visiting;
using Microsoft.Playwright;

namespace MeshReadiness.E2E.Tests.Tests;

/// <summary>People at work on a rollout: alone, and two at the same time. Every test has a task of its own.</summary>
public sealed class RolloutTests(Contoso product) : BrowserTest(product), IClassFixture<Contoso>
{
    private const string Tasks = "/rollout/tasks/";

    [Fact]
    public async Task A_word_completes_a_task_and_moves_its_steps_count_and_can_be_undone()
    {
        var visitor = await SignInAsync(Admin, "/rollout");
        var step = visitor.Page.GetByRole(AriaRole.Listitem).Filter(new() { Has = visitor.Heading("Step 1: Gather your deployment team") });
        var count = step.GetByRole(AriaRole.Link, new() { NameRegex = new(@"\d+ of \d+ done") });
        var before = await count.InnerTextAsync();
        await visitor.OpenAsync(Tasks + "s1-exec-sponsor");

        await visitor.Page.GetByLabel("I have seen it: what you saw").FillAsync("The sponsor <b>signed</b> today.");
        await visitor.Button("I have seen it").ClickAsync();

        await Expect(Standing(visitor)).ToContainTextAsync("Done");
        await Expect(Standing(visitor)).ToContainTextAsync("The sponsor <b>signed</b> today.");
        await visitor.Link("Microsoft Mesh").First.ClickAsync();
        await Expect(count).Not.ToHaveTextAsync(before);

        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Undo", Exact = true }).ClickAsync();
        await Expect(count).ToHaveTextAsync(before);
    }

    [Fact]
    public async Task A_risk_is_accepted_once_a_second_person_approves()
    {
        var asking = await SignInAsync(Admin, Tasks + "s3-guest-teams-access");
        await asking.Button("Ask to accept the risk").ClickAsync();
        await asking.Page.GetByLabel("Why the risk is worth taking").FillAsync("The group meets in spring.");
        await asking.Button("Ask for approval").ClickAsync();
        await Expect(asking.Text("Another admin has to approve this")).ToBeVisibleAsync();
        await Expect(asking.Button("Approve the risk")).ToHaveCountAsync(0);

        var approving = await SignInAsync(SecondAdmin, "/my-work");
        await approving.Page.GetByRole(AriaRole.Region, new() { Name = "Waits for you to approve" }).GetByRole(AriaRole.Link).ClickAsync();
        await approving.Button("Approve the risk").ClickAsync();

        await Expect(Standing(approving)).ToContainTextAsync("Accepted risk");
        await Expect(Standing(asking)).ToContainTextAsync("Accepted risk");
    }

    [Fact]
    public async Task Of_two_admins_at_the_same_task_the_second_sees_both_texts_and_chooses()
    {
        const string address = Tasks + "s4-endpoint-process";
        var (first, second) = (await SignInAsync(Admin, address), await SignInAsync(SecondAdmin, address));
        await OpenFormAsync(first);
        await OpenFormAsync(second);
        await SayBlockedAsync(first, "Waits for the contract.");
        await Expect(Work(first)).ToContainTextAsync("Waits for the contract.");
        await Expect(Work(first).GetByRole(AriaRole.Button, new() { Name = "Edit" })).ToBeFocusedAsync();

        await SayBlockedAsync(second, "Waits for the budget.");

        await Expect(second.Text("Somebody else has changed this task since you began.")).ToBeVisibleAsync();
        await Expect(Work(second)).ToContainTextAsync("Waits for the contract.");
        await Expect(second.Page.GetByLabel("What blocks it")).ToHaveValueAsync("Waits for the budget.");
        await second.Button("Use mine").ClickAsync();
        await Expect(Work(first)).ToContainTextAsync("Waits for the budget.");
    }

    private static async Task OpenFormAsync(Visitor visitor)
    {
        await Work(visitor).GetByRole(AriaRole.Button, new() { Name = "Edit" }).ClickAsync();
        await visitor.Page.GetByLabel("State, beside its proof").SelectOptionAsync("Blocked");
    }

    private static async Task SayBlockedAsync(Visitor visitor, string because)
    {
        await visitor.Page.GetByLabel("What blocks it").FillAsync(because);
        await visitor.Button("Save").ClickAsync();
    }

    private static ILocator Standing(Visitor visitor) => visitor.Page.GetByRole(AriaRole.Region, new() { Name = "How it stands" });

    private static ILocator Work(Visitor visitor) => visitor.Page.GetByRole(AriaRole.Region, new() { Name = "Who, when and how it goes" });
}
