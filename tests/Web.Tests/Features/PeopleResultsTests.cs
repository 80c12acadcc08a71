using Bunit;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Web.Features.HelpDesk;
using MeshReadiness.Web.Tests.Given;

namespace MeshReadiness.Web.Tests.Features;

/// <summary>A search that stops counting says so.</summary>
public sealed class PeopleResultsTests : PortalTest
{
    [Fact]
    public async Task More_people_than_anybody_reads_are_not_counted_but_said_to_be_more()
    {
        SignInAdmin();
        var snapshot = await Scans.CompleteAsync([.. Enumerable.Range(0, 1001).Select(Anna)]);

        Assert.Equal("More than 1,000 people. Type more of the name to find fewer.", Open(snapshot.Id, "anna").Find(".count").TextContent);
        Assert.Equal("More than 1,000 people", Open(snapshot.Id, "anna").Find("[role=status]").TextContent);
        Assert.Equal("10 people", Open(snapshot.Id, "anna 099").Find(".count").TextContent);
    }

    [Fact]
    public async Task A_thousand_people_are_a_thousand()
    {
        SignInAdmin();
        var snapshot = await Scans.CompleteAsync([.. Enumerable.Range(0, 1000).Select(Anna)]);

        Assert.Equal("1,000 people", Open(snapshot.Id, "anna").Find(".count").TextContent);
    }

    private static UserFacts Anna(int number) => new() { Id = $"id-{number}", DisplayName = $"Anna {number:0000}" };

    private IRenderedComponent<PeopleResults> Open(Guid snapshotId, string text) => Render<PeopleResults>(results => results
        .Add(one => one.SnapshotId, snapshotId).Add(one => one.Filter, new(text, null, null, null, null, 1)));
}
