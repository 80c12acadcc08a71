using MeshReadiness.Integration.Tests.SampleTenant;

namespace MeshReadiness.Integration.Tests.Portal;

public sealed class FaultyTenantTests
{
    [Theory]
    [InlineData("--scenario contoso", "heavy")]
    [InlineData("--scenario messy", "heavy")]
    [InlineData("--scenario contoso --seed 31", "light")]
    public async Task Faults_change_nothing_of_what_a_scan_stores(string company, string faults)
    {
        var arguments = $"--people 3100 --today 2026-03-31 {company}";
        await using var calm = await RunningTenant.StartAsync(arguments);
        await using var stormy = await RunningTenant.StartAsync($"{arguments} --faults {faults}");

        await using var expected = await Portal.StartScannedAsync(new(calm.Http.BaseAddress!, "v1.0"));
        await using var actual = await Portal.StartScannedAsync(new(stormy.Http.BaseAddress!, "v1.0"));

        Assert.Equal(3100, expected.Dump().Split('\n').Count(row => row.StartsWith("People: ", StringComparison.Ordinal)));
        Assert.Equal(expected.Dump(), actual.Dump());
    }
}
