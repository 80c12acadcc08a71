using Bunit;
using MeshReadiness.Core.Scanning;
using MeshReadiness.Web.Features.Scans;
using MeshReadiness.Web.Features.Snapshots;
using MeshReadiness.Web.Tests.Given;

namespace MeshReadiness.Web.Tests.Features;

/// <summary>Whatever happens to scans, a page says it in place of what it can't show yet.</summary>
public sealed class SnapshotGateTests : PortalTest
{
    [Fact]
    public void While_the_database_is_asked_the_page_says_so()
    {
        SignInAdmin();
        Database.HoldOn();
        var gate = Open();

        Assert.Equal("Loading.", gate.Find("[role=status]").TextContent);

        Database.Answer();
        gate.WaitForAssertion(() => Assert.Equal("There is no snapshot yet", gate.Find("h2").TextContent));
    }

    [Fact]
    public void The_first_scan_is_shown_with_its_progress()
    {
        SignInAdmin();
        Coordinator.Begin(ScanTrigger.FirstRun, Actor.Portal, ScanKind.Full);
        var gate = Open();
        Assert.Equal("The first scan is running", gate.Find("h2").TextContent);

        Coordinator.Report(progress => progress with { Phase = ScanPhase.People, PeopleRead = 1500, PeopleExpected = 6000 });

        gate.WaitForAssertion(() => Assert.Equal("22", gate.Find("[role=progressbar]").GetAttribute("aria-valuenow")));
        Assert.Contains("1,500 of 6,000 people", gate.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_first_scan_that_failed_gives_its_reason_and_an_admin_another_try()
    {
        SignInAdmin();
        await Scans.FailAsync("Microsoft Graph could not be reached.");
        var gate = Open();

        Assert.Contains("Microsoft Graph could not be reached.", gate.Markup, StringComparison.Ordinal);
        await gate.Find("button").ClickAsync(new());

        Assert.NotNull(Coordinator.Progress);
    }

    [Fact]
    public async Task Somebody_who_may_not_scan_is_told_whom_to_ask()
    {
        SignInHelpDesk();
        await Scans.FailAsync("Microsoft Graph could not be reached.");
        var gate = Open();

        Assert.Contains("Ask an admin of this portal to start a scan.", gate.Markup, StringComparison.Ordinal);
        Assert.Empty(gate.FindAll("button"));
    }

    [Fact]
    public async Task A_snapshot_opens_the_gate()
    {
        SignInAdmin();
        await Scans.CompleteAsync();

        Open().MarkupMatches("<p>0 people</p>");
    }

    [Fact]
    public async Task When_the_scan_after_it_failed_the_snapshot_stays_with_a_warning()
    {
        SignInAdmin();
        await Scans.CompleteAsync();
        await Scans.FailAsync("The tenant was away.");
        var gate = Open();

        Assert.Contains("The tenant was away.", gate.Find(".notice").TextContent, StringComparison.Ordinal);
        Assert.Contains("0 people", gate.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_waited_fills_itself_when_the_scan_has_ended()
    {
        SignInAdmin();
        Coordinator.Begin(ScanTrigger.FirstRun, Actor.Portal, ScanKind.Full);
        var gate = Open();

        await Scans.CompleteAsync();
        Coordinator.Ended();

        gate.WaitForAssertion(() => gate.MarkupMatches("<p>0 people</p>"));
    }

    private IRenderedComponent<SnapshotGate> Open() => Render<SnapshotGate>(gate => gate.Add(
        one => one.ChildContent, snapshot => $"<p>{snapshot.Head.People} people</p>"));
}
