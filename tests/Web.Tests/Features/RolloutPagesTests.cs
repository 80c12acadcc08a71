using AngleSharp.Dom;
using Bunit;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Rollouts;
using MeshReadiness.Core.Scanning;
using MeshReadiness.Playbooks;
using MeshReadiness.Web.Features.Rollouts;
using MeshReadiness.Web.Tests.Given;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace MeshReadiness.Web.Tests.Features;

/// <summary>What admins see and do on a rollout's pages, alone and with a second admin at the same time.</summary>
public sealed class RolloutPagesTests : PortalTest
{
    private const string Markup = "<script>alert(1)</script><b>bold</b>";

    private static readonly Actor Henrik = new("2", "Henrik Solberg");

    // Whatever the shipped playbook says by now: here all proof stays fresh for 90 days.
    private static readonly Playbook Lasting = PlaybookLibrary.Mesh with
    {
        Steps = [.. PlaybookLibrary.Mesh.Steps.Select(step => step with { Tasks = [.. step.Tasks.Select(task => task with { FreshDays = 90, DependsOn = [] })] })],
    };

    private static readonly PlaybookTask ByWord = Lasting.Tasks.First(task => task is { Evidence: EvidenceKind.Attest, Severity: Severity.Blocker });

    private static readonly Step StepOfIt = Lasting.Steps.First(step => step.Tasks.Contains(ByWord));

    public RolloutPagesTests()
    {
        Services.AddSingleton(Lasting).AddSingleton(new PlaybookShelf([Lasting]));
        SignInAdmin();
    }

    [Fact]
    public async Task The_overview_counts_the_tasks_of_every_step_and_says_what_holds_it_back()
    {
        await PrepareAsync();

        var page = Render<RolloutPage>();

        Assert.Equal(Lasting.Steps.Length, page.FindAll("li.step").Count);
        Assert.All(page.FindAll("li.step"), step => Assert.Contains(" done", step.QuerySelector(".counts")!.TextContent, StringComparison.Ordinal));
        Assert.All(page.FindAll("li.step .held"), held => Assert.NotEmpty(held.TextContent.Trim()));
        Assert.Equal(8, page.FindAll("section.totals .total").Count);
    }

    [Fact]
    public async Task What_no_wanted_experience_waits_for_does_not_count()
    {
        await PrepareAsync();
        var rollout = (await Desk.ListAsync(Cancelled))[0];
        await Desk.ChangeAsync(rollout.Id, rollout.Version, new("Only avatars", [Lasting.Experiences[0].Id], null), Henrik, Cancelled);

        var words = Render<RolloutPage>().Markup;

        Assert.Contains("Only avatars", words, StringComparison.Ordinal);
        Assert.Contains("don't apply here", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_word_that_is_given_closes_the_task_and_can_be_undone()
    {
        await PrepareAsync();
        var (page, bar) = (OpenTask(), Render<UndoBar>());

        await page.Find("#attest").InputAsync(new() { Value = Markup });
        await Button(page, "I have seen it").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Equal("Done", page.Find("[aria-labelledby=proof] .badge").TextContent));
        Assert.Equal("", page.Find("#attest").GetAttribute("value"));
        Assert.Equal(Markup, page.Find("[aria-labelledby=evidence] .words").TextContent);
        Assert.Empty(page.FindAll("script"));
        Assert.Contains("gave their word", page.Find("[aria-labelledby=history]").TextContent, StringComparison.Ordinal);

        await Button(bar, "Undo").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Equal("Open", page.Find("[aria-labelledby=proof] .badge").TextContent));
        Assert.Contains("Undone:", bar.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_word_without_words_is_refused_at_the_form()
    {
        await PrepareAsync();
        var page = OpenTask();

        await Button(page, "I have seen it").ClickAsync(new());

        Assert.Contains("Say in a few words what you saw", page.Find("[aria-labelledby=evidence] [role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Use mine", "I saw it.")]
    [InlineData("Keep theirs", null)]
    public async Task Of_two_admins_the_second_sees_both_and_chooses(string choice, string? proof)
    {
        await PrepareAsync();
        var page = OpenTask();
        await page.Find("#attest").InputAsync(new() { Value = "I saw it." });
        await EditAsync("assigned", (work, _) => TaskEdit.Assign(work, Henrik), Henrik);
        page.WaitForAssertion(() => Assert.Contains("Henrik Solberg", page.Find("[aria-labelledby=work]").TextContent, StringComparison.Ordinal));
        Assert.Equal("I saw it.", page.Find("#attest").GetAttribute("value"));

        await Button(page, "I have seen it").ClickAsync(new());

        var conflict = page.WaitForElement(".conflict").TextContent;
        Assert.Contains("nobody", conflict, StringComparison.Ordinal);
        Assert.Contains("Henrik Solberg", conflict, StringComparison.Ordinal);
        Assert.Contains("I saw it.", conflict, StringComparison.Ordinal);
        Assert.Equal("I saw it.", page.Find("#attest").GetAttribute("value"));

        await Button(page, choice).ClickAsync(new());

        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".conflict")));
        var work = await WorkAsync();
        Assert.Equal((proof, Henrik), (work.Evidence.SingleOrDefault()?.Words, work.Owner));
    }

    [Fact]
    public async Task A_risk_is_approved_by_another_admin_only()
    {
        await PrepareAsync();
        await EditAsync("riskAsked", (work, moment) => TaskEdit.AskForRisk(work, "We can wait.", moment.Today.AddDays(30), moment), StoredScans.Maja);
        var mine = OpenTask();
        Assert.DoesNotContain(mine.FindAll("button"), button => button.TextContent.Trim() == "Approve the risk");
        Assert.Contains("Another admin has to approve this", mine.Markup, StringComparison.Ordinal);

        SignInAdmin("2", "Henrik Solberg");
        var theirs = OpenTask();
        await Button(theirs, "Approve the risk").ClickAsync(new());

        theirs.WaitForAssertion(() => Assert.Equal("Accepted risk", theirs.Find("[aria-labelledby=proof] .badge").TextContent));
        Assert.Equal(Henrik, (await WorkAsync()).Risk!.ApprovedBy);
    }

    [Fact]
    public async Task A_comment_is_shown_as_text_with_its_lines()
    {
        await PrepareAsync();
        var page = OpenTask();

        await page.Find("#comment").InputAsync(new() { Value = $"{Markup}\nsecond line" });
        await Button(page, "Comment").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Equal($"{Markup}\nsecond line", page.Find("[aria-labelledby=comments] .text").TextContent));
        Assert.Empty(page.FindAll("script, [aria-labelledby=comments] .text b"));
    }

    [Fact]
    public async Task On_a_steps_page_a_task_is_edited_where_it_stands()
    {
        await PrepareAsync();
        var page = OpenStep();

        await page.Find($"#edit-{ByWord.Id}").ClickAsync(new());
        await Button(page, "Me").ClickAsync(new());
        await page.Find($"#due-{ByWord.Id}").ChangeAsync(new() { Value = "2026-04-30" });
        await page.Find($"#state-{ByWord.Id}").ChangeAsync(new() { Value = "Blocked" });
        await Button(page, "Save").ClickAsync(new());
        Assert.Contains("Say why the task is blocked", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);

        await page.Find($"#state-{ByWord.Id}-because").InputAsync(new() { Value = "The network team is away." });
        await Button(page, "Save").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Contains("The network team is away.", Row(page).TextContent, StringComparison.Ordinal));
        Assert.Equal("Blocked", Row(page).QuerySelector(".badge")!.TextContent);
        Assert.Contains("30 Apr 2026", Row(page).TextContent, StringComparison.Ordinal);
        Assert.Equal("1", (await WorkAsync()).Owner!.ObjectId);
        Assert.Empty(page.FindAll(".task .form"));
    }

    [Fact]
    public async Task Several_tasks_are_edited_at_once_and_undone_at_once()
    {
        await PrepareAsync();
        var (page, bar) = (OpenStep(), Render<UndoBar>());

        await page.Find(".all input").ChangeAsync(new() { Value = true });
        await Button(page, "Edit selected").ClickAsync(new());
        await page.Find("#bulk-state").ChangeAsync(new() { Value = "InProgress" });
        await Button(page, $"Change {StepOfIt.Tasks.Length} tasks").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Equal("In progress", Row(page).QuerySelector(".badge")!.TextContent));
        Assert.Contains($"{StepOfIt.Tasks.Length} tasks changed.", bar.Markup, StringComparison.Ordinal);

        await Button(bar, "Undo").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Equal("Open", Row(page).QuerySelector(".badge")!.TextContent));
    }

    [Fact]
    public async Task Only_tasks_of_the_chosen_state_are_shown()
    {
        await PrepareAsync();
        await EditAsync("said", (work, _) => TaskEdit.Say(work, TaskIntent.InProgress, null), Henrik);

        var page = OpenStep("?state=inProgress");

        Assert.Equal([ByWord.Title], page.FindAll(".tasks h2").Select(heading => heading.TextContent));
    }

    [Fact]
    public async Task With_nothing_to_do_my_work_says_what_to_do_next()
    {
        await PrepareAsync();

        Assert.Equal("Nothing waits for you", Render<MyWorkPage>().Find(".empty h2").TextContent);
    }

    [Fact]
    public async Task My_work_is_what_is_due_what_waits_for_me_and_the_rest()
    {
        await PrepareAsync();
        var (late, soon, asked, later) = (Lasting.Steps[0].Tasks[0], Lasting.Steps[0].Tasks[1], Lasting.Steps[0].Tasks[2], Lasting.Steps[0].Tasks[3]);
        await OwnAsync(late.Id, -1);
        await OwnAsync(soon.Id, 7);
        await OwnAsync(later.Id, 8);
        await EditAsync("riskAsked", (work, moment) => TaskEdit.AskForRisk(work, "We can wait.", moment.Today, moment), Henrik, asked.Id);

        var page = Render<MyWorkPage>();

        Assert.Equal(
            [("overdue", late.Title), ("soon", soon.Title), ("approve", asked.Title), ("others", later.Title)],
            page.FindAll("section").Select(section => (section.GetAttribute("aria-labelledby")!, section.QuerySelector("h3")!.TextContent)));
        Assert.Contains("Overdue", page.Find("[aria-labelledby=overdue] .due").TextContent, StringComparison.Ordinal);
        Assert.Contains("Henrik Solberg asks to accept the risk", page.Find("[aria-labelledby=approve]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rollout_without_a_name_is_refused_and_nothing_typed_is_lost()
    {
        var page = Render<NewRolloutPage>();

        await page.Find("#target").ChangeAsync(new() { Value = "2026-09-01" });
        await page.Find("form").SubmitAsync();
        Assert.Contains("Give the rollout a name", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Equal("2026-09-01", page.Find("#target").GetAttribute("value"));

        await page.Find("#name").InputAsync(new() { Value = "Headquarters" });
        await page.Find("form").SubmitAsync();

        var begun = Assert.Single(await Desk.ListAsync(Cancelled));
        Assert.Equal(("Headquarters", new DateOnly(2026, 9, 1)), (begun.Name, begun.TargetDate));
        Assert.EndsWith($"/rollout?rollout={begun.Id}", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rollout_changed_by_two_admins_shows_both()
    {
        await PrepareAsync();
        var page = Render<EditRolloutPage>();
        await page.Find("#name").InputAsync(new() { Value = "Mine" });
        var rollout = (await Desk.ListAsync(Cancelled))[0];
        await Desk.ChangeAsync(rollout.Id, rollout.Version, new("Theirs", rollout.Experiences, null), Henrik, Cancelled);

        await page.Find("form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("Theirs", page.Find(".conflict").TextContent, StringComparison.Ordinal));
        Assert.Equal("Mine", page.Find("#name").GetAttribute("value"));
        await Button(page, "Use mine").ClickAsync(new());

        Assert.Equal("Mine", (await Desk.ListAsync(Cancelled))[0].Name);
    }

    [Fact]
    public async Task An_archived_rollout_stands_apart_and_can_be_restored()
    {
        await PrepareAsync();
        await Desk.BeginAsync(Lasting.Id, new("Second", [Lasting.Experiences[0].Id], null), Henrik, Cancelled);
        var page = Render<RolloutPage>();

        await Button(page, "Archive").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Equal("Archived", page.Find(".switch h3").TextContent));
        Assert.Single(await Desk.ListAsync(Cancelled), rollout => rollout.IsArchived);
    }

    private static CancellationToken Cancelled => Xunit.TestContext.Current.CancellationToken;

    private RolloutDesk Desk => Services.GetRequiredService<RolloutDesk>();

    private async Task PrepareAsync()
    {
        await Scans.CompleteAsync();
        await Desk.PrepareAsync(Cancelled);
    }

    private async Task EditAsync(string action, Func<TaskWork, Moment, Result<TaskWork>> edit, Actor actor, string? taskId = null)
    {
        var view = (await Desk.OpenAsync(null, Cancelled)).Value;
        var id = taskId ?? ByWord.Id;
        var changed = await Desk.EditAsync(new(view.Rollout.Id, id, view.Standing.Find(id)!.Work.Version), action, edit, actor, Cancelled);
        Assert.True(changed.Succeeded);
    }

    private async Task OwnAsync(string taskId, int days)
    {
        await EditAsync("assigned", (work, _) => TaskEdit.Assign(work, StoredScans.Maja), Henrik, taskId);
        await EditAsync("due", (work, moment) => TaskEdit.SetDue(work, moment.Today.AddDays(days), moment), Henrik, taskId);
    }

    private async Task<TaskWork> WorkAsync() => (await Desk.OpenAsync(null, Cancelled)).Value.Standing.Find(ByWord.Id)!.Work;

    private IRenderedComponent<TaskPage> OpenTask() => Render<TaskPage>(page => page.Add(one => one.Id, ByWord.Id));

    private IRenderedComponent<StepPage> OpenStep(string query = "")
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo($"rollout/steps/{StepOfIt.Number}{query}");
        return Render<StepPage>(page => page.Add(one => one.Number, StepOfIt.Number));
    }

    private static IElement Row(IRenderedComponent<StepPage> page) =>
        page.FindAll("li.task").Single(row => row.QuerySelector("h2")!.TextContent == ByWord.Title);

    private static IElement Button<T>(IRenderedComponent<T> part, string text)
        where T : IComponent => part.FindAll("button").First(button => button.TextContent.Trim() == text);
}
