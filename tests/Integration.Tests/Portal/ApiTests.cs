using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using MeshReadiness.Integration.Tests.SampleTenant;
using Microsoft.Data.Sqlite;

namespace MeshReadiness.Integration.Tests.Portal;

/// <summary>What holds for the API as a whole: its errors, its document, its headers, and its probes.</summary>
public sealed class ApiTests : IAsyncLifetime
{
    private RunningTenant _tenant = null!;
    private Portal _portal = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _tenant = await RunningTenant.StartAsync("--people 5");
        _portal = await Portal.StartScannedAsync(new(_tenant.Http.BaseAddress!, "v1.0"));
    }

    public async ValueTask DisposeAsync()
    {
        await _portal.DisposeAsync();
        await _tenant.DisposeAsync();
    }

    [Theory]
    [InlineData(null, "GET", "/api/v1/licences", 401)]
    [InlineData("helpdesk", "GET", "/api/v1/licences", 403)]
    [InlineData("admin", "GET", "/api/v1/nothing", 404)]
    [InlineData("admin", "GET", "/api/v1/people/nobody", 404)]
    [InlineData("admin", "GET", "/api/v1/people/nobody/eligibility", 404)]
    [InlineData("executive", "GET", "/api/v1/people/nobody/eligibility", 403)]
    [InlineData("admin", "GET", "/api/v1/scans/running", 404)]
    [InlineData("admin", "DELETE", "/api/v1/scans/running", 404)]
    [InlineData("admin", "PUT", "/api/v1/scans", 405)]
    [InlineData("admin", "GET", "/api/v1/people?take=0", 400)]
    [InlineData("admin", "GET", "/api/v1/people?take=1001", 400)]
    [InlineData("admin", "GET", "/api/v1/people?skip=-1", 400)]
    [InlineData("admin", "GET", "/api/v1/people?take=many", 400)]
    [InlineData("admin", "GET", "/api/v1/people?product=E5", 400)]
    [InlineData("admin", "GET", "/api/v1/people?verdict=perhaps", 400)]
    public async Task Every_error_is_a_problem_document(string? persona, string method, string path, int status)
    {
        var visitor = persona is null ? _portal.Anonymous() : await _portal.SignInAsync(persona);
        using var request = new HttpRequestMessage(new(method), path);

        using var answer = await visitor.SendAsync(request, Cancelled);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancelled);
        Assert.Equal(status, problem.Number("status"));
        Assert.DoesNotContain("   at ", problem.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ready")]
    [InlineData("Ready")]
    public async Task Verdicts_are_asked_for_in_the_word_that_is_answered(string verdict)
    {
        var admin = await _portal.SignInAsync("admin");

        using var answer = await admin.GetAsync(new Uri($"/api/v1/people?verdict={verdict}", UriKind.Relative), Cancelled);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task The_OpenAPI_document_lists_every_path()
    {
        var document = await _portal.ReadAsync("executive", "/api/v1/openapi.json");

        Assert.StartsWith("3.", document.Text("openapi"), StringComparison.Ordinal);
        Assert.Equal(
            _portal.Endpoints.Select(endpoint => "/" + endpoint.RoutePattern.RawText!.Trim('/').Replace(":guid}", "}", StringComparison.Ordinal))
                .Where(path => path.StartsWith("/api/v1/", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal),
            document.GetProperty("paths").EnumerateObject().Select(path => path.Name.TrimEnd('/')).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/rollout")]
    [InlineData("/no-such-page")]
    [InlineData("/api/v1/about")]
    [InlineData("/api/v1/nothing")]
    [InlineData("/health/live")]
    [InlineData("/favicon.svg")]
    public async Task Every_answer_tells_the_browser_to_refuse_what_is_not_ours(string path)
    {
        var admin = await _portal.SignInAsync("admin");

        using var answer = await admin.GetAsync(new Uri(path, UriKind.Relative), Cancelled);

        var policies = answer.Headers.GetValues("Content-Security-Policy").SelectMany(policy => policy.Split(';', StringSplitOptions.TrimEntries)).ToList();
        Assert.Equal(["script-src 'self'"], policies.Where(policy => policy.StartsWith("script-src", StringComparison.Ordinal)));
        Assert.Contains("default-src 'none'", policies);
        Assert.Contains("frame-ancestors 'none'", policies);
        Assert.Contains("base-uri 'self'", policies);
        Assert.Equal(["nosniff"], answer.Headers.GetValues("X-Content-Type-Options"));
    }

    [Fact]
    public async Task Both_probes_are_well_while_the_database_is_there()
    {
        using var live = await _portal.Anonymous().GetAsync(new Uri("/health/live", UriKind.Relative), Cancelled);
        using var ready = await _portal.Anonymous().GetAsync(new Uri("/health/ready", UriKind.Relative), Cancelled);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (live.StatusCode, ready.StatusCode));
        Assert.NotNull((await ready.Content.ReadFromJsonAsync<JsonElement>(Cancelled)).Text("lastScan"));
    }

    [Fact]
    public async Task Without_its_database_the_portal_lives_and_is_not_ready()
    {
        var admin = await _portal.SignInAsync("admin");
        SqliteConnection.ClearAllPools();
        await File.WriteAllTextAsync(_portal.DatabaseFile, string.Concat(Enumerable.Repeat("no database ", 1000)), Cancelled);
        File.Delete(_portal.DatabaseFile + "-wal");
        File.Delete(_portal.DatabaseFile + "-shm");

        using var live = await admin.GetAsync(new Uri("/health/live", UriKind.Relative), Cancelled);
        using var ready = await _portal.Anonymous().GetAsync(new Uri("/health/ready", UriKind.Relative), Cancelled);
        using var api = await admin.GetAsync(new Uri("/api/v1/readiness", UriKind.Relative), Cancelled);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable), (live.StatusCode, ready.StatusCode));
        Assert.DoesNotContain(_portal.DatabaseFile, await ready.Content.ReadAsStringAsync(Cancelled), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "application/problem+json"), (api.StatusCode, api.Content.Headers.ContentType?.MediaType));
    }
}
