using System.Collections.Immutable;
using MeshReadiness.Core.ConditionalAccess.SignIns;
using MeshReadiness.Core.ConditionalAccess.Words;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Playbooks.Reading;

namespace MeshReadiness.Playbooks;

/// <summary>Reads which apps the words of Conditional Access stand for, and which apps need others.</summary>
public static class ConditionalAccessApps
{
    private const string FileName = "conditional-access-apps.json", Office = "Office365", Portals = "MicrosoftAdminPortals";

    private static readonly Lazy<(AppGroups Groups, ImmutableDictionary<string, string> Names)> ShippedFile = new(() => JsonFile.Read(FileName, Packs.Read(FileName), Map).Value);

    /// <summary>The list that comes with the product. A test reads it, so asking for it never fails.</summary>
    public static AppGroups Shipped => ShippedFile.Value.Groups;

    /// <summary>The list in a file, or one sentence that says where it is broken.</summary>
    /// <param name="name">The file's name, for that sentence.</param>
    /// <param name="json">The file's text.</param>
    public static Result<AppGroups> Read(string name, string json) => JsonFile.Read(name, json, Map).Map(file => file.Groups);

    /// <summary>The names of the apps in the list that comes with the product, by app id.</summary>
    internal static ImmutableDictionary<string, string> ShippedNames => ShippedFile.Value.Names;

    private static (AppGroups Groups, ImmutableDictionary<string, string> Names) Map(JsonCursor root)
    {
        root.Object("asOf", "groups", "dependencies");
        root["asOf"].Date();
        var read = root["groups"].SomeItems(Group);
        var groups = read.ToDictionary(group => group.Name, group => SignIn.SetOf(group.Apps.Keys));

        return (new(
            groups.GetValueOrDefault(Office) ?? throw root["groups"].Broken($"must have a group {Office}."),
            groups.GetValueOrDefault(Portals) ?? throw root["groups"].Broken($"must have a group {Portals}."),
            root["dependencies"].Items(Dependency).ToImmutableDictionary(one => one.App, one => one.Needs, StringComparer.OrdinalIgnoreCase)),
            PolicyNames.None.SetItems(read.SelectMany(group => group.Apps)));
    }

    private static (string Name, ImmutableDictionary<string, string> Apps) Group(JsonCursor at)
    {
        at.Object("name", "source", "apps");
        at["source"].WebAddress();
        return (at["name"].Text(), PolicyNames.None.SetItems(at["apps"].SomeItems(App)));
    }

    private static KeyValuePair<string, string> App(JsonCursor at)
    {
        at.Object("name", "id");
        return KeyValuePair.Create(at["id"].Id().ToString(), at["name"].Text());
    }

    private static (string App, ImmutableArray<string> Needs) Dependency(JsonCursor at)
    {
        at.Object("app", "needs");
        return (at["app"].Id().ToString(), at["needs"].SomeItems(one => one.Id().ToString()));
    }
}
