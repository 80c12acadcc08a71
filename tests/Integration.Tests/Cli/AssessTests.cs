using System.Text.Json;
using MeshReadiness.Integration.Tests.SampleTenant;

namespace MeshReadiness.Integration.Tests.Cli;

public sealed class AssessTests
{
    [Fact]
    public async Task The_answer_counts_what_the_tenant_counts_and_blocks_with_3()
    {
        await using var tenant = await RunningTenant.StartAsync("--people 400");
        var expected = await tenant.AskAsync("/_tenant/expected");

        var said = await Meshready.RunAsync("assess", "--graph", Graph(tenant), "--json");

        Assert.Equal((3, ""), (said.Code, said.Errors));
        using var answer = JsonDocument.Parse(said.Output);
        var people = answer.RootElement.GetProperty("readings").EnumerateArray().Single(reading => reading.GetProperty("topic").GetString() == "users");
        Assert.Equal(expected.Json.GetProperty("people").GetProperty("total").GetInt32(), people.GetProperty("count").GetInt32());
        Assert.Equal(
            expected.Json.GetProperty("products").EnumerateArray()
                .Select(product => (product.GetProperty("skuId").GetGuid(), product.GetProperty("consumed").GetInt32())).Order(),
            answer.RootElement.GetProperty("products").EnumerateArray()
                .Select(product => (product.GetProperty("skuId").GetGuid(), product.GetProperty("consumedUnits").GetInt32())).Order());
    }

    [Fact]
    public async Task Faults_on_the_way_change_nothing_in_the_answer()
    {
        await using var calm = await RunningTenant.StartAsync("--people 1200 --scenario messy");
        await using var faulty = await RunningTenant.StartAsync("--people 1200 --scenario messy --faults heavy");

        var (first, second) = (await Meshready.RunAsync("assess", "--graph", Graph(calm)), await Meshready.RunAsync("assess", "--graph", Graph(faulty)));

        Assert.Equal(first, second);
    }

    [Fact]
    public async Task What_may_not_be_read_is_said_and_not_counted_as_nothing()
    {
        await using var tenant = await RunningTenant.StartAsync("--people 50 --scenario consent-missing");

        var said = await Meshready.RunAsync("assess", "--graph", Graph(tenant));

        Assert.Contains("Not read: Policies. The permission Policy.Read.All is missing", said.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "--graph", "assess")]
    [InlineData(2, "https", "assess", "--graph", "http://graph.example/v1.0")]
    [InlineData(2, "--token-env", "assess", "--graph", "https://graph.example/v1.0", "--token-env", "NO_SUCH_VARIABLE")]
    [InlineData(2, "nonsense", "nonsense")]
    public async Task Wrong_arguments_are_named_and_nothing_is_printed(int code, string named, params string[] arguments)
    {
        var said = await Meshready.RunAsync(arguments);

        Assert.Equal((code, ""), (said.Code, said.Output));
        Assert.Contains(named, said.Errors, StringComparison.Ordinal);
    }

    private static string Graph(RunningTenant tenant) => new Uri(tenant.Http.BaseAddress!, "v1.0").ToString();
}
