using Bunit;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Scanning;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Data;
using MeshReadiness.Web.Features.Scans;
using MeshReadiness.Web.Tests.Given;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace MeshReadiness.Web.Tests.Features;

/// <summary>The scans page in states that a browser seldom meets.</summary>
public sealed class ScansPageTests : PortalTest
{
    private static readonly Problem NoConsent = new(ProblemKind.ConsentNeeded, "The permission Group.Read.All is missing.");
    private static readonly Problem Expired = new(ProblemKind.Expired, "The link has expired (410).");

    public ScansPageTests() => SignInAdmin();

    [Fact]
    public void Before_the_first_scan_everything_is_to_be_read()
    {
        var page = Open();

        Assert.Equal("No scan yet", page.Find(".empty h2").TextContent);
        Assert.Equal(["Read everything"], Buttons(page));
    }

    [Fact]
    public async Task With_a_snapshot_reading_what_changed_comes_first()
    {
        await Scans.CompleteAsync();
        var page = Open();

        Assert.Equal(["Read what changed", "Read everything"], Buttons(page));
        Assert.Equal("Read what changed", page.Find("button.primary").TextContent.Trim());
    }

    [Theory]
    [InlineData("Read what changed", ScanKind.Incremental)]
    [InlineData("Read everything", ScanKind.Full)]
    public async Task The_scan_that_starts_is_the_one_that_was_chosen(string button, ScanKind kind)
    {
        await Scans.CompleteAsync();
        var page = Open();

        await page.FindAll("button").Single(one => one.TextContent.Trim() == button).ClickAsync(new());

        Assert.Equal((kind, "Maja Lindqvist"), (Coordinator.Progress?.Kind, Coordinator.Progress?.StartedBy.DisplayName));
        page.WaitForAssertion(() => Assert.Equal(["Cancel the scan"], Buttons(page)));
    }

    [Fact]
    public void Without_a_schedule_the_page_names_the_settings()
    {
        var next = Open().Find("[aria-labelledby=next]").TextContent;

        Assert.Equal(2, next.Split("not scheduled").Length - 1);
        Assert.Contains("Scan:IncrementalSchedule", next, StringComparison.Ordinal);
        Assert.Contains("Scan:Schedule", next, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_one_schedule_only_the_other_is_missing()
    {
        var scheduler = await Services.GetRequiredService<ISchedulerFactory>().GetScheduler(Cancelled);
        await scheduler.ScheduleJob(ScanTriggers.Due(ScanTriggers.Full, "0 0 5 * * ?"), cancellationToken: Cancelled);

        var rows = Open().FindAll("[aria-labelledby=next] dl > div").Select(row => row.TextContent).ToList();

        Assert.Contains("not scheduled", rows[0], StringComparison.Ordinal);
        Assert.Contains("05:00", rows[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_scan_that_waits_says_for_what_and_until_when()
    {
        Coordinator.Begin(ScanTrigger.Schedule, Actor.Portal, ScanKind.Full);
        Coordinator.Report(progress => progress with { Phase = ScanPhase.People, PeopleRead = 12_000, PeopleExpected = 50_000 });
        var page = Open();

        Coordinator.Report(progress => progress with
        {
            Waiting = ScanWait.For(new(ProblemKind.Unavailable, "Microsoft Graph failed (503). Start the scan again later."), Time.GetUtcNow().AddSeconds(40)),
        });

        page.WaitForAssertion(() => Assert.Contains("The scan waits, and loses nothing.", page.Find(".notice").TextContent, StringComparison.Ordinal));
        Assert.Contains("Microsoft Graph failed (503). It tries again in 40 seconds", Words(page.Find(".notice")), StringComparison.Ordinal);
        Assert.Contains("12,000 of 50,000 people read", page.Markup, StringComparison.Ordinal);

        Time.Advance(TimeSpan.FromSeconds(30));
        page.WaitForAssertion(() => Assert.Contains("in 10 seconds", Words(page.Find(".notice")), StringComparison.Ordinal));

        Coordinator.Report(progress => progress with { Waiting = null });
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".notice")));
    }

    [Fact]
    public void An_incremental_scan_shows_that_it_goes_on_where_nobody_knows_how_far()
    {
        Coordinator.Begin(ScanTrigger.Manual, StoredScans.Maja, ScanKind.Incremental);
        Coordinator.Report(progress => progress with { Phase = ScanPhase.Changes, PeopleChanged = 1 });
        var card = Open().Find("[aria-label='Running scan']");

        Assert.Equal("Reading what changed", card.QuerySelector("h2")!.TextContent);
        Assert.Contains("1 person with changes read so far", card.TextContent, StringComparison.Ordinal);
        Assert.Null(card.QuerySelector("[role=progressbar]")!.GetAttribute("aria-valuenow"));
        Assert.Equal(["Tenant, done", "Changes, now", "Verdicts, not yet"], card.QuerySelectorAll(".phases li").Select(phase => phase.TextContent.Trim()));
    }

    [Fact]
    public async Task A_scan_of_another_instance_is_shown_until_it_ends()
    {
        await Scans.CompleteAsync();
        var running = await Scans.BeginAsync(ScanKind.Full);
        var page = Open();
        Assert.Contains("A scan is under way elsewhere", page.Markup, StringComparison.Ordinal);

        // It ends without a word to this instance.
        await Services.GetRequiredService<SnapshotWriter>().EndAsync(running.Scan.Id, ScanState.Cancelled, ScanProblems.Cancelled, Cancelled);
        Time.Advance(TimeSpan.FromSeconds(10));

        page.WaitForAssertion(() => Assert.DoesNotContain("A scan is under way elsewhere", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_incremental_scan_that_found_nothing_says_that_nobody_changed()
    {
        await Scans.CompleteAsync(Somebody("a"));
        await Scans.ChangeAsync();

        var newest = Rows(Open())[0];

        Assert.Contains("What changed", newest, StringComparison.Ordinal);
        Assert.Contains("Nobody changed.", newest, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_changed_is_told_without_zeros()
    {
        await Scans.CompleteAsync(Somebody("a"), Somebody("b"), Somebody("c"));
        await Scans.ChangeAsync(
            new("a", null, UserProperties.None), new("d", Somebody("d"), UserProperties.All), new("e", Somebody("e"), UserProperties.All));

        Assert.Contains("2 added, 1 removed.", Rows(Open())[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scan_that_had_to_read_everybody_says_why()
    {
        await Scans.CompleteAsync(mark: null, Somebody("a"));
        await Scans.ChangeAsync();

        var newest = Rows(Open())[0];

        Assert.Contains("Everything", newest, StringComparison.Ordinal);
        Assert.Contains("Everybody was read anew because the scan before left no link from which changes can be asked for.", newest, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_that_had_run_out_is_no_failure()
    {
        await Scans.CompleteAsync();
        await Scans.EndAsync(ScanKind.Incremental, ScanState.Failed, Expired);

        var newest = Rows(Open())[0];

        Assert.Contains("Replaced", newest, StringComparison.Ordinal);
        Assert.DoesNotContain("Failed", newest, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_partly_read_tenant_names_its_gaps_and_their_reasons()
    {
        var scans = new StoredScans(Services, Time)
        {
            Readings = [new(TenantTopic.SubscribedSkus, 15, Time.GetUtcNow(), null), new(TenantTopic.Groups, 0, Time.GetUtcNow(), NoConsent)],
        };
        var scan = await scans.CompleteAsync();
        var page = Open($"?scan={scan.Id}");

        Assert.Contains("Partly read", Rows(page)[0], StringComparison.Ordinal);
        Assert.Contains("1 part could not be read: Groups that matter.", Rows(page)[0], StringComparison.Ordinal);
        Assert.Contains("The permission Group.Read.All is missing.", page.Find(".topics").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unfolded_scan_tells_what_it_asked_of_Graph()
    {
        var cost = new ReadingCost(1204, 12_345_678, 2410, 1, 0, TimeSpan.FromSeconds(72));
        var scan = await new StoredScans(Services, Time) { Cost = cost }.CompleteAsync(Somebody("a"));
        var page = Open($"?scan={scan.Id}");

        Assert.Equal(
            ["1,204 calls", "12.3 MB", "2,410 units", "1 time", "never", "1 min 12 s"],
            page.FindAll("[aria-labelledby=scan-cost] .facts dd").Select(value => value.TextContent));
        Assert.Equal("true", page.Find("a.toggle").GetAttribute("aria-expanded"));
        Assert.Equal("/scans", page.Find("a.toggle").GetAttribute("href"));
    }

    [Fact]
    public async Task Without_an_end_in_sight_older_scans_are_a_step_away_and_a_link_to_one_finds_it()
    {
        var first = await Scans.CompleteAsync();

        for (var scan = 0; scan < 50; scan++)
        {
            await Scans.FailAsync("The tenant was away.");
        }

        var page = Open();
        Assert.Equal(50, Rows(page).Count);
        Assert.Equal("/scans?show=100", page.Find(".older a").GetAttribute("href"));

        Services.GetRequiredService<NavigationManager>().NavigateTo($"scans?scan={first.Id}");
        page.WaitForAssertion(() => Assert.Contains(first.Id.ToString(), page.Find(".detail-grid").TextContent, StringComparison.Ordinal));
    }

    private static CancellationToken Cancelled => Xunit.TestContext.Current.CancellationToken;

    private static UserFacts Somebody(string id) => new() { Id = id, DisplayName = id };

    private static List<string> Buttons(IRenderedComponent<ScansPage> page) =>
        [.. page.FindAll("button").Select(button => button.TextContent.Trim())];

    private static List<string> Rows(IRenderedComponent<ScansPage> page) =>
        [.. page.FindAll("tbody tr:not(.detail)").Select(row => row.TextContent)];

    private static string Words(AngleSharp.Dom.IElement element) =>
        string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private IRenderedComponent<ScansPage> Open(string query = "")
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo("scans" + query);
        return Render<ScansPage>();
    }
}
