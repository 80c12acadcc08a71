using System.Collections.Immutable;
using MeshReadiness.Core.ConditionalAccess.SignIns;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Playbooks.Reading;

namespace MeshReadiness.Playbooks;

/// <summary>Reads which apps the words of Conditional Access stand for, and which apps need others.</summary>
public static class ConditionalAccessApps
{
    private const string FileName = "conditional-access-apps.json", Office = "Office365", Portals = "MicrosoftAdminPortals";

    private static readonly Lazy<AppGroups> ShippedGroups = new(() => JsonFile.Read(FileName, Packs.Read(FileName), Map).Value);

    /// <summary>The list that comes with the product. A test reads it, so asking for it never fails.</summary>
    public static AppGroups Shipped => ShippedGroups.Value;

    /// <summary>The list in a file, or one sentence that says where it is broken.</summary>
    /// <param name="name">The file's name, for that sentence.</param>
    /// <param name="json">The file's text.</param>
    public static Result<AppGroups> Read(string name, string json) => JsonFile.Read(name, json, Map);

    private static AppGroups Map(JsonCursor root)
    {
        root.Object("asOf", "groups", "dependencies");
        root["asOf"].Date();
        var groups = root["groups"].SomeItems(Group).ToDictionary(group => group.Name, group => group.Apps);

        return new(
            groups.GetValueOrDefault(Office) ?? throw root["groups"].Broken($"must have a group {Office}."),
            groups.GetValueOrDefault(Portals) ?? throw root["groups"].Broken($"must have a group {Portals}."),
            root["dependencies"].Items(Dependency).ToImmutableDictionary(one => one.App, one => one.Needs, StringComparer.OrdinalIgnoreCase));
    }

    private static (string Name, ImmutableHashSet<string> Apps) Group(JsonCursor at)
    {
        at.Object("name", "source", "apps");
        at["source"].WebAddress();
        return (at["name"].Text(), SignIn.SetOf(at["apps"].SomeItems(App)));
    }

    private static string App(JsonCursor at)
    {
        at.Object("name", "id");
        at["name"].Text();
        return at["id"].Id().ToString();
    }

    private static (string App, ImmutableArray<string> Needs) Dependency(JsonCursor at)
    {
        at.Object("app", "needs");
        return (at["app"].Id().ToString(), at["needs"].SomeItems(one => one.Id().ToString()));
    }
}
