using System.Collections.Immutable;
using MeshReadiness.Core.ConditionalAccess.Words;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Playbooks.Reading;

namespace MeshReadiness.Playbooks;

/// <summary>Reads the names of what every tenant has under the same id: built-in roles, Microsoft's apps, authentication strengths.</summary>
public static class ConditionalAccessNames
{
    private const string FileName = "conditional-access-names.json";

    private static readonly Lazy<PolicyNames> ShippedNames = new(() =>
    {
        var names = JsonFile.Read(FileName, Packs.Read(FileName), Map).Value;
        return names with { Apps = ConditionalAccessApps.ShippedNames.SetItems(names.Apps) };
    });

    /// <summary>The names that come with the product, those of the apps behind Office 365 and the admin portals with them.</summary>
    public static PolicyNames Shipped => ShippedNames.Value;

    /// <summary>The names in a file, or one sentence that says where it is broken.</summary>
    /// <param name="name">The file's name, for that sentence.</param>
    /// <param name="json">The file's text.</param>
    public static Result<PolicyNames> Read(string name, string json) => JsonFile.Read(name, json, Map);

    private static PolicyNames Map(JsonCursor root)
    {
        root.Object("asOf", "lists");
        root["asOf"].Date();
        var names = new PolicyNames();

        foreach (var (kind, list) in root["lists"].SomeItems(List))
        {
            names = kind switch
            {
                NameKind.Roles => names with { Roles = list },
                NameKind.Apps => names with { Apps = list },
                _ => names with { Strengths = list },
            };
        }

        return names;
    }

    private static (NameKind Kind, ImmutableDictionary<string, string> Names) List(JsonCursor at)
    {
        at.Object("kind", "source", "names");
        at["source"].WebAddress();
        HashSet<string> known = new(StringComparer.OrdinalIgnoreCase);
        return (at["kind"].Word<NameKind>(), PolicyNames.None.AddRange(at["names"].SomeItems(one =>
        {
            one.Object("name", "id");
            var id = one["id"].Id().ToString();
            return known.Add(id) ? KeyValuePair.Create(id, one["name"].Text()) : throw one["id"].Broken($"is \"{id}\", which has a name already.");
        })));
    }

    private enum NameKind
    {
        Roles,
        Apps,
        Strengths,
    }
}
