using System.Net;

namespace MeshReadiness.Integration.Tests.SampleTenant;

public sealed class AccessTests
{
    [Theory]
    [InlineData("")]
    [InlineData("Bearer")]
    [InlineData("Bearer two words")]
    [InlineData("Basic YWxhZGRpbjpvcGVuc2VzYW1l")]
    public async Task Without_a_well_formed_bearer_nobody_is_let_in(string authorization)
    {
        await using var tenant = await RunningTenant.StartAsync();
        tenant.Http.DefaultRequestHeaders.Authorization = null;

        var answer = authorization.Length == 0
            ? await tenant.AskAsync("/v1.0/users")
            : await tenant.AskAsync("/v1.0/users", ("Authorization", authorization));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        Assert.Equal("InvalidAuthenticationToken", answer.ErrorCode);
    }

    [Fact]
    public async Task An_error_carries_the_same_ids_in_its_body_and_its_headers()
    {
        await using var tenant = await RunningTenant.StartAsync();

        var answer = await tenant.AskAsync("/v1.0/users/5d7f3e1a-0000-4000-8000-000000000000", ("client-request-id", "from-the-caller"));

        var inner = answer.Json.GetProperty("error").GetProperty("innerError");
        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Equal("Request_ResourceNotFound", answer.ErrorCode);
        Assert.Equal("from-the-caller", inner.Text("client-request-id"));
        Assert.Equal("from-the-caller", answer.Headers["client-request-id"]);
        Assert.Equal(answer.Headers["request-id"], inner.Text("request-id"));
        Assert.True(Guid.TryParse(answer.Headers["request-id"], out _));
    }

    [Theory]
    [InlineData("identity/conditionalAccess/policies")]
    [InlineData("identity/conditionalAccess/namedLocations")]
    [InlineData("groups")]
    [InlineData("devices")]
    public async Task Without_consent_a_topic_is_refused(string topic)
    {
        await using var tenant = await RunningTenant.StartAsync("--people 50 --scenario consent-missing");

        var answer = await tenant.AskAsync("/v1.0/" + topic);

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.Equal("Authorization_RequestDenied", answer.ErrorCode);
    }

    [Theory]
    [InlineData("organization")]
    [InlineData("subscribedSkus")]
    [InlineData("users")]
    public async Task Without_consent_for_the_rest_the_basics_still_answer(string topic)
    {
        await using var tenant = await RunningTenant.StartAsync("--people 50 --scenario consent-missing");

        Assert.NotEmpty((await tenant.ReadAsync("/v1.0/" + topic)).Items());
    }

    [Fact]
    public async Task Answers_are_compressed_for_those_who_ask()
    {
        await using var tenant = await RunningTenant.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1.0/users");
        request.Headers.AcceptEncoding.Add(new("gzip"));

        using var response = await tenant.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal("gzip", Assert.Single(response.Content.Headers.ContentEncoding));
    }
}
