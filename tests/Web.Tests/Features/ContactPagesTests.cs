using AngleSharp.Dom;
using Bunit;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Readiness;
using MeshReadiness.Core.Rollouts;
using MeshReadiness.Core.Scanning;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Data;
using MeshReadiness.Playbooks;
using MeshReadiness.Web.Features.Contacts;
using MeshReadiness.Web.Features.Rollouts;
using MeshReadiness.Web.Tests.Given;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace MeshReadiness.Web.Tests.Features;

/// <summary>What admins see and do about the people outside their team, alone and with a second admin at the same time.</summary>
public sealed class ContactPagesTests : PortalTest
{
    private const string Markup = "<script>alert(1)</script><b>bold</b>";

    private static readonly Actor Henrik = new("2", "Henrik Solberg");
    private static readonly Playbook Mesh = PlaybookLibrary.Mesh;
    private static readonly Contact Apps = Mesh.Contacts.Single(contact => contact.Id == "teams-apps");
    private static readonly Problem Unread = new(ProblemKind.ConsentNeeded, "The permission is missing.");

    public ContactPagesTests() => SignInAdmin();

    [Fact]
    public async Task All_contacts_stand_in_two_groups_with_what_hangs_on_them()
    {
        await PrepareAsync();

        var page = Render<ContactsPage>();

        Assert.Equal(
            Mesh.Contacts.OrderBy(contact => contact.Kind).Select(contact => (contact.Name, contact.Asked)),
            page.FindAll("li.contact").Select(row => (row.QuerySelector("h3")!.TextContent, row.QuerySelector(".words p")!.TextContent)));
        Assert.Equal(["Supporting teams 15", "Stakeholders 7"], page.FindAll("section.group h2").Select(heading => heading.TextContent));
        var network = page.FindAll("li.contact").Single(row => row.QuerySelector("h3")!.TextContent == "Network team");
        Assert.Matches("^Hangs on it: .+; .+; .+; and 4 others$", network.QuerySelector(".hangs")!.TextContent);
        Assert.Contains("7 of 7 tasks open", network.TextContent, StringComparison.Ordinal);
        Assert.Contains("For 22 nobody is named yet.", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_contacts_of_the_chosen_state_are_shown_and_the_overdue_ones_are_counted()
    {
        await PrepareAsync();
        await EditAsync(one => OutreachEdit.Ask(one with { Due = Today.AddDays(-1) }, "Please.", Now));

        Assert.Equal([Apps.Name], List("state=asked").FindAll("h3").Select(heading => heading.TextContent));
        var overdue = List("state=overdue");
        Assert.Equal([Apps.Name], overdue.FindAll("h3").Select(heading => heading.TextContent));
        Assert.Equal(["All 22", "Not asked 21", "Asked 1", "Overdue 1"], overdue.FindAll(".tabs a").Select(tab => tab.TextContent));
        Assert.Contains("Overdue", overdue.Find("li.contact .due").TextContent, StringComparison.Ordinal);
        Assert.Equal("Show all 22 contacts", List("state=granted").Find(".empty a").TextContent);
        Assert.Equal(22, List("state=%3Cb%3E").FindAll("li.contact").Count);
    }

    [Fact]
    public async Task Who_holds_the_role_is_proposed_and_chosen_and_unchosen()
    {
        await PrepareAsync(new RoleFacts(
            [
                new(RoleId, "x", "Xavier", true, true), new(RoleId, "a", "Ana", true, false), new(RoleId, "a", "Ana", true, true),
                new(RoleId, "app", "An app", true, false), new("another", "c", "Cleo", true, false),
            ], null), Person("a", "Ana Lima"), Person("x", "Xavier Roux"), Person("c", "Cleo Sand"));
        var (page, bar) = (Open(), Render<UndoBar>());

        Assert.Equal(
            ["Ana Lima holds Teams Administrator", "Xavier Roux can activate Teams Administrator"],
            page.FindAll(".proposals .who").Select(who => string.Join(' ', who.Children.Select(part => part.TextContent))));
        await Button(page, "Choose").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Contains("Ana Lima, a@contoso.example", Facts(page), StringComparison.Ordinal));
        Assert.Equal(new("Ana Lima", "a@contoso.example", "a"), (await NoteAsync()).Person);
        Assert.Contains("Hello Ana Lima,", page.Find("textarea").GetAttribute("value"), StringComparison.Ordinal);

        await Button(bar, "Undo").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Contains("Nobody is named", Facts(page), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true, "Nobody holds Teams Administrator in the tenant.")]
    [InlineData(false, "Who holds Teams Administrator could not be read. The permission is missing.")]
    public async Task Without_proposals_the_page_says_why(bool isRead, string sentence)
    {
        await PrepareAsync(isRead ? new RoleFacts([], null) : Unread);

        Assert.Contains(sentence, Open().Find(".proposals").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_that_was_sent_is_kept_as_what_was_asked()
    {
        await PrepareAsync();
        var page = Open();
        Assert.Contains("[name of whom you write to]", page.Find("[aria-labelledby=message-ask-teams-apps] .notice").TextContent, StringComparison.Ordinal);

        await page.Find("textarea").InputAsync(new() { Value = $"{Markup}\nsecond line" });
        await page.Find("#due-ask-teams-apps").ChangeAsync(new() { Value = "2026-05-01" });
        await Button(page, "Mark as asked").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Equal("Asked", page.Find("[aria-labelledby=outreach] .badge").TextContent));
        var note = await NoteAsync();
        Assert.Equal((OutreachState.Asked, $"{Markup}\nsecond line", new DateOnly(2026, 5, 1)), (note.State, note.Asked, note.Due));
        Assert.Contains($"{Markup}\nsecond line", Facts(page), StringComparison.Ordinal);
        Assert.Contains("Maja Lindqvist asked them", page.Find("[aria-labelledby=history]").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("script, .text b"));
        Assert.Contains("Hello [name", page.Find("textarea").GetAttribute("value"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_is_undone_from_the_history()
    {
        await PrepareAsync();
        var page = Open();
        await Button(page, "Mark as asked").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Equal("Asked", page.Find("[aria-labelledby=outreach] .badge").TextContent));

        await Button(page, "Undo this").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Equal("Not asked", page.Find("[aria-labelledby=outreach] .badge").TextContent));
        Assert.Contains("undid the change before", page.Find("[aria-labelledby=history]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_too_long_for_a_link_is_to_be_copied()
    {
        await PrepareAsync();
        await EditAsync(one => OutreachEdit.Name(one, "Ana", "ana+mesh@contoso.example", null));
        var page = Open();
        await page.Find("textarea").InputAsync(new() { Value = "Short & sweet" });
        Assert.StartsWith("mailto:ana%2Bmesh@contoso.example?subject=", page.Find("a[href^=mailto]").GetAttribute("href"), StringComparison.Ordinal);

        await page.Find("textarea").InputAsync(new() { Value = new string('x', 2_000) });

        Assert.Empty(page.FindAll("a[href^=mailto]"));
        Assert.Contains("too long for a link to your mail program", page.Markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "Copied. When it is sent, mark it as asked.")]
    [InlineData(false, "Select the text above and copy it yourself.")]
    public async Task Whether_the_text_was_copied_is_said(bool isAllowed, string sentence)
    {
        await PrepareAsync();
        var module = JSInterop.SetupModule("./js/app.js");
        module.Mode = JSRuntimeMode.Loose;
        module.Setup<bool>("copy", _ => true).SetResult(isAllowed);
        var page = Open();

        await Button(page, "Copy").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Contains(sentence, page.Find("[aria-labelledby=message-ask-teams-apps] [role=status]").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_wrong_is_said_at_the_form_and_nothing_is_stored()
    {
        await PrepareAsync();
        var page = Open();
        await Button(page, "Edit").ClickAsync(new());

        await TryAsync(form => form.Find("#person").InputAsync(new() { Value = new string('x', 500) }), "The name has 500 characters; up to 200 can be kept.");
        await TryAsync(form => form.Find("#person").InputAsync(new() { Value = "Ana" }), null, save: false);
        await TryAsync(form => form.Find("#mail").InputAsync(new() { Value = Markup }), "is no mail address");
        await TryAsync(form => form.Find("#mail").InputAsync(new() { Value = "" }), null, save: false);
        await TryAsync(form => form.Find("#outreach-state").ChangeAsync(new() { Value = "Refused" }), "Say in their words what they refused");
        await TryAsync(form => form.Find("#answer-due").ChangeAsync(new() { Value = "9999-12-31" }), "is out of range");
        Assert.Equal(Outreach.Untouched(Apps.Id), await NoteAsync());

        await page.Find("#answer-due").ChangeAsync(new() { Value = "" });
        await page.Find("#answer").InputAsync(new() { Value = Markup });
        await Button(page, "Save").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Equal("Refused", page.Find("[aria-labelledby=outreach] .badge").TextContent));
        var note = await NoteAsync();
        Assert.Equal((new ContactPerson("Ana", null, null), Apps.Asked, Markup), (note.Person, note.Asked, note.Answer));

        async Task TryAsync(Func<IRenderedComponent<ContactPage>, Task> type, string? sentence, bool save = true)
        {
            await type(page);

            if (save)
            {
                await Button(page, "Save").ClickAsync(new());
                page.WaitForAssertion(() => Assert.Contains(sentence!, page.Find("[aria-labelledby=outreach] [role=alert]").TextContent, StringComparison.Ordinal));
            }
        }
    }

    [Theory]
    [InlineData("Use mine", "Mine")]
    [InlineData("Keep theirs", null)]
    public async Task Of_two_admins_the_second_sees_both_and_chooses(string choice, string? name)
    {
        await PrepareAsync();
        var page = Open();
        await Button(page, "Edit").ClickAsync(new());
        await page.Find("#person").InputAsync(new() { Value = "Mine" });
        await EditAsync(one => OutreachEdit.Ask(one, "Theirs.", Now));

        await Button(page, "Save").ClickAsync(new());

        var conflict = page.WaitForElement(".conflict").TextContent;
        Assert.Contains("Somebody else has changed this contact since you began.", conflict, StringComparison.Ordinal);
        Assert.Contains("Theirs.", conflict, StringComparison.Ordinal);
        Assert.Contains("Mine", conflict, StringComparison.Ordinal);
        Assert.Equal("Mine", page.Find("#person").GetAttribute("value"));

        await Button(page, choice).ClickAsync(new());

        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".conflict")));
        var note = await NoteAsync();
        Assert.Equal((name, "Theirs."), (note.Person?.Name, note.Asked));
    }

    [Fact]
    public async Task What_another_admin_does_appears_by_itself()
    {
        await PrepareAsync();
        var (page, list) = (Open(), List(""));

        await EditAsync(one => OutreachEdit.Say(one, OutreachState.Granted, "Please.", "Yes.", Now));

        page.WaitForAssertion(() => Assert.Equal("Granted", page.Find("[aria-labelledby=outreach] .badge").TextContent));
        list.WaitForAssertion(() => Assert.Contains("Granted 1", list.Find(".tabs").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task In_an_archived_rollout_nothing_is_asked_any_more()
    {
        await PrepareAsync();
        var rollout = (await Desk.ListAsync(Cancelled))[0];
        await Desk.ArchiveAsync(rollout.Id, rollout.Version, true, Henrik, Cancelled);
        var page = Open();

        await Button(page, "Mark as asked").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Contains("archived", page.Find("[aria-labelledby=message-ask-teams-apps] [role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Equal(Outreach.Untouched(Apps.Id), await NoteAsync());
    }

    [Fact]
    public async Task There_is_no_page_for_a_contact_that_the_playbook_does_not_have()
    {
        await PrepareAsync();

        Assert.Equal("There is no such contact", Open(Markup).Find("h1").TextContent);
    }

    [Fact]
    public async Task Who_does_what_shows_gaps_first_and_every_task_for_wide_and_for_narrow_screens()
    {
        await PrepareAsync();
        await EditAsync(one => OutreachEdit.Say(one, OutreachState.Refused, "Please.", "No.", Now));

        var standing = (await Desk.OpenAsync(null, Cancelled)).Value.Standing;
        var titles = standing.Tasks.Where(task => task.State is not TaskState.NotApplicable).Select(task => task.Task.Title).ToList();

        var page = Render<RaciPage>();

        var rows = page.FindAll("tbody tr:not(.step)");
        Assert.Equal(titles, rows.Select(row => row.QuerySelector("th")!.TextContent));
        Assert.Equal(titles, page.FindAll(".narrow h3").Select(heading => heading.TextContent));
        Assert.Contains($"{Mesh.Tasks.Count() - titles.Count} tasks don't apply in this rollout and are left out.", page.Find(".legend").TextContent, StringComparison.Ordinal);
        Assert.Equal(["Refused, with open tasks", "Nobody is named", "Nobody is accountable"], page.FindAll("[aria-labelledby=gaps] h3").Select(heading => heading.TextContent));
        Assert.Contains("Teams apps managers said no, and", page.Find("[aria-labelledby=gaps] summary").TextContent, StringComparison.Ordinal);
        Assert.All(rows, row => Assert.Single(row.QuerySelectorAll("td.part"), part => part.TextContent.Contains('R', StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Steps_and_tasks_lead_to_their_contacts()
    {
        await PrepareAsync();

        var step = Render<StepPage>(page => page.Add(one => one.Number, 4));
        var task = Render<TaskPage>(page => page.Add(one => one.Id, "s4-mesh-app-allowed"));

        Assert.Contains("/contacts/teams-apps", step.FindAll("a").Select(link => link.GetAttribute("href")));
        Assert.Equal(Apps.Name, task.Find("a[href='/contacts/teams-apps']").TextContent);
    }

    private static string RoleId => DirectoryRoles.TemplateIds["Teams Administrator"];

    private static CancellationToken Cancelled => Xunit.TestContext.Current.CancellationToken;

    private RolloutDesk Desk => Services.GetRequiredService<RolloutDesk>();

    private NoteDesk<Outreach> Notes => Services.GetRequiredService<NoteDesk<Outreach>>();

    private Moment Now => new(Henrik, Time.GetUtcNow());

    private DateOnly Today => Now.Today;

    private static UserFacts Person(string id, string name) => new()
    {
        Id = id, DisplayName = name, UserPrincipalName = $"{id}@contoso.onmicrosoft.example", Mail = $"{id}@contoso.example",
    };

    private async Task PrepareAsync(Result<RoleFacts>? roles = null, params UserFacts[] people)
    {
        var scans = new StoredScans(Services, Time)
        {
            Tenant = new(Unread, Unread, Unread, Unread, Unread) { Inventory = new() { Roles = roles ?? new RoleFacts([], null) } },
        };
        await scans.CompleteAsync(people);
        await Desk.PrepareAsync(Cancelled);
    }

    private async Task<Note<Outreach>> SeenAsync()
    {
        var rollout = (await Desk.OpenAsync(null, Cancelled)).Value.Rollout;
        return (await Notes.ListAsync(rollout.Id, Cancelled)).GetValueOrDefault(Apps.Id) ?? new(Outreach.Untouched(Apps.Id), 0);
    }

    private async Task<Outreach> NoteAsync() => (await SeenAsync()).Content;

    private async Task EditAsync(Func<Outreach, Result<Outreach>> edit)
    {
        var rollout = (await Desk.OpenAsync(null, Cancelled)).Value.Rollout;
        var changed = await Notes.EditAsync(rollout.Id, NoteWish.Of(await SeenAsync(), "edited", "", (one, _) => edit(one)), Henrik, Cancelled);
        Assert.True(changed.Succeeded);
    }

    private IRenderedComponent<ContactPage> Open(string? id = null) => Render<ContactPage>(page => page.Add(one => one.Id, id ?? Apps.Id));

    private IRenderedComponent<ContactsPage> List(string query)
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo($"contacts?{query}");
        return Render<ContactsPage>();
    }

    private static string Facts(IRenderedComponent<ContactPage> page) => page.Find("[aria-labelledby=outreach] .facts").TextContent;

    private static IElement Button<T>(IRenderedComponent<T> part, string text)
        where T : IComponent => part.FindAll("button").First(button => button.TextContent.Trim() == text);
}
