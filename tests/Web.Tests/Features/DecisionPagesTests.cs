using Bunit;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Readiness;
using MeshReadiness.Core.Rollouts;
using MeshReadiness.Core.Scanning;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Data;
using MeshReadiness.Playbooks;
using MeshReadiness.Web.Features.Decisions;
using MeshReadiness.Web.Features.Rollouts;
using MeshReadiness.Web.Tests.Given;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace MeshReadiness.Web.Tests.Features;

/// <summary>What admins see and do about a decision, alone and with a second admin at the same time.</summary>
public sealed class DecisionPagesTests : PortalTest
{
    private const string Markup = "<script>alert(1)</script><b>bold</b>";

    private static readonly Actor Henrik = new("2", "Henrik Solberg");
    private static readonly DecisionAid Aid = PlaybookLibrary.Mesh.Decisions.Single(aid => aid.Id == "which-tenant");

    public DecisionPagesTests() => SignInAdmin();

    [Fact]
    public async Task Every_question_stands_with_what_was_found_and_what_could_not_be_read_is_unknown()
    {
        await PrepareAsync();

        var page = Open();

        Assert.Equal(Aid.Questions.Select(question => question.Question), page.FindAll("[role=radiogroup][aria-labelledby^=question]")
            .Select(group => page.Find($"#{group.GetAttribute("aria-labelledby")}").TextContent.Split(". ", 2)[1]));
        Assert.Contains("2 members", page.Markup, StringComparison.Ordinal);
        var products = page.FindAll(".fact").First(fact => fact.TextContent.Contains("Products", StringComparison.Ordinal));
        Assert.Contains("Unknown. The tenant's products could not be read. The permission is missing.", Plain(products.TextContent), StringComparison.Ordinal);
        Assert.DoesNotContain(products.QuerySelectorAll("li"), line => line.TextContent.Any(char.IsDigit));
        Assert.Contains("6 questions are open.", page.Find("[aria-labelledby=weighing] [role=status]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_are_weighed_at_once_and_warn_about_the_limits_of_guests()
    {
        await PrepareAsync();
        var page = Open();
        Assert.DoesNotContain("Guests only attend.", page.Markup, StringComparison.Ordinal);

        await ChooseAsync(page, "outsiders");
        await ChooseAsync(page, "spaces-wanted");
        await ChooseAsync(page, "licences-elsewhere");

        var weighing = page.Find("[aria-labelledby=weighing]").TextContent;
        Assert.Contains("The answers contradict each other and are even between", weighing, StringComparison.Ordinal);
        Assert.Contains("People from outside as well.", weighing, StringComparison.Ordinal);
        Assert.Contains("Guests only attend.", page.Find("[aria-labelledby=warnings]").TextContent, StringComparison.Ordinal);

        await page.FindAll("button").First(button => button.GetAttribute("aria-label") == "Leave open: Who attends?").ClickAsync(new());

        Assert.DoesNotContain("Guests only attend.", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_decision_needs_an_outcome_and_reasons_and_then_proves_its_task()
    {
        await PrepareAsync();
        var page = Open();

        await Button(page, "Record the decision").ClickAsync(new());
        Assert.Contains("Choose what is decided.", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);

        await ChooseAsync(page, "primary");
        await Button(page, "Record the decision").ClickAsync(new());
        Assert.Contains("Say why it is decided so", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);

        await page.Find("#reasons").InputAsync(new() { Value = $"{Markup}\nsecond line" });
        await Button(page, "Record the decision").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Equal("Decided: The primary production tenant", page.Find("#decided").TextContent));
        Assert.Equal($"{Markup}\nsecond line", page.Find(".reasons").TextContent);
        Assert.Contains("Maja Lindqvist", page.Find("[aria-labelledby=decided]").TextContent, StringComparison.Ordinal);
        Assert.Contains("Maja Lindqvist recorded the decision", Plain(page.Find("[aria-labelledby=history]").TextContent), StringComparison.Ordinal);
        Assert.Empty(page.FindAll("script, .reasons b"));
        Assert.Equal(TaskState.Done, (await ViewAsync()).Standing.Find(Aid.Task)!.State);
        Assert.Contains("Done", page.Find("[aria-labelledby=decided]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Undo_opens_decision_and_task_again()
    {
        await PrepareAsync();
        var (page, bar) = (Open(), Render<UndoBar>());
        await ChooseAsync(page, "primary");
        await page.Find("#reasons").InputAsync(new() { Value = "They meet there." });
        await Button(page, "Record the decision").ClickAsync(new());
        page.WaitForElement("#decided");

        await Button(bar, "Undo").ClickAsync(new());

        page.WaitForElement("#reasons");
        Assert.Equal("", page.Find("#reasons").GetAttribute("value"));
        Assert.NotEqual(TaskState.Done, (await ViewAsync()).Standing.Find(Aid.Task)!.State);
    }

    [Fact]
    public async Task Against_the_answers_it_can_be_decided_and_the_page_says_so()
    {
        await PrepareAsync();
        var page = Open();
        await ChooseAsync(page, "spaces-wanted");
        await ChooseAsync(page, "control-usual");

        await ChooseAsync(page, "separate");

        Assert.Contains("2 answers speak for something else.", page.Find("[aria-labelledby=decide]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_are_kept_for_later_and_found_again()
    {
        await PrepareAsync();
        var page = Open();
        await ChooseAsync(page, "team-runs");

        await Button(page, "Keep the answers for later").ClickAsync(new());

        page.WaitForAssertion(() => Assert.True(Button(page, "Keep the answers for later").HasAttribute("disabled")));
        Assert.True(Open().Find("input[value=team-runs]").HasAttribute("checked"));
        Assert.Contains("1 answer speaks for “A separate tenant”", Render<DecisionsPage>().Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Revisited_the_form_begins_with_what_was_decided_and_records_it_anew()
    {
        await PrepareAsync();
        await TakeAsync("primary", "They meet there.", Henrik);
        var page = Open();

        await page.Find("#revisit").ClickAsync(new());
        Assert.Equal("They meet there.", page.Find("#reasons").GetAttribute("value"));
        Assert.True(page.Find("input[value=primary]").HasAttribute("checked"));
        await ChooseAsync(page, "separate");
        await Button(page, "Record the decision").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Equal("Decided: A separate tenant", page.Find("#decided").TextContent));
        Assert.Contains("revisited the decision", page.Find("[aria-labelledby=history]").TextContent, StringComparison.Ordinal);
        Assert.Equal(StoredScans.Maja, Assert.Single((await ViewAsync()).Standing.Find(Aid.Task)!.Work.Evidence).By);
    }

    [Fact]
    public async Task Taken_back_it_is_open_again()
    {
        await PrepareAsync();
        await TakeAsync("primary", "They meet there.", Henrik);
        var page = Open();

        await Button(page, "Take the decision back").ClickAsync(new());

        page.WaitForElement("#reasons");
        Assert.Empty((await ViewAsync()).Standing.Find(Aid.Task)!.Work.Evidence);
    }

    [Theory]
    [InlineData("Use mine", "separate")]
    [InlineData("Keep theirs", "primary")]
    public async Task Of_two_admins_the_second_sees_both_and_chooses(string choice, string outcome)
    {
        await PrepareAsync();
        var page = Open();
        await ChooseAsync(page, "separate");
        await page.Find("#reasons").InputAsync(new() { Value = "Security asks for it." });

        await TakeAsync("primary", "They meet there.", Henrik);
        page.WaitForAssertion(() => Assert.Contains("Henrik Solberg", page.Find("[aria-labelledby=history]").TextContent, StringComparison.Ordinal));
        Assert.Equal("Security asks for it.", page.Find("#reasons").GetAttribute("value"));
        await Button(page, "Record the decision").ClickAsync(new());

        var conflict = page.WaitForElement(".conflict").TextContent;
        Assert.Contains("Somebody else has changed this decision since you began.", conflict, StringComparison.Ordinal);
        Assert.Contains("They meet there.", conflict, StringComparison.Ordinal);
        Assert.Contains("Security asks for it.", conflict, StringComparison.Ordinal);
        await Button(page, choice).ClickAsync(new());

        page.WaitForElement("#decided");
        Assert.Equal(outcome, (await NoteAsync()).Content.Taken!.Outcome);
    }

    [Fact]
    public async Task What_others_decide_appears_by_itself()
    {
        await PrepareAsync();
        var (page, list) = (Open(), Render<DecisionsPage>());

        await TakeAsync("primary", Markup, Henrik);

        page.WaitForAssertion(() => Assert.Equal("Decided: The primary production tenant", page.Find("#decided").TextContent));
        list.WaitForAssertion(() => Assert.Contains(Markup, list.Find("li.line").TextContent, StringComparison.Ordinal));
        Assert.Empty(list.FindAll("script"));
    }

    [Fact]
    public async Task All_decisions_are_listed_with_their_tasks()
    {
        await PrepareAsync();

        var lines = Render<DecisionsPage>().FindAll("li.line");

        Assert.Equal(PlaybookLibrary.Mesh.Decisions.Select(aid => aid.Title), lines.Select(line => line.QuerySelector("h2")!.TextContent));
        Assert.All(lines, line => Assert.Equal("Open", line.QuerySelectorAll(".badge")[^1].TextContent));
    }

    [Fact]
    public async Task Task_and_step_lead_to_the_decision_and_its_evidence_is_not_taken_back_there()
    {
        await PrepareAsync();
        await TakeAsync("primary", "They meet there.", Henrik);

        var task = Render<TaskPage>(page => page.Add(one => one.Id, Aid.Task));
        var step = Render<StepPage>(page => page.Add(one => one.Number, 3));

        Assert.All(
            new[] { task.Find("section[aria-label^='Guided decision']"), step.Find("section[aria-label^='Guided decision']") },
            card => Assert.Contains("Decided by Henrik Solberg", card.TextContent, StringComparison.Ordinal));
        Assert.Equal($"/rollout/decisions/{Aid.Id}", task.Find("[aria-labelledby=evidence] li a").GetAttribute("href"));
        Assert.DoesNotContain(task.FindAll("button"), button => button.TextContent.Trim() is "Take back" or "Undo this");
        Assert.Contains("recorded the decision that proves it", task.Find("[aria-labelledby=history]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_decision_that_the_playbook_does_not_have_says_where_to_go()
    {
        await PrepareAsync();

        var page = Render<DecisionPage>(one => one.Add(shown => shown.Id, "nowhere"));

        Assert.Equal("There is no such decision", page.Find("h1").TextContent);
        Assert.Equal("/rollout/decisions", page.Find("a.button").GetAttribute("href"));
    }

    [Fact]
    public async Task Where_the_outcome_leaves_something_to_do_the_record_says_what()
    {
        await Scans.CompleteAsync();
        var playbook = PlaybookLibrary.TeamsImmersive;
        await Desk.BeginAsync(playbook.Id, new("Events", [.. playbook.Experiences.Select(one => one.Id)], null), Henrik, Cancelled);
        var aid = playbook.Decisions.Single(one => one.Id == "who-organizes");
        await TakeAsync("selected", "Too many hold the licence.", Henrik, aid);

        var page = Render<DecisionPage>(one => one.Add(shown => shown.Id, aid.Id));

        Assert.Contains("Deciding isn't all. The events policy has to be made", Plain(page.Find("[aria-labelledby=decided]").TextContent), StringComparison.Ordinal);
        Assert.Empty((await ViewAsync()).Standing.Find(aid.Task)!.Work.Evidence);
    }

    private static CancellationToken Cancelled => Xunit.TestContext.Current.CancellationToken;

    private RolloutDesk Desk => Services.GetRequiredService<RolloutDesk>();

    private NoteDesk<Decision> Decisions => Services.GetRequiredService<NoteDesk<Decision>>();

    private async Task PrepareAsync()
    {
        await Scans.CompleteAsync(Person("1"), Person("2"));
        await Desk.PrepareAsync(Cancelled);

        static UserFacts Person(string id) => new() { Id = id, UserType = UserType.Member, AccountEnabled = true };
    }

    private async Task<RolloutView> ViewAsync() => (await Desk.OpenAsync(null, Cancelled)).Value;

    private async Task<Note<Decision>> NoteAsync(string? id = null) =>
        (await Decisions.ListAsync((await ViewAsync()).Rollout.Id, Cancelled)).GetValueOrDefault(id ?? Aid.Id) ?? new(Decision.Untouched(id ?? Aid.Id), 0);

    private async Task TakeAsync(string outcome, string reasons, Actor actor, DecisionAid? other = null)
    {
        var aid = other ?? Aid;
        var note = await NoteAsync(aid.Id);
        var taken = await Decisions.EditAsync(
            (await ViewAsync()).Rollout.Id,
            NoteWish.Of(note, "taken", "", (decision, moment) => DecisionEdit.Take(decision, aid, new(decision.Answers, outcome, reasons), moment)),
            actor,
            Cancelled);
        Assert.True(taken.Succeeded);
    }

    private IRenderedComponent<DecisionPage> Open() => Render<DecisionPage>(page => page.Add(one => one.Id, Aid.Id));

    private static Task ChooseAsync(IRenderedComponent<DecisionPage> page, string id) => page.Find($"input[value={id}]").ChangeAsync(new() { Value = id });

    private static AngleSharp.Dom.IElement Button<T>(IRenderedComponent<T> part, string text)
        where T : IComponent => part.FindAll("button").First(button => button.TextContent.Trim() == text);

    // As a browser shows it.
    private static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
