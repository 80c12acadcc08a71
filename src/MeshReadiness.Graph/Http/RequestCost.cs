using System.Globalization;
using Microsoft.Kiota.Abstractions;

namespace MeshReadiness.Graph.Http;

/// <summary>What a request is going to cost in resource units, by Graph's published table.</summary>
internal static class RequestCost
{
    private const int SmallPage = 20;

    /// <summary>The cost of a <c>GET</c>.</summary>
    /// <param name="path">The path behind the version, for example <c>/users/delta</c>.</param>
    /// <param name="query">The query as it stands in the address.</param>
    public static int Of(string path, string query)
    {
        var plain = Uri.UnescapeDataString(query);
        var cost = path.Trim('/').Split('/') switch
        {
            ["subscribedSkus"] => 3,
            ["users"] => 2,
            _ => 1,
        };

        return Math.Max(1, cost
            - (Has(plain, "$select=") ? 1 : 0)
            + (Has(plain, "$expand=") ? 1 : 0)
            - (Top(plain) < SmallPage ? 1 : 0));
    }

    private static bool Has(string query, string option) => query.Contains(option, StringComparison.OrdinalIgnoreCase);

    private static int Top(string query)
    {
        var top = query.TrimStart('?').Split('&').FirstOrDefault(option => option.StartsWith("$top=", StringComparison.OrdinalIgnoreCase));
        return top is not null && int.TryParse(top.AsSpan("$top=".Length), CultureInfo.InvariantCulture, out var size) ? size : int.MaxValue;
    }
}

/// <summary>Tells what a batch costs, which its address doesn't show.</summary>
/// <param name="Requests">How many requests are in it.</param>
/// <param name="Units">What they cost together.</param>
internal sealed record BatchCost(int Requests, int Units) : IRequestOption
{
    private static readonly HttpRequestOptionsKey<IRequestOption> Key = new(typeof(BatchCost).FullName!);

    /// <summary>The cost of this request's batch; <see langword="null"/> when it is none.</summary>
    public static BatchCost? Of(HttpRequestMessage request) => request.Options.TryGetValue(Key, out var cost) ? (BatchCost)cost : null;
}
