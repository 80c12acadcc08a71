using System.Net;
using MeshReadiness.Integration.Tests.SampleTenant;

namespace MeshReadiness.Integration.Tests.Portal;

public sealed class SignInTests : IAsyncLifetime
{
    private RunningTenant _tenant = null!;
    private Portal _portal = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _tenant = await RunningTenant.StartAsync("--people 5");
        _portal = Portal.Start(new(_tenant.Http.BaseAddress!, "v1.0"));
    }

    public async ValueTask DisposeAsync()
    {
        await _portal.DisposeAsync();
        await _tenant.DisposeAsync();
    }

    [Fact]
    public async Task Without_the_hidden_field_of_the_page_nobody_is_signed_in()
    {
        var visitor = _portal.Anonymous();

        using var answer = await visitor.PostFormAsync("/sign-in", ("persona", "admin"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.DoesNotContain(answer.Headers, header => header.Key == "Set-Cookie" && header.Value.Any(cookie => cookie.StartsWith("meshreadiness=", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task With_the_hidden_field_of_another_visitor_nobody_is_signed_in()
    {
        var stolen = await _portal.Anonymous().AntiforgeryAsync();

        using var answer = await _portal.Anonymous().PostFormAsync("/sign-in", ("persona", "admin"), stolen);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task An_unknown_persona_is_refused()
    {
        using var answer = await _portal.Anonymous().SignInAsync("emperor");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("There is no persona", await answer.Content.ReadAsStringAsync(Cancelled), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/licences?text=a", "/licences?text=a")]
    [InlineData("", "/")]
    [InlineData("licences", "/")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("\\\\evil.example", "/")]
    [InlineData("https://evil.example/", "/")]
    [InlineData("javascript:alert(1)", "/")]
    [InlineData("~/rollout", "/")]
    [InlineData("/\t/evil.example", "/")]
    [InlineData("/\n/evil.example", "/")]
    public async Task A_return_address_never_leads_outside(string returnUrl, string target)
    {
        using var answer = await _portal.Anonymous().SignInAsync("admin", returnUrl);

        Assert.Equal((HttpStatusCode.Redirect, target), (answer.StatusCode, answer.Headers.Location?.ToString()));
    }

    [Theory]
    [InlineData("admin", "/rollout")]
    [InlineData("executive", "/dashboard")]
    [InlineData("helpdesk", "/help-desk")]
    [InlineData("norole", "/no-access")]
    public async Task Everybody_lands_on_a_page_of_their_own(string persona, string page)
    {
        var visitor = await _portal.SignInAsync(persona);

        using var answer = await visitor.GetAsync(new Uri("/", UriKind.Relative), Cancelled);

        Assert.Equal(page, answer.Headers.Location?.ToString());
    }

    [Fact]
    public async Task Who_is_sent_to_the_sign_in_page_comes_back_to_where_they_wanted()
    {
        using var answer = await _portal.Anonymous().GetAsync(new Uri("/licences?sort=used", UriKind.Relative), Cancelled);

        Assert.Equal("/sign-in?returnUrl=%2Flicences%3Fsort%3Dused", answer.Headers.Location?.PathAndQuery);
    }

    [Fact]
    public async Task The_cookie_is_for_the_browser_alone()
    {
        using var answer = await _portal.Anonymous().SignInAsync("admin");

        var cookie = answer.Headers.GetValues("Set-Cookie").Single(one => one.StartsWith("meshreadiness=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
        Assert.Contains("samesite=lax", cookie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_cannot_sign_anybody_out()
    {
        var visitor = await _portal.SignInAsync("admin");

        using var answer = await visitor.GetAsync(new Uri("/sign-out", UriKind.Relative), Cancelled);
        using var after = await visitor.GetAsync(new Uri("/api/v1/about", UriKind.Relative), Cancelled);

        Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
    }

    [Fact]
    public async Task A_foreign_form_cannot_sign_anybody_out()
    {
        var visitor = await _portal.SignInAsync("admin");

        using var answer = await visitor.PostFormAsync("/sign-out");
        using var after = await visitor.GetAsync(new Uri("/api/v1/about", UriKind.Relative), Cancelled);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
    }

    [Fact]
    public async Task The_sign_out_button_signs_out()
    {
        var visitor = await _portal.SignInAsync("admin");

        using var answer = await visitor.PostFormAsync("/sign-out", await visitor.AntiforgeryAsync());
        using var after = await visitor.GetAsync(new Uri("/api/v1/about", UriKind.Relative), Cancelled);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, after.StatusCode);
    }
}
