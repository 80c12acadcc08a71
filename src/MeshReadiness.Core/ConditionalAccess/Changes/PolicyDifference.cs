using System.Collections.Immutable;
using System.Text.Json;

namespace MeshReadiness.Core.ConditionalAccess.Changes;

/// <summary>One property of a policy that a change touches.</summary>
/// <param name="Path">Where it stands, for example <c>conditions.users.excludeGroups</c>.</param>
/// <param name="Before">What it is, as JSON; <see langword="null"/> when it isn't there.</param>
/// <param name="After">What it would be.</param>
public sealed record PolicyDifference(string Path, string? Before, string? After)
{
    /// <summary>Everything in which two policies differ, in the order of the one that would be. Lists are compared as a whole.</summary>
    public static ImmutableArray<PolicyDifference> Of(JsonElement before, JsonElement after) => [.. Compare("", before, after)];

    private static IEnumerable<PolicyDifference> Compare(string path, JsonElement? before, JsonElement? after)
    {
        if (before is { ValueKind: JsonValueKind.Object } old && after is { ValueKind: JsonValueKind.Object } changed)
        {
            return changed.EnumerateObject().Select(property => property.Name).Concat(old.EnumerateObject().Select(property => property.Name)).Distinct()
                .SelectMany(name => Compare(path.Length == 0 ? name : $"{path}.{name}", Find(old, name), Find(changed, name)));
        }

        return IsNothing(before) && IsNothing(after) || (before is { } one && after is { } other && JsonElement.DeepEquals(one, other))
            ? []
            : [new(path, before?.GetRawText(), after?.GetRawText())];
    }

    private static JsonElement? Find(JsonElement item, string name) => item.TryGetProperty(name, out var value) ? value : null;

    private static bool IsNothing(JsonElement? value) => value is null or { ValueKind: JsonValueKind.Null };
}
