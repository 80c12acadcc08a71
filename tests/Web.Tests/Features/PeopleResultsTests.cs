using System.Data.Common;
using Bunit;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Data;
using MeshReadiness.Web.Features.HelpDesk;
using MeshReadiness.Web.Tests.Given;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace MeshReadiness.Web.Tests.Features;

/// <summary>A search that stops counting says so.</summary>
public sealed class PeopleResultsTests : PortalTest
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly DiskWithoutRoom _disk = new();

    public PeopleResultsTests() => Services.AddSingleton<IInterceptor>(_disk);

    [Fact]
    public async Task More_people_than_anybody_reads_are_not_counted_but_said_to_be_more()
    {
        SignInAdmin();
        var snapshot = await Scans.CompleteAsync([.. Enumerable.Range(0, 251).Select(Anna)]);

        Assert.Equal("More than 250 people. Type more of the name to find fewer.", Open(snapshot.Id, "anna").Find(".count").TextContent);
        Assert.Equal("More than 250 people", Open(snapshot.Id, "anna").Find("[role=status]").TextContent);
        Assert.Equal("10 people", Open(snapshot.Id, "anna 009").Find(".count").TextContent);
    }

    [Fact]
    public async Task As_many_as_anybody_reads_are_counted()
    {
        SignInAdmin();
        var snapshot = await Scans.CompleteAsync([.. Enumerable.Range(0, 250).Select(Anna)]);

        Assert.Equal("250 people", Open(snapshot.Id, "anna").Find(".count").TextContent);
    }

    [Fact]
    public async Task Near_matches_are_said_to_be_near_and_are_still_people_to_open()
    {
        SignInHelpDesk();
        var snapshot = await Scans.CompleteAsync(new UserFacts { Id = "j", DisplayName = "Ada Johnson" }, new UserFacts { Id = "k", DisplayName = "Bo Li" });

        var results = Open(snapshot.Id, "Jhonson");

        Assert.Equal("Nobody is called Jhonson. Did you mean:", results.Find(".near p").TextContent);
        Assert.Equal("Nobody is called Jhonson. 1 person by a name that is near.", results.Find("[role=status]").TextContent);
        Assert.Equal("/help-desk/j", results.Find("#found a").GetAttribute("href"));
        Assert.Empty(Open(snapshot.Id, "Johnson").FindAll(".near"));
    }

    [Fact]
    public async Task What_is_shown_was_audited_once_and_without_the_text()
    {
        SignInAdmin("7");
        var snapshot = await Scans.CompleteAsync(Anna(1), Anna(2));

        var results = Open(snapshot.Id, "anna");
        results.Render();

        var lines = await Services.GetRequiredService<AuditStore>().FindAsync(new(Action: PeopleLookup.Action), Xunit.TestContext.Current.CancellationToken);
        var entry = Assert.Single(lines).Entry;
        Assert.Equal(("7", snapshot.Id.ToString(), "Told of 2 of 2 people, found by a text."), (entry.Actor.ObjectId, entry.Subject, entry.Detail));
    }

    [Fact]
    public async Task Where_no_line_can_be_written_nobody_is_shown()
    {
        SignInAdmin();
        var snapshot = await Scans.CompleteAsync(Anna(1));
        _disk.IsFull = true;

        var results = Open(snapshot.Id, "anna");

        Assert.Equal("Nobody can be looked up right now", results.Find("h2").TextContent);
        Assert.StartsWith("Nobody is told about people without a line in the audit record", results.Find("[role=status]").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Anna", results.Markup, StringComparison.Ordinal);
    }

    private static UserFacts Anna(int number) => new() { Id = $"id-{number}", DisplayName = $"Anna {number:0000}" };

    private IRenderedComponent<PeopleResults> Open(Guid snapshotId, string text)
    {
        var results = Render<PeopleResults>(parts => parts
            .Add(one => one.SnapshotId, snapshotId).Add(one => one.Filter, new(text, null, null, null, null, 1)));
        results.WaitForState(() => results.Find("[role=status]").TextContent != "Searching.", Patience);
        return results;
    }

    private sealed class DiskWithoutRoom : DbCommandInterceptor
    {
        public bool IsFull { get; set; }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
            IsFull && command.CommandText.Contains("INSERT INTO \"AuditEntries\"", StringComparison.Ordinal)
                ? throw new IOException("There is no room on the disk.")
                : ValueTask.FromResult(result);
    }
}
