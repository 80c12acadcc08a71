using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using MeshReadiness.Graph;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Kiota.Abstractions.Authentication;

namespace MeshReadiness.Benchmarks;

/// <summary>The ways, each from the first page to the last. They return how many people they met.</summary>
internal static class ReadWays
{
    private const string Token = "benchmark.sample.token";

    private static readonly string[] Properties =
    [
        "id", "displayName", "userPrincipalName", "mail", "accountEnabled", "userType", "usageLocation", "externalUserState",
        "department", "jobTitle", "officeLocation", "country", "assignedLicenses", "assignedPlans", "licenseAssignmentStates",
    ];

    public static async Task<int> LimitAsync(Uri baseUrl, CancellationToken cancellationToken)
    {
        using var http = Client();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        var people = 0;
        string? next = $"{baseUrl}/users?$top=999&$select={string.Join(',', Properties)}";

        while (next is not null)
        {
            (var met, next) = Walk(await http.GetByteArrayAsync(next, cancellationToken));
            people += met;
        }

        return people;
    }

    public static async Task<int> OursAsync(Uri baseUrl, CancellationToken cancellationToken)
    {
        var people = 0;

        await foreach (var read in TenantReaders.Create(baseUrl, Token).ReadUsersAsync(null, withPlans: true, cancellationToken))
        {
            people += read.Value.Users.Length;
        }

        return people;
    }

    public static async Task<int> UsualAsync(Uri baseUrl, CancellationToken cancellationToken)
    {
        using var http = GraphClientFactory.Create(finalHandler: new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All });
        using var graph = new GraphServiceClient(http, new BaseBearerTokenAuthenticationProvider(new Tokens()), baseUrl.ToString());
        var first = await graph.Users.GetAsync(
            call =>
            {
                call.QueryParameters.Select = Properties;
                call.QueryParameters.Top = 999;
            },
            cancellationToken);
        var people = new List<User>();
        var pages = PageIterator<User, UserCollectionResponse>.CreatePageIterator(graph, first!, user =>
        {
            people.Add(user);
            return true;
        });
        await pages.IterateAsync(cancellationToken);

        return people.Count;
    }

    // Objects directly inside the top-level list are people; only the next link is looked at otherwise.
    private static (int People, string? Next) Walk(ReadOnlySpan<byte> body)
    {
        var json = new Utf8JsonReader(body);
        var people = 0;
        string? next = null;

        while (json.Read())
        {
            if (json.TokenType is JsonTokenType.StartObject && json.CurrentDepth == 2)
            {
                people++;
            }
            else if (json.TokenType is JsonTokenType.PropertyName && json.CurrentDepth == 1 && json.ValueTextEquals("@odata.nextLink"u8))
            {
                json.Read();
                next = json.GetString();
            }
        }

        return (people, next);
    }

    private static HttpClient Client() => new(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All });

    private sealed class Tokens : IAccessTokenProvider
    {
        public AllowedHostsValidator AllowedHostsValidator { get; } = new();

        public Task<string> GetAuthorizationTokenAsync(
            Uri uri, Dictionary<string, object>? additionalAuthenticationContext = null, CancellationToken cancellationToken = default) =>
            Task.FromResult(Token);
    }
}
