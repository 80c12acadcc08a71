using System.Net;
using System.Web;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Kiota.Abstractions.Authentication;

namespace MeshReadiness.Benchmarks.Scanning;

/// <summary>
/// What people write today: the Graph client's page iterator, with the properties that the product reads and everybody's
/// plans, into a list of entities, then <c>AddRange</c> and <c>SaveChanges</c>. In large slices, which is kind: all at once
/// takes some 150 KB of memory per person.
/// </summary>
internal static class UsualWay
{
    private const int Slice = 10_000;

    public static async Task<Measured> MeasureAsync(Uri graph, string folder, CancellationToken cancellationToken)
    {
        await using var db = new UsualContext(Path.Combine(folder, "usual.db"));
        await db.Database.EnsureCreatedAsync(cancellationToken);
        var properties = HttpUtility.ParseQueryString((await LimitWay.AddressesAsync(graph, cancellationToken))[0].Query)["$select"]!.Split(',');

        return await Stopwatched.RunAsync(async () =>
        {
            var people = await ReadAsync(graph, [.. properties, "assignedPlans"], cancellationToken);
            var rows = 0;

            foreach (var slice in people.Chunk(Slice))
            {
                db.Users.AddRange(slice);
                rows += await db.SaveChangesAsync(cancellationToken);
                db.ChangeTracker.Clear();
            }

            return new(people.Count, 0, RowsWritten: rows);
        });
    }

    private static async Task<List<UsualUser>> ReadAsync(Uri baseUrl, string[] properties, CancellationToken cancellationToken)
    {
        using var http = GraphClientFactory.Create(finalHandler: new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All });
        using var graph = new GraphServiceClient(http, new BaseBearerTokenAuthenticationProvider(new Tokens()), baseUrl.ToString());
        var first = await graph.Users.GetAsync(
            call =>
            {
                call.QueryParameters.Select = properties;
                call.QueryParameters.Top = 999;
            },
            cancellationToken);
        var people = new List<UsualUser>();
        var pages = PageIterator<User, UserCollectionResponse>.CreatePageIterator(graph, first!, user =>
        {
            people.Add(UsualUser.Of(user));
            return true;
        });
        await pages.IterateAsync(cancellationToken);

        return people;
    }

    private sealed class Tokens : IAccessTokenProvider
    {
        public AllowedHostsValidator AllowedHostsValidator { get; } = new();

        public Task<string> GetAuthorizationTokenAsync(
            Uri uri, Dictionary<string, object>? additionalAuthenticationContext = null, CancellationToken cancellationToken = default) =>
            Task.FromResult("benchmark.sample.token");
    }
}
