using System.Net;
using Microsoft.Extensions.Time.Testing;

namespace MeshReadiness.Integration.Tests.SampleTenant;

public sealed class ThrottlingTests
{
    [Theory]
    [InlineData("users", "2")]
    [InlineData("users?$select=id", "1")]
    [InlineData("subscribedSkus", "3")]
    [InlineData("organization", "1")]
    [InlineData("identity/conditionalAccess/policies", "1")]
    public async Task A_request_tells_what_it_cost(string topic, string units)
    {
        await using var tenant = await RunningTenant.StartAsync();

        var answer = await tenant.AskAsync("/v1.0/" + topic);

        Assert.Equal(units, answer.Headers["x-ms-resource-unit"]);
    }

    [Fact]
    public async Task Sign_ins_are_given_five_times_in_ten_seconds()
    {
        var clock = new FakeTimeProvider();
        await using var tenant = await RunningTenant.StartAsync("--people 30", clock);

        for (var call = 0; call < 5; call++)
        {
            await tenant.ReadAsync("/v1.0/auditLogs/signIns?$top=1");
        }

        clock.Advance(TimeSpan.FromSeconds(4));
        var refused = await tenant.AskAsync("/v1.0/auditLogs/signIns?$top=1");
        clock.Advance(refused.RetryAfter!.Value);
        var again = await tenant.AskAsync("/v1.0/auditLogs/signIns?$top=1");

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.Equal("TooManyRequests", refused.ErrorCode);
        Assert.Equal(TimeSpan.FromSeconds(6), refused.RetryAfter);
        Assert.Equal(HttpStatusCode.OK, again.Status);
    }

    [Fact]
    public async Task Conditional_Access_is_given_once_a_second_and_never_says_when()
    {
        var clock = new FakeTimeProvider();
        await using var tenant = await RunningTenant.StartAsync("--people 30", clock);
        await tenant.ReadAsync("/v1.0/identity/conditionalAccess/policies");

        clock.Advance(TimeSpan.FromMilliseconds(999));
        var refused = await tenant.AskAsync("/v1.0/identity/conditionalAccess/namedLocations");
        clock.Advance(TimeSpan.FromMilliseconds(1));
        var again = await tenant.AskAsync("/v1.0/identity/conditionalAccess/namedLocations");

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.Null(refused.RetryAfter);
        Assert.Equal(HttpStatusCode.OK, again.Status);
    }

    [Fact]
    public async Task The_units_of_a_small_tenant_run_out_item_by_item()
    {
        await using var tenant = await RunningTenant.StartAsync("--people 49", new FakeTimeProvider());
        var group = (await tenant.ReadAsync("/v1.0/groups?$filter=displayName eq 'Mesh pilot'")).Items().Single().Text("id");
        var requests = Enumerable.Range(1, 20).Select(number => new { id = $"{number}", method = "GET", url = $"/groups/{group}/transitiveMembers" }).ToList();
        var statuses = new List<int>();

        while (!statuses.Contains(429))
        {
            Assert.True(statuses.Count <= 3500 / 5, "More was answered than 3,500 units pay for.");
            var answer = await tenant.PostAsync("/v1.0/$batch", new { requests });
            statuses.AddRange(answer.Json.GetProperty("responses").EnumerateArray().Select(one => one.Number("status")));
        }

        Assert.InRange(statuses.Count(status => status == 200), 680, 700);
    }

    [Fact]
    public async Task What_was_asked_is_on_record()
    {
        await using var tenant = await RunningTenant.StartAsync();
        await tenant.ReadAsync("/v1.0/subscribedSkus");
        await tenant.AskAsync("/v1.0/users?$top=0");

        var log = await tenant.ReadAsync("/_tenant/requests");

        var requests = log.GetProperty("requests").EnumerateArray().ToDictionary(one => one.Text("path")!);
        Assert.Equal(2, log.Number("total"));
        Assert.Equal(3, requests["/v1.0/subscribedSkus"].Number("costUnits"));
        Assert.Equal(1, requests["/v1.0/users"].GetProperty("statuses").Number("400"));
    }
}
