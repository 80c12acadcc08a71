using System.Collections.Immutable;
using System.Text.Json;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Graph.Http;
using MeshReadiness.Graph.Reading;

namespace MeshReadiness.Graph.Files;

/// <summary>Reads people, products, groups and group settings from files that hold answers of Microsoft Graph, exactly as it gave them.</summary>
public static class TenantFiles
{
    private const string People = "Give one person, a list of people or a page as GET /users answers it.";
    private const string Skus = "Give the page that GET /subscribedSkus answers.";
    private const string Memberships = "Give the page that GET /users/{id}/transitiveMemberOf answers, people with their memberOf and transitiveMemberOf, or a page of GET /groups.";
    private const string Settings = "Give the page that GET /groupSettings answers.";

    /// <summary>The people of a file. What it doesn't carry isn't told.</summary>
    /// <param name="name">The file's name, for the sentence when it is broken.</param>
    /// <param name="content">The file.</param>
    public static Result<PeopleFile> ReadPeople(string name, byte[] content) => GraphFile.Read(name, content, People, items =>
    {
        var parser = new UserParser();
        ImmutableArray<PersonFacts> people = [.. items.Items.Select(item => item.Read((json, element) => Person(parser, json.Span, element)))];
        CheckIds(items, people.Select(person => person.User.Id), "id");
        return new PeopleFile(people, items.IsCutOff);
    });

    /// <summary>The products of a file.</summary>
    /// <param name="name">The file's name, for the sentence when it is broken.</param>
    /// <param name="content">The file.</param>
    public static Result<ImmutableArray<SubscribedSku>> ReadSkus(string name, byte[] content) => GraphFile.Read(name, content, Skus, items =>
    {
        ImmutableArray<SubscribedSku> skus = [.. items.Items.Select(item => item.Read((_, element) => Sku(element)))];
        CheckIds(items, skus.Select(sku => sku.SkuId.ToString()), "skuId");
        return skus;
    });

    /// <summary>Adds the groups of a file to the people that they are of, as far as it says who is in them.</summary>
    /// <param name="name">The file's name, for the sentence when it is broken.</param>
    /// <param name="content">The file.</param>
    /// <param name="people">The people.</param>
    public static Result<GroupsFile> AddGroups(string name, byte[] content, ImmutableArray<PersonFacts> people) =>
        GraphFile.Read(name, content, Memberships, items => MembershipFile.AddTo(people, items));

    /// <summary>Who may create Microsoft 365 groups, from a file.</summary>
    /// <param name="name">The file's name, for the sentence when it is broken.</param>
    /// <param name="content">The file.</param>
    public static Result<GroupCreationFacts> ReadGroupCreation(string name, byte[] content) => GraphFile.Read(name, content, Settings, items =>
    {
        var settings = items.Items.Select(item => item.Read((_, element) => element.TryGetProperty("values", out var values) && values.ValueKind is JsonValueKind.Array
            ? GroupCreationReading.Find(element)
            : throw new MalformedAnswerException("values", "a list"))).OfType<GroupCreationFacts>().FirstOrDefault();

        // A whole page without the object is the answer of a tenant that Microsoft's defaults hold for.
        return settings ?? (items is { IsOne: false, IsCutOff: false }
            ? GroupCreationFacts.Default
            : throw new MalformedAnswerException("the file", "the settings of the template Group.Unified"));
    });

    private static PersonFacts Person(UserParser parser, ReadOnlySpan<byte> bytes, JsonElement element)
    {
        if (Foreign(element) is { } other)
        {
            throw new MalformedAnswerException("the item", $"a person; this is {other}");
        }

        var json = new Utf8JsonReader(bytes);
        json.Read();
        var read = parser.ReadChange(ref json);
        var told = Told(read.Told, element);

        return read.Facts is null ? throw new MalformedAnswerException("the item", "a person; this one was removed from the directory")
            : string.IsNullOrWhiteSpace(read.Id) ? throw new MalformedAnswerException("id", "the user's id")
            : new PersonFacts(read.Facts)
            {
                Told = told,
                Plans = told.HasFlag(UserProperties.Plans) ? read.Facts.Holdings.Plans : default,
                Groups = MembershipParts.NotTold,
                DirectGroups = MembershipParts.NotTold,
            }.With(element);
    }

    // Graph never writes null for a list, so null tells nothing about what is in it.
    private static UserProperties Told(UserProperties told, JsonElement element)
    {
        foreach (var (name, property) in new[]
        {
            ("assignedLicenses", UserProperties.Licences), ("assignedPlans", UserProperties.Plans), ("licenseAssignmentStates", UserProperties.Assignments),
        })
        {
            told &= element.TryGetProperty(name, out var list) && list.ValueKind is JsonValueKind.Null ? ~property : UserProperties.All;
        }

        return told;
    }

    private static string? Foreign(JsonElement item) =>
        item.TryGetProperty("skuPartNumber", out _) || item.TryGetProperty("prepaidUnits", out _) ? "a product"
        : item.TryGetProperty("groupTypes", out _) || item.TryGetProperty("securityEnabled", out _) ? "a group"
        : item.TryGetProperty("templateId", out _) ? "a setting"
        : item.TryGetProperty("@odata.type", out var type) && type.ValueKind is JsonValueKind.String && type.GetString() is { } word && word is not "#microsoft.graph.user" ? $"of the type {word}"
        : null;

    private static SubscribedSku Sku(JsonElement item) =>
        item.TryGetProperty("userPrincipalName", out _) || item.TryGetProperty("assignedLicenses", out _) ? throw new MalformedAnswerException("the item", "a product; this is something else")
        : !item.TryGetProperty("servicePlans", out var plans) || plans.ValueKind is not JsonValueKind.Array ? throw new MalformedAnswerException("servicePlans", "a list")
        : !item.TryGetProperty("prepaidUnits", out var units) || units.ValueKind is not JsonValueKind.Object ? throw new MalformedAnswerException("prepaidUnits", "an object")
        : SubscribedSkuReading.Read(item);

    private static void CheckIds(FileItems items, IEnumerable<string> ids, string name)
    {
        var first = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);

        foreach (var (index, id) in ids.Index())
        {
            if (!first.TryAdd(id, index))
            {
                throw new MalformedAnswerException($"{items.Items[index].Path}.{name}", $"an id of its own; {items.Items[first[id]].Path} has the same");
            }
        }
    }
}

/// <summary>The people of a file.</summary>
/// <param name="People">The people, in the file's order.</param>
/// <param name="IsCutOff">Whether the file is a page after which more people would come.</param>
public sealed record PeopleFile(ImmutableArray<PersonFacts> People, bool IsCutOff);
