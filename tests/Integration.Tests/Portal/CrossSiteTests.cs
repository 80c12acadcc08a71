using System.Net;
using MeshReadiness.Integration.Tests.SampleTenant;

namespace MeshReadiness.Integration.Tests.Portal;

public sealed class CrossSiteTests
{
    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "same-site", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "same-origin", HttpStatusCode.Accepted)]
    [InlineData("Origin", "http://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "null", HttpStatusCode.Forbidden)]
    [InlineData("User-Agent", "a-script/1.0", HttpStatusCode.Accepted)]
    public async Task A_change_is_taken_from_our_own_pages_and_from_programs(string header, string value, HttpStatusCode status)
    {
        await using var tenant = await RunningTenant.StartAsync("--people 5");
        await using var portal = await Portal.StartScannedAsync(new(tenant.Http.BaseAddress!, "v1.0"));
        var admin = await portal.SignInAsync("admin");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/scans");
        request.Headers.TryAddWithoutValidation(header, value);

        using var answer = await admin.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(status, answer.StatusCode);
    }
}
