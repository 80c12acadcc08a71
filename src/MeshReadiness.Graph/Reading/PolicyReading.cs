using System.Collections.Immutable;
using System.Text.Json;
using MeshReadiness.Core.ConditionalAccess.Policies;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Graph.Http;

namespace MeshReadiness.Graph.Reading;

/// <summary>
/// Reads Conditional Access. Each policy keeps its whole text, because a property that is new to us may be the one
/// that lets somebody in.
/// </summary>
internal static class PolicyReading
{
    public static async Task<ImmutableArray<ConditionalAccessPolicyFacts>> ReadPoliciesAsync(
        GraphAccess graph, CancellationToken cancellationToken)
    {
        var request = graph.Client.Identity.ConditionalAccess.Policies.ToGetRequestInformation();
        var items = await RawPages.ReadAllAsync(graph, request, cancellationToken);

        return [.. items.Select((item, index) => new ConditionalAccessPolicyFacts(
            Id(item, index), Text(item, "displayName"), PolicyReader.State(Text(item, "state")), Groups(item), item.GetRawText()))
            .DistinctBy(policy => policy.Id)];
    }

    public static async Task<ImmutableArray<NamedLocationFacts>> ReadNamedLocationsAsync(
        GraphAccess graph, CancellationToken cancellationToken)
    {
        var request = graph.Client.Identity.ConditionalAccess.NamedLocations.ToGetRequestInformation();
        var items = await RawPages.ReadAllAsync(graph, request, cancellationToken);

        return [.. items.Select((item, index) => new NamedLocationFacts(
            Id(item, index),
            Text(item, "displayName"),
            item.TryGetProperty("isTrusted", out var trusted) && trusted.ValueKind is JsonValueKind.True or JsonValueKind.False
                ? trusted.GetBoolean()
                : null,
            item.GetRawText()))
            .DistinctBy(location => location.Id)];
    }

    private static string Id(JsonElement item, int index) =>
        Text(item, "id") ?? throw new MalformedAnswerException($"value[{index}].id", "an object id");

    private static string? Text(JsonElement item, string property) =>
        item.ValueKind is JsonValueKind.Object && item.TryGetProperty(property, out var value) && value.ValueKind is JsonValueKind.String
            ? value.GetString()
            : null;

    private static ImmutableArray<string> Groups(JsonElement policy) =>
        policy.TryGetProperty("conditions", out var conditions) && conditions.ValueKind is JsonValueKind.Object
        && conditions.TryGetProperty("users", out var users) && users.ValueKind is JsonValueKind.Object
            ? [.. Texts(users, "includeGroups").Concat(Texts(users, "excludeGroups")).Distinct()]
            : [];

    private static IEnumerable<string> Texts(JsonElement item, string property) =>
        item.TryGetProperty(property, out var list) && list.ValueKind is JsonValueKind.Array
            ? list.EnumerateArray().Select(entry => entry.GetString()).OfType<string>()
            : [];
}
