using System.Collections.Immutable;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Graph;
using MeshReadiness.Integration.Tests.SampleTenant;
using Microsoft.Extensions.Time.Testing;

namespace MeshReadiness.Integration.Tests.Graph;

public sealed class GroupChangeTests
{
    private static readonly Guid Product = Guid.Parse("57ff2da0-773e-42df-b2af-ffb7a2317929");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("contoso")]
    [InlineData("messy")]
    public async Task Changes_lead_to_what_a_fresh_reading_says(string scenario)
    {
        await using var tenant = await RunningTenant.StartAsync($"--people 300 --scenario {scenario}");
        var reader = TenantReaders.Create(new(new(tenant.Http.BaseAddress!, "v1.0"), new StaticToken("sample.tenant.token")));
        var all = (await tenant.ItemsAsync("/v1.0/groups?$select=id")).Select(group => group.Text("id")!).ToList();
        var mark = (await reader.MarkGroupsAsync(Cancelled)).Value;
        var before = (await reader.ReadGroupsAsync(all.Take(2).ToHashSet(), Cancelled)).Value;
        await tenant.PostAsync("/_tenant/changes/group-membership?count=30");

        // Others are named now than then, and one that there never was.
        var named = all.Skip(1).Append(Guid.NewGuid().ToString()).ToHashSet();
        var update = (await reader.ReadGroupChangesAsync(mark, before, named, Cancelled)).Value;

        Assert.Equal((await reader.ReadGroupsAsync(named, Cancelled)).Value.Select(Plainly.Group), update.Groups.Select(Plainly.Group));
        Assert.Equal(
            update.Groups.Select(Plainly.Group),
            (await reader.ReadGroupChangesAsync(update.Mark, update.Groups, named, Cancelled)).Value.Groups.Select(Plainly.Group));
    }

    [Fact]
    public async Task A_link_that_has_grown_old_is_expired()
    {
        var clock = new FakeTimeProvider();
        await using var tenant = await RunningTenant.StartAsync("--people 20 --delta-lifetime 600", clock);
        var reader = TenantReaders.Create(new(new(tenant.Http.BaseAddress!, "v1.0"), new StaticToken("sample.tenant.token")));
        var mark = (await reader.MarkGroupsAsync(Cancelled)).Value;

        clock.Advance(TimeSpan.FromMinutes(11));
        var read = await reader.ReadGroupChangesAsync(mark, [], new HashSet<string>(), Cancelled);

        Assert.Equal(ProblemKind.Expired, read.Problem.Kind);
    }

    [Fact]
    public async Task What_was_not_told_stays_as_it_was()
    {
        var groups = await UpdateAsync(
            [new("a", "Pilots", true, [Product], "ProcessingComplete", false)],
            """{"id":"a","displayName":"Pilots of Mesh"},{"id":"a","hasMembersWithLicenseErrors":true}""");

        Assert.Equal("a | Pilots of Mesh | True | [57ff2da0-773e-42df-b2af-ffb7a2317929] | ProcessingComplete | True", Plainly.Group(Assert.Single(groups)));
    }

    [Fact]
    public async Task Who_gives_nothing_any_more_and_who_is_gone_is_left_out()
    {
        var groups = await UpdateAsync(
            [Giving("a"), Giving("b"), Giving("c"), Giving("d")],
            """{"id":"a","assignedLicenses":[]},{"id":"b","@removed":{"reason":"deleted"}},{"id":"d","assignedLicenses":[]}""",
            named: ["d"]);

        Assert.Equal(["c", "d"], groups.Select(group => group.Id));
    }

    [Fact]
    public async Task What_is_new_and_told_in_part_is_asked_for()
    {
        var groups = await UpdateAsync(
            [],
            """{"id":"new","hasMembersWithLicenseErrors":true},{"id":"of no weight","displayName":"Cooks"},{"id":"gone","assignedLicenses":[{"skuId":"57ff2da0-773e-42df-b2af-ffb7a2317929"}]}""",
            asked: ["/groups/new", "/groups/gone"]);

        Assert.Equal("new | Asked | False | [] | none | True", Plainly.Group(Assert.Single(groups)));
    }

    [Fact]
    public async Task What_is_named_now_and_was_not_before_is_asked_for_unless_it_was_just_removed()
    {
        var groups = await UpdateAsync(
            [Giving("b")], """{"id":"removed","@removed":{"reason":"deleted"}}""", named: ["named", "gone", "removed"], asked: ["/groups/named", "/groups/gone"]);

        Assert.Equal(["b", "named"], groups.Select(group => group.Id));
    }

    private static GroupFacts Giving(string id) => new(id, null, false, [Product], null, false);

    private static async Task<ImmutableArray<GroupFacts>> UpdateAsync(
        ImmutableArray<GroupFacts> before, string changes, string[]? named = null, string[]? asked = null)
    {
        var batch = new StubBatch((url, _) => url.StartsWith("/groups/gone?", StringComparison.Ordinal)
            ? new(404)
            : new(200, $$"""{"id":"{{url.Split('/', '?')[2]}}","displayName":"Asked","groupTypes":[],"assignedLicenses":[],"licenseProcessingState":null,"hasMembersWithLicenseErrors":true}"""));
        await using var graph = await StubGraph.StartAsync(Answers.ByPath(
            ("/$batch", batch.AnswerAsync),
            ("/delta", Answers.Json($$"""{"@odata.deltaLink":"later","value":[{{changes}}]}"""))));

        var update = (await graph.Reader.ReadGroupChangesAsync(
            $"{graph.BaseUrl}/groups/delta", before, (named ?? []).ToHashSet(), Cancelled)).Value;

        Assert.Equal("later", update.Mark);
        Assert.Equal(asked ?? [], batch.Asked.Select(url => url.Split('?')[0]));
        return update.Groups;
    }
}
