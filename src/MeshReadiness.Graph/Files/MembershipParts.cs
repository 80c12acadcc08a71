using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Graph.Http;
using MeshReadiness.Graph.Reading;

namespace MeshReadiness.Graph.Files;

/// <summary>Reads the lists of groups and licence details that stand inside an object, as <c>$expand</c> puts them there.</summary>
internal static class MembershipParts
{
    // So many objects Graph expands at most, and it doesn't say when there are more.
    private const int MostExpanded = 20;

    private static readonly Problem NotThere = new(
        ProblemKind.NotFound,
        "The files don't tell the groups. GET /users/{id}/transitiveMemberOf does, with the permission Group.Read.All; give its answer with --groups.");

    /// <summary>Why nothing is known of a person's groups.</summary>
    public static Result<MembershipFacts> NotTold => NotThere;

    /// <summary>The person with what the object tells of groups and licence details; what it doesn't tell stays.</summary>
    public static PersonFacts With(this PersonFacts person, JsonElement item) => person with
    {
        Groups = Groups(item, "transitiveMemberOf") ?? person.Groups,
        DirectGroups = Groups(item, "memberOf") ?? person.DirectGroups,
        Details = Details(item) ?? person.Details,
    };

    /// <summary>A group, or nothing for a role or an administrative unit, which are told in the same lists.</summary>
    public static GroupFacts? Group(JsonElement item)
    {
        if (item.ValueKind is JsonValueKind.Object && (item.TryGetProperty("userPrincipalName", out _) || item.TryGetProperty("skuPartNumber", out _)))
        {
            throw new MalformedAnswerException("the item", "a group; this is something else");
        }

        if (item.ValueKind is JsonValueKind.Object && item.OptionalText("@odata.type") is { } type && type is not "#microsoft.graph.group")
        {
            return null;
        }

        var json = new Utf8JsonReader(JsonMarshal.GetRawUtf8Value(item));
        json.Read();
        return new GroupParser().Read(ref json).Facts;
    }

    /// <summary>The ids in a list of objects; <see langword="null"/> where it isn't told.</summary>
    public static ListedIds? Ids(JsonElement item, string name) => List(item, name) is var (list, isWhole)
        ? new(list.Select((one, index) => Inside($"{name}[{index}]", () => one.NeededText("id"))).ToImmutableHashSet(StringComparer.OrdinalIgnoreCase), isWhole)
        : null;

    private static Result<MembershipFacts>? Groups(JsonElement item, string name)
    {
        if (List(item, name) is not var (list, isWhole))
        {
            return null;
        }

        ImmutableArray<GroupFacts> groups = [.. list.Select((group, index) => Inside($"{name}[{index}]", () => Group(group))).OfType<GroupFacts>()];
        return new MembershipFacts(groups, isWhole);
    }

    private static ImmutableArray<LicenceDetail>? Details(JsonElement item) => List(item, "licenseDetails") is var (list, isWhole) && isWhole
        ? [.. list.Select((licence, index) => Inside($"licenseDetails[{index}]", () => LicenceDetailReading.Read(licence)))]
        : null;

    private static (List<JsonElement> Items, bool IsWhole)? List(JsonElement item, string name)
    {
        // Graph never writes null for a list, so null tells nothing about what is in it.
        if (!item.TryGetProperty(name, out var value) || value.ValueKind is JsonValueKind.Null)
        {
            return null;
        }

        var isPage = value.ValueKind is JsonValueKind.Object;
        var list = isPage && value.TryGetProperty("value", out var inner) ? inner : value;

        if (list.ValueKind is not JsonValueKind.Array)
        {
            throw new MalformedAnswerException(name, "a list or a page with a list \"value\"");
        }

        var hasMore = isPage ? value.TryGetProperty("@odata.nextLink", out _) : item.TryGetProperty($"{name}@odata.nextLink", out _);
        return (list.EnumerateArray().ToList(), !hasMore && (isPage || list.GetArrayLength() < MostExpanded));
    }

    private static T Inside<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (MalformedAnswerException error)
        {
            throw error.Inside(path);
        }
    }
}

/// <summary>Ids that stand in a list.</summary>
/// <param name="Ids">The ids, in any letter case.</param>
/// <param name="IsWhole">Whether there are no others.</param>
internal sealed record ListedIds(ImmutableHashSet<string> Ids, bool IsWhole);
