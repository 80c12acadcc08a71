using System.Net;

namespace MeshReadiness.Integration.Tests.SampleTenant;

public sealed class BatchTests
{
    [Fact]
    public async Task Twenty_are_answered_one_by_one()
    {
        await using var tenant = await RunningTenant.StartAsync();
        var requests = Enumerable.Range(1, 20).Select(number => new
        {
            id = $"{number}",
            method = "GET",
            url = number % 2 == 0 ? "/organization?$select=id" : "/users/nobody@contoso.example",
        });

        var answer = await tenant.PostAsync("/v1.0/$batch", new { requests });

        var statuses = answer.Json.GetProperty("responses").EnumerateArray().ToDictionary(one => one.Text("id")!, one => one.Number("status"));
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(20, statuses.Count);
        Assert.All(statuses, one => Assert.Equal(int.Parse(one.Key, null) % 2 == 0 ? 200 : 404, one.Value));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(21)]
    public async Task None_and_twenty_one_are_refused(int count)
    {
        await using var tenant = await RunningTenant.StartAsync();
        var requests = Enumerable.Range(1, count).Select(number => new { id = $"{number}", method = "GET", url = "/organization" });

        var answer = await tenant.PostAsync("/v1.0/$batch", new { requests });

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
    }

    [Fact]
    public async Task An_id_used_twice_is_refused()
    {
        await using var tenant = await RunningTenant.StartAsync();
        var requests = Enumerable.Range(1, 2).Select(_ => new { id = "same", method = "GET", url = "/organization" });

        var answer = await tenant.PostAsync("/v1.0/$batch", new { requests });

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("same", answer.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Faulty_items_come_right_when_asked_again()
    {
        await using var tenant = await RunningTenant.StartAsync("--faults heavy");
        var waiting = Enumerable.Range(1, 20).ToDictionary(number => $"{number}", number => $"/users?$top={number}&$select=id");

        for (var round = 1; waiting.Count > 0; round++)
        {
            Assert.True(round <= 30, $"{waiting.Count} items never came right.");
            var answer = await tenant.PostPatientlyAsync("/v1.0/$batch", new { requests = waiting.Select(one => new { id = one.Key, method = "GET", url = one.Value }) });

            foreach (var item in answer.Json.GetProperty("responses").EnumerateArray().Where(item => item.Number("status") == 200))
            {
                Assert.Equal(int.Parse(item.Text("id")!, null), item.GetProperty("body").Items().Count());
                waiting.Remove(item.Text("id")!);
            }
        }
    }

    [Fact]
    public async Task Headers_belong_to_the_item_and_failures_stop_what_depends_on_them()
    {
        await using var tenant = await RunningTenant.StartAsync();
        object[] requests =
        [
            new { id = "counted", method = "GET", url = "/users/$count", headers = new { ConsistencyLevel = "eventual" } },
            new { id = "uncounted", method = "GET", url = "/users/$count" },
            new { id = "dependent", method = "GET", url = "/organization", dependsOn = new[] { "uncounted" } },
        ];

        var answer = await tenant.PostAsync("/v1.0/$batch", new { requests });

        var responses = answer.Json.GetProperty("responses").EnumerateArray().ToDictionary(one => one.Text("id")!);
        Assert.Equal(300, responses["counted"].Number("body"));
        Assert.Equal(400, responses["uncounted"].Number("status"));
        Assert.Equal(424, responses["dependent"].Number("status"));
    }

    [Fact]
    public async Task A_refused_item_leaves_the_others_alone()
    {
        await using var tenant = await RunningTenant.StartAsync("--people 50 --scenario consent-missing");
        object[] requests = [new { id = "1", method = "GET", url = "/groups" }, new { id = "2", method = "GET", url = "/users?$top=1" }];

        var answer = await tenant.PostAsync("/v1.0/$batch", new { requests });

        var statuses = answer.Json.GetProperty("responses").EnumerateArray().ToDictionary(one => one.Text("id")!, one => one.Number("status"));
        Assert.Equal((403, 200), (statuses["1"], statuses["2"]));
    }
}
