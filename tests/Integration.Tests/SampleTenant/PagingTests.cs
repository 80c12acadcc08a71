using System.Net;
using Microsoft.Extensions.Time.Testing;

namespace MeshReadiness.Integration.Tests.SampleTenant;

public sealed class PagingTests
{
    [Theory]
    [InlineData(7)]
    [InlineData(100)]
    [InlineData(999)]
    public async Task Paging_visits_everyone_once(int top)
    {
        await using var tenant = await RunningTenant.StartAsync("--people 250");

        var people = await tenant.ItemsAsync($"/v1.0/users?$select=id,displayName&$top={top}");

        Assert.Equal(250, people.Count);
        Assert.Equal(250, people.DistinctBy(person => person.Text("id")).Count());
    }

    [Theory]
    [InlineData("groups")]
    [InlineData("devices")]
    [InlineData("deviceManagement/managedDevices")]
    [InlineData("users?$filter=accountEnabled eq true")]
    public async Task Small_pages_bring_the_same_as_large_ones(string topic)
    {
        await using var tenant = await RunningTenant.StartAsync("--people 250");
        var separator = topic.Contains('?', StringComparison.Ordinal) ? '&' : '?';

        var small = await tenant.ItemsAsync($"/v1.0/{topic}{separator}$top=11");
        var large = await tenant.ItemsAsync($"/v1.0/{topic}{separator}$top=999");

        Assert.Equal(large.Select(item => item.GetRawText()), small.Select(item => item.GetRawText()));
    }

    [Fact]
    public async Task A_next_link_dies_of_age()
    {
        var clock = new FakeTimeProvider();
        await using var tenant = await RunningTenant.StartAsync("--people 50 --link-lifetime 60", clock);
        var link = (await tenant.ReadAsync("/v1.0/users?$top=10")).Text("@odata.nextLink")!;

        clock.Advance(TimeSpan.FromSeconds(59));
        var young = await tenant.AskAsync(link);
        clock.Advance(TimeSpan.FromSeconds(2));
        var old = await tenant.AskAsync(link);

        Assert.Equal(HttpStatusCode.OK, young.Status);
        Assert.Equal(HttpStatusCode.BadRequest, old.Status);
        Assert.Equal("Directory_ExpiredPageToken", old.ErrorCode);
    }

    [Fact]
    public async Task A_made_up_token_is_refused()
    {
        await using var tenant = await RunningTenant.StartAsync();

        var answer = await tenant.AskAsync("/v1.0/users?$skiptoken=bWFkZSB1cCB0b2tlbg");

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
    }

    [Fact]
    public async Task The_same_arguments_give_the_same_bytes()
    {
        await using var one = await RunningTenant.StartAsync("--people 300 --seed 11 --scenario contoso --today 2026-03-31");
        await using var other = await RunningTenant.StartAsync("--people 300 --seed 11 --scenario contoso --today 2026-03-31");

        foreach (var path in Topics)
        {
            Assert.Equal(await TextAsync(one, path), await TextAsync(other, path));
        }
    }

    [Fact]
    public async Task Another_seed_gives_other_people()
    {
        await using var one = await RunningTenant.StartAsync("--people 30 --seed 11");
        await using var other = await RunningTenant.StartAsync("--people 30 --seed 12");

        var ids = (await one.ItemsAsync("/v1.0/users")).Select(person => person.Text("id"));
        var otherIds = (await other.ItemsAsync("/v1.0/users")).Select(person => person.Text("id"));

        Assert.Empty(ids.Intersect(otherIds));
    }

    private static readonly string[] Topics =
    [
        "users?$select=" + RunningTenant.UserFacts, "groups", "devices", "subscribedSkus", "directory/subscriptions", "organization",
        "identity/conditionalAccess/policies", "identity/conditionalAccess/namedLocations", "auditLogs/signIns?$top=50",
        "deviceManagement/managedDevices", "roleManagement/directory/roleAssignments", "servicePrincipals", "users/delta?$select=id",
    ];

    private static async Task<string> TextAsync(RunningTenant tenant, string path) =>
        (await tenant.ReadAsync("/v1.0/" + path)).GetRawText().Replace(tenant.Http.BaseAddress!.ToString(), "/", StringComparison.Ordinal);
}
