using System.Text.Json;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Graph.Http;

namespace MeshReadiness.Graph.Reading;

/// <summary>Reads <c>GET /groupSettings</c>. A tenant without the object, or without a value in it, is as Microsoft made it: open.</summary>
internal static class GroupCreationReading
{
    private const string UnifiedTemplate = "62375ab9-6b52-47ed-826b-58e47e0e304b";

    public static async Task<GroupCreationFacts> ReadAsync(GraphAccess graph, CancellationToken cancellationToken)
    {
        var settings = RawPages.ReadAsync(graph, "/groupSettings", cancellationToken);
        var index = 0;

        await foreach (var setting in settings)
        {
            if (setting.Inside(index++, Find) is { } found)
            {
                return found;
            }
        }

        return GroupCreationFacts.Default;
    }

    /// <summary>What a settings object says; nothing when it is made of another template.</summary>
    public static GroupCreationFacts? Find(JsonElement setting) => IsUnified(setting) ? Read(setting) : null;

    private static bool IsUnified(JsonElement setting) =>
        UnifiedTemplate.Equals(setting.OptionalText("templateId"), StringComparison.OrdinalIgnoreCase)
        || setting.OptionalText("displayName") is "Group.Unified";

    // Values are texts, whatever they mean.
    private static GroupCreationFacts Read(JsonElement setting) => new(
        !bool.TryParse(Value(setting, "EnableGroupCreation"), out var isOpen) || isOpen,
        Guid.TryParse(Value(setting, "GroupCreationAllowedGroupId"), out var group) ? group.ToString() : null);

    private static string? Value(JsonElement setting, string name) => setting.List("values")
        .Where(value => value.OptionalText("name") == name).Select(value => value.OptionalText("value")).FirstOrDefault();
}
