using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;

namespace MeshReadiness.Integration.Tests.SampleTenant;

public sealed class DeltaTests
{
    [Theory]
    [InlineData("/v1.0/users/delta")]
    [InlineData("/v1.0/users/delta()")]
    public async Task The_first_round_brings_everyone_and_a_delta_link(string path)
    {
        await using var tenant = await RunningTenant.StartAsync("--people 230");

        var pages = await PagesAsync(tenant, path + "?$select=displayName");

        Assert.Equal(3, pages.Count);
        Assert.Equal(230, pages.SelectMany(page => page.Items()).DistinctBy(person => person.Text("id")).Count());
        Assert.NotNull(pages[^1].Text("@odata.deltaLink"));
        Assert.All(pages.SkipLast(1), page => Assert.Null(page.Text("@odata.deltaLink")));
    }

    [Fact]
    public async Task A_quiet_tenant_has_nothing_to_tell()
    {
        await using var tenant = await RunningTenant.StartAsync();
        var link = await DeltaLinkAsync(tenant, "/v1.0/users/delta");

        var round = await tenant.ReadAsync(link);

        Assert.Empty(round.Items());
        Assert.NotNull(round.Text("@odata.deltaLink"));
    }

    [Fact]
    public async Task Leavers_newcomers_and_changed_people_are_told_once()
    {
        await using var tenant = await RunningTenant.StartAsync();
        var link = await DeltaLinkAsync(tenant, "/v1.0/users/delta?$select=id,accountEnabled");
        var leaver = await ChangeAsync(tenant, "leaver");
        var newcomer = await ChangeAsync(tenant, "new-hire");
        var disabled = await ChangeAsync(tenant, "disable");

        var round = await tenant.ReadAsync(link);
        var nothing = await tenant.ReadAsync(round.Text("@odata.deltaLink")!);

        var told = round.Items().ToDictionary(person => person.Text("id")!);
        Assert.Equal(new[] { leaver, newcomer, disabled }.Order(), told.Keys.Order());
        Assert.Equal("changed", told[leaver].GetProperty("@removed").Text("reason"));
        Assert.True(told[newcomer].GetProperty("accountEnabled").GetBoolean());
        Assert.False(told[disabled].GetProperty("accountEnabled").GetBoolean());
        Assert.Empty(nothing.Items());
    }

    [Fact]
    public async Task What_changes_during_the_first_round_is_told_in_the_second()
    {
        await using var tenant = await RunningTenant.StartAsync("--people 230");
        var first = await tenant.ReadAsync("/v1.0/users/delta?$select=id");
        var disabled = await ChangeAsync(tenant, "disable");

        var rest = await PagesAsync(tenant, first.Text("@odata.nextLink")!);
        var round = await tenant.ReadAsync(rest[^1].Text("@odata.deltaLink")!);

        Assert.Equal(disabled, Assert.Single(round.Items()).Text("id"));
    }

    [Fact]
    public async Task An_old_link_asks_to_start_over()
    {
        var clock = new FakeTimeProvider();
        await using var tenant = await RunningTenant.StartAsync("--people 20 --delta-lifetime 600", clock);
        var link = await DeltaLinkAsync(tenant, "/v1.0/users/delta");

        clock.Advance(TimeSpan.FromMinutes(11));
        var old = await tenant.AskAsync(link);
        var fresh = await tenant.AskAsync(old.Headers["Location"]);

        Assert.Equal(HttpStatusCode.Gone, old.Status);
        Assert.Equal("resyncRequired", old.ErrorCode);
        Assert.Equal(20, fresh.Json.Items().Count());
    }

    [Fact]
    public async Task A_link_of_another_tenant_asks_to_start_over()
    {
        await using var one = await RunningTenant.StartAsync("--people 20 --seed 1");
        await using var other = await RunningTenant.StartAsync("--people 20 --seed 2");
        var link = new Uri(await DeltaLinkAsync(one, "/v1.0/users/delta"));

        var answer = await other.AskAsync(link.PathAndQuery);

        Assert.Equal(HttpStatusCode.Gone, answer.Status);
    }

    [Fact]
    public async Task Groups_tell_who_joined()
    {
        await using var tenant = await RunningTenant.StartAsync();
        var link = await DeltaLinkAsync(tenant, "/v1.0/groups/delta?$select=displayName,members");
        var joined = await ChangeAsync(tenant, "group-membership");

        var round = await tenant.ReadAsync(link);

        var group = Assert.Single(round.Items());
        Assert.Equal("Mesh pilot", group.Text("displayName"));
        Assert.Equal(joined, Assert.Single(group.GetProperty("members@delta").EnumerateArray()).Text("id"));
    }

    [Fact]
    public async Task The_first_round_of_groups_brings_the_members_that_the_group_has()
    {
        await using var tenant = await RunningTenant.StartAsync();
        var pages = await PagesAsync(tenant, "/v1.0/groups/delta?$select=displayName,members");
        var pilot = pages.SelectMany(page => page.Items()).Where(group => group.Text("displayName") == "Mesh pilot").ToList();

        var members = await tenant.ItemsAsync($"/v1.0/groups/{pilot[0].Text("id")}/members?$select=id");

        Assert.Equal(
            members.Select(member => member.Text("id")).Order(),
            pilot.SelectMany(group => group.GetProperty("members@delta").EnumerateArray()).Select(member => member.Text("id")).Order());
    }

    private static async Task<List<JsonElement>> PagesAsync(RunningTenant tenant, string path)
    {
        var pages = new List<JsonElement>();

        await foreach (var page in tenant.PagesAsync(path, TestContext.Current.CancellationToken))
        {
            pages.Add(page);
        }

        return pages;
    }

    private static async Task<string> DeltaLinkAsync(RunningTenant tenant, string path) =>
        (await PagesAsync(tenant, path))[^1].Text("@odata.deltaLink")!;

    private static async Task<string> ChangeAsync(RunningTenant tenant, string name) =>
        Assert.Single((await tenant.PostAsync("/_tenant/changes/" + name)).Json.GetProperty("affected").EnumerateArray()).Text("id")!;
}
