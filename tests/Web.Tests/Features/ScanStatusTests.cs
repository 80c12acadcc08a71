using Bunit;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Scanning;
using MeshReadiness.Web.Components.Layout;
using MeshReadiness.Web.Features.Scans;
using MeshReadiness.Web.Tests.Given;

namespace MeshReadiness.Web.Tests.Features;

/// <summary>The frame tells of a scan in a few words, and of its waiting once.</summary>
public sealed class ScanStatusTests : PortalTest
{
    [Fact]
    public void A_scan_is_shown_from_its_start_to_its_end()
    {
        var status = Render<ScanStatus>();
        Assert.Equal("", Spoken(status));

        Coordinator.Begin(ScanTrigger.Schedule, Actor.Portal, ScanKind.Incremental);
        status.WaitForAssertion(() => Assert.Equal("Scan starts", Shown(status)));

        Coordinator.Report(progress => progress with { Phase = ScanPhase.Changes });
        status.WaitForAssertion(() => Assert.Equal("Reading changes", Shown(status)));
        Assert.Empty(status.FindAll(".number"));
        Assert.Equal("A scan is running.", Spoken(status));

        Coordinator.Ended();
        status.WaitForAssertion(() => Assert.Empty(status.FindAll(".scan")));
        Assert.Equal("The scan has ended.", Spoken(status));
    }

    [Theory]
    [InlineData("Microsoft Graph could not be reached for GET /users after several tries. Check the network and start the scan again.",
        "Microsoft Graph could not be reached for GET /users after several tries. Check the network.")]
    [InlineData("Microsoft Graph failed at GET /users after several tries (503). Start the scan again later.",
        "Microsoft Graph failed at GET /users after several tries (503).")]
    [InlineData("The database can't grow any more: the disk or its quota is full. Nothing that was saved is lost; free some space, then try again.",
        "The database can't grow any more: the disk or its quota is full. Nothing that was saved is lost; free some space.")]
    [InlineData("The database didn't answer.", "The database didn't answer.")]
    public void A_scan_that_waits_asks_nobody_to_start_it_again(string problem, string reason)
    {
        var status = Render<ScanStatus>();
        Coordinator.Begin(ScanTrigger.Schedule, Actor.Portal, ScanKind.Full);

        Coordinator.Report(progress => progress with { Waiting = ScanWait.For(new(ProblemKind.Unavailable, problem), Time.GetUtcNow()) });

        status.WaitForAssertion(() => Assert.Equal("Scan waits", Shown(status)));
        Assert.Equal("The scan waits.", Spoken(status));
        Assert.Equal(reason, Coordinator.Progress?.Waiting?.Reason);
    }

    private static string Shown(IRenderedComponent<ScanStatus> status) => status.Find(".wide").TextContent;

    private static string Spoken(IRenderedComponent<ScanStatus> status) => status.Find("[role=status]").TextContent;
}
