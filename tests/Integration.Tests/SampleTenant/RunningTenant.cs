using System.Net;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text.Json;
using MeshReadiness.SampleTenant;
using Microsoft.AspNetCore.Builder;

namespace MeshReadiness.Integration.Tests.SampleTenant;

/// <summary>A sample tenant on a port of its own, spoken to over plain HTTP.</summary>
internal sealed class RunningTenant : IAsyncDisposable
{
    public const string UserFacts =
        "id,accountEnabled,userType,usageLocation,externalUserState,department,assignedLicenses,assignedPlans,licenseAssignmentStates";

    // Conditional Access answers once a second and doesn't say when the next answer is due.
    private static readonly TimeSpan PolicyWindow = TimeSpan.FromSeconds(1);

    private const int Attempts = 6;
    private readonly WebApplication _app;

    private RunningTenant(WebApplication app)
    {
        _app = app;
        Http = new() { BaseAddress = new(app.Urls.First()) };
        Http.DefaultRequestHeaders.Authorization = new("Bearer", "any-well-formed.token");
    }

    public HttpClient Http { get; }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static async Task<RunningTenant> StartAsync(string arguments = "--people 300", TimeProvider? clock = null)
    {
        string[] args = ["--urls", "http://127.0.0.1:0", .. arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        var app = SampleTenantApp.Build(args, clock ?? TimeProvider.System);
        await app.StartAsync(Cancelled);

        return new(app);
    }

    public async Task<Answer> AskAsync(string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);

        foreach (var (name, value) in headers)
        {
            request.Headers.Remove(name);
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await Http.SendAsync(request, Cancelled);

        return await Answer.OfAsync(response, Cancelled);
    }

    public Task<Answer> AskEventuallyAsync(string path) => AskAsync(path, ("ConsistencyLevel", "eventual"));

    public async Task<Answer> PostAsync(string path, object? body = null)
    {
        using var content = new StringContent(body is null ? "" : JsonSerializer.Serialize(body), new MediaTypeHeaderValue("application/json"));
        using var response = await Http.PostAsync(path, content, Cancelled);

        return await Answer.OfAsync(response, Cancelled);
    }

    /// <summary>Posts until an answer comes whole.</summary>
    public async Task<Answer> PostPatientlyAsync(string path, object body)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                if (await PostAsync(path, body) is { Status: HttpStatusCode.OK } answer)
                {
                    return answer;
                }
            }
            catch (Exception error) when (error is HttpRequestException or IOException && attempt < Attempts)
            {
            }

            Assert.True(attempt < Attempts, $"{path} did not answer in {Attempts} attempts.");
        }
    }

    /// <summary>Reads a single document, which has to be there.</summary>
    public async Task<JsonElement> ReadAsync(string path)
    {
        var answer = await AskAsync(path);

        while (IsTooEarly(answer))
        {
            await Task.Delay(PolicyWindow, Cancelled);
            answer = await AskAsync(path);
        }

        Assert.Equal(HttpStatusCode.OK, answer.Status);

        return answer.Json;
    }

    /// <summary>Follows next links to the end, trying again as a patient client would; gives whole pages.</summary>
    public async IAsyncEnumerable<JsonElement> PagesAsync(string path, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        for (var next = path; next is not null;)
        {
            var page = await PatientlyAsync(next, cancellationToken);

            yield return page;
            next = page.TryGetProperty("@odata.nextLink", out var link) ? link.GetString() : null;
        }
    }

    public async Task<List<JsonElement>> ItemsAsync(string path)
    {
        var items = new List<JsonElement>();

        await foreach (var page in PagesAsync(path, Cancelled))
        {
            items.AddRange(page.Items());
        }

        return items;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
    }

    private static bool IsTooEarly(Answer answer) =>
        answer.Headers.TryGetValue("x-ms-throttle-scope", out var scope) && scope.EndsWith("/ConditionalAccess", StringComparison.Ordinal);

    private async Task<JsonElement> PatientlyAsync(string path, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, path);
                request.Headers.Add("ConsistencyLevel", "eventual");
                using var response = await Http.SendAsync(request, cancellationToken);
                var answer = await Answer.OfAsync(response, cancellationToken);

                if (answer.Status == HttpStatusCode.OK)
                {
                    return answer.Json;
                }

                Assert.Contains((int)answer.Status, (int[])[429, 503, 504]);
                await Task.Delay(answer.RetryAfter ?? (IsTooEarly(answer) ? PolicyWindow : TimeSpan.Zero), cancellationToken);
            }
            catch (Exception error) when (error is HttpRequestException or IOException && attempt < Attempts)
            {
            }

            Assert.True(attempt < Attempts, $"{path} did not answer in {Attempts} attempts.");
        }
    }
}

/// <summary>An answer that can be looked at after the connection is gone.</summary>
internal sealed record Answer(HttpStatusCode Status, string Body, IReadOnlyDictionary<string, string> Headers)
{
    public JsonElement Json => JsonElement.Parse(Body);

    public string ErrorCode => Json.GetProperty("error").GetProperty("code").GetString()!;

    public string ErrorMessage => Json.GetProperty("error").GetProperty("message").GetString()!;

    public TimeSpan? RetryAfter =>
        Headers.TryGetValue("Retry-After", out var seconds) ? TimeSpan.FromSeconds(int.Parse(seconds, System.Globalization.CultureInfo.InvariantCulture)) : null;

    public static async Task<Answer> OfAsync(HttpResponseMessage response, CancellationToken cancellationToken) => new(
        response.StatusCode,
        await response.Content.ReadAsStringAsync(cancellationToken),
        response.Headers.ToDictionary(header => header.Key, header => string.Join(',', header.Value), StringComparer.OrdinalIgnoreCase));
}

internal static class JsonReading
{
    public static IEnumerable<JsonElement> Items(this JsonElement page) => page.GetProperty("value").EnumerateArray();

    public static string? Text(this JsonElement item, string property) =>
        item.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public static int Number(this JsonElement item, string property) => item.GetProperty(property).GetInt32();
}
