using System.Net;
using MeshReadiness.Integration.Tests.SampleTenant;

namespace MeshReadiness.Integration.Tests.Portal;

public sealed class EntraSignInTests
{
    private static readonly (string Key, string Value)[] Entra =
    [
        ("SignIn:Mode", "Entra"), ("AzureAd:TenantId", "contoso.onmicrosoft.com"), ("AzureAd:ClientId", "7a1b0000-0000-4000-8000-000000000001"),
    ];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/rollout")]
    [InlineData("/sign-in")]
    [InlineData("/sign-in?returnUrl=/licences")]
    public async Task A_page_leads_to_Entra(string page)
    {
        await using var tenant = await RunningTenant.StartAsync("--people 5");
        await using var portal = Portal.Start(new(tenant.Http.BaseAddress!, "v1.0"), Entra);

        using var answer = await portal.Anonymous().GetAsync(page, Cancelled);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.StartsWith(Portal.EntraAddress + "/authorize?client_id=7a1b0000", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/v1/snapshot", HttpStatusCode.Unauthorized)]
    [InlineData("/health/live", HttpStatusCode.OK)]
    public async Task Programs_get_the_status(string address, HttpStatusCode status)
    {
        await using var tenant = await RunningTenant.StartAsync("--people 5");
        await using var portal = Portal.Start(new(tenant.Http.BaseAddress!, "v1.0"), Entra);

        using var answer = await portal.Anonymous().GetAsync(address, Cancelled);

        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task The_browser_may_follow_the_sign_out_to_Entra_and_nowhere_else()
    {
        await using var tenant = await RunningTenant.StartAsync("--people 5");
        await using var portal = Portal.Start(new(tenant.Http.BaseAddress!, "v1.0"), Entra);

        using var answer = await portal.Anonymous().GetAsync("/health/live", Cancelled);

        Assert.EndsWith("form-action 'self' https://login.microsoftonline.com", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_personas_form_signs_nobody_in()
    {
        await using var tenant = await RunningTenant.StartAsync("--people 5");
        await using var portal = Portal.Start(new(tenant.Http.BaseAddress!, "v1.0"), Entra);
        using var form = new FormUrlEncodedContent([new("persona", "admin")]);

        using var answer = await portal.Anonymous().PostAsync("/sign-in", form, Cancelled);

        Assert.False(answer.IsSuccessStatusCode);
        Assert.False(answer.Headers.TryGetValues("Set-Cookie", out var cookies) && cookies.Any(cookie => cookie.StartsWith("meshreadiness=", StringComparison.Ordinal)));
    }
}
