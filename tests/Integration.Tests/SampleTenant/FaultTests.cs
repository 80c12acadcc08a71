namespace MeshReadiness.Integration.Tests.SampleTenant;

public sealed class FaultTests
{
    [Theory]
    [InlineData("light", "users?$select=id,displayName&$top=20")]
    [InlineData("heavy", "users?$select=id,displayName&$top=20")]
    [InlineData("heavy", "devices?$top=25")]
    [InlineData("heavy", "users/delta?$select=displayName&$top=40")]
    public async Task Faults_lose_nobody_and_repeat_only_what_is_the_same(string level, string query)
    {
        await using var calm = await RunningTenant.StartAsync("--people 400 --today 2026-03-31");
        await using var faulty = await RunningTenant.StartAsync($"--people 400 --today 2026-03-31 --faults {level}");

        var expected = (await calm.ItemsAsync("/v1.0/" + query)).ToDictionary(item => item.Text("id")!, item => item.GetRawText());
        var delivered = await faulty.ItemsAsync("/v1.0/" + query);

        Assert.Equal(expected.Keys.Order(), delivered.Select(item => item.Text("id")!).Distinct().Order());
        Assert.All(delivered, item => Assert.Equal(expected[item.Text("id")!], item.GetRawText()));
    }

    [Fact]
    public async Task Heavy_faults_come_in_every_kind_and_repeat_items()
    {
        await using var tenant = await RunningTenant.StartAsync("--people 400 --faults heavy");

        var people = await tenant.ItemsAsync("/v1.0/users?$select=id&$top=5");
        var requests = (await tenant.ReadAsync("/_tenant/requests")).GetProperty("requests").EnumerateArray();
        var seen = requests.SelectMany(request => request.GetProperty("faults").EnumerateObject()).Select(fault => fault.Name).ToHashSet();

        string[] kinds = ["TooMany", "TooManyNow", "TooManySilent", "Unavailable", "GatewayTimeout", "Reset", "Truncated", "Slow"];
        Assert.Equal(kinds.Order(), seen.Order());
        Assert.True(people.Count > 400, "No page was repeated and no item moved.");
        Assert.Equal(400, people.DistinctBy(person => person.Text("id")).Count());
    }

    [Fact]
    public async Task The_same_seed_goes_wrong_in_the_same_way()
    {
        await using var one = await RunningTenant.StartAsync("--people 300 --faults heavy");
        await using var other = await RunningTenant.StartAsync("--people 300 --faults heavy");

        var first = await one.ItemsAsync("/v1.0/users?$select=id&$top=30");
        var second = await other.ItemsAsync("/v1.0/users?$select=id&$top=30");

        Assert.Equal(first.Select(person => person.Text("id")), second.Select(person => person.Text("id")));
    }
}
