using System.Diagnostics;
using MeshReadiness.SampleTenant;

namespace MeshReadiness.Integration.Tests.SampleTenant;

public sealed class StartTests
{
    [Theory]
    [InlineData("--people", "many", "--people is \"many\"")]
    [InlineData("--people", "-1", "--people 2500")]
    [InlineData("--seed", "x", "--seed 7")]
    [InlineData("--scenario", "narnia", "contoso, healthy, half-licensed")]
    [InlineData("--faults", "some", "none, light, heavy")]
    [InlineData("--urls", "https://127.0.0.1:5081", "--urls http://127.0.0.1:5081")]
    [InlineData("--urls", "http://0.0.0.0:5081", "loopback")]
    [InlineData("--urls", "http://192.0.2.7:5081", "loopback")]
    [InlineData("--link-lifetime", "0", "--link-lifetime 3600")]
    [InlineData("--today", "yesterday", "--today 2026-03-31")]
    [InlineData("--colour", "blue", "--colour is not an argument")]
    public void A_wrong_argument_is_explained_in_one_sentence(string name, string value, string hint)
    {
        var mistake = Assert.Throws<ArgumentMistakeException>(() => SampleTenantApp.Build([name, value]));

        Assert.Contains(name, mistake.Message, StringComparison.Ordinal);
        Assert.Contains(hint, mistake.Message, StringComparison.Ordinal);
        Assert.Contains("for example", mistake.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', mistake.Message);
    }

    [Fact]
    public async Task A_wrong_argument_ends_the_program_with_two()
    {
        using var program = Start("--people many");

        var error = await program.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await program.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(2, program.ExitCode);
        Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task The_program_says_where_it_listens_and_ends_with_its_standard_input()
    {
        using var program = Start("--urls http://127.0.0.1:0 --people 10 --exit-with-stdin");

        var line = await program.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        using var http = new HttpClient();
        var description = await http.GetStringAsync(
            line!["Sample tenant listening on ".Length..] + "/_tenant", TestContext.Current.CancellationToken);
        program.StandardInput.Close();
        await program.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.StartsWith("Sample tenant listening on http://127.0.0.1:", line, StringComparison.Ordinal);
        Assert.Contains("\"people\":10", description, StringComparison.Ordinal);
        Assert.Equal(0, program.ExitCode);
    }

    [Fact]
    public async Task Several_tenants_run_side_by_side()
    {
        await using var one = await RunningTenant.StartAsync("--people 10");
        await using var other = await RunningTenant.StartAsync("--people 20 --scenario healthy");

        Assert.Equal(10, (await one.ReadAsync("/v1.0/users")).Items().Count());
        Assert.Equal(20, (await other.ReadAsync("/v1.0/users")).Items().Count());
    }

    [Fact]
    public async Task A_million_people_are_there_from_the_start_and_can_be_counted()
    {
        await using var tenant = await RunningTenant.StartAsync("--people 1000000");

        var count = await tenant.AskEventuallyAsync("/v1.0/users/$count");
        var skus = (await tenant.ReadAsync("/v1.0/subscribedSkus")).Items().ToDictionary(sku => sku.Text("skuPartNumber")!);
        var holders = await tenant.AskEventuallyAsync($"/v1.0/users/$count?$filter=assignedLicenses/any(l:l/skuId eq {skus["SPE_E5"].Text("skuId")})");

        Assert.Equal("1000000", count.Body);
        Assert.Equal(holders.Body, $"{skus["SPE_E5"].Number("consumedUnits")}");
    }

    private static Process Start(string arguments) => Process.Start(new ProcessStartInfo("dotnet")
    {
        ArgumentList = { typeof(SampleTenantApp).Assembly.Location },
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    }.With(arguments))!;
}

internal static class Starting
{
    public static ProcessStartInfo With(this ProcessStartInfo start, string arguments)
    {
        foreach (var argument in arguments.Split(' '))
        {
            start.ArgumentList.Add(argument);
        }

        return start;
    }
}
