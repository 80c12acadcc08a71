using System.Collections.Frozen;
using System.Text.RegularExpressions;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Web.Features.ConditionalAccess;

/// <summary>Names for the ids that policies and sentences about them are full of.</summary>
public sealed partial class IdNames
{
    private readonly FrozenDictionary<string, string> _names;

    private IdNames(IEnumerable<KeyValuePair<string, string>> names) => _names = names.DistinctBy(name => name.Key, StringComparer.OrdinalIgnoreCase)
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The names that a snapshot knows, and those that Microsoft gave once for all tenants.</summary>
    public static IdNames Of(TenantFacts tenant) => new(
    [
        .. (tenant.Groups.TryGet(out var groups) ? groups : []).Where(group => group.DisplayName is not null).Select(group => KeyValuePair.Create(group.Id, group.DisplayName!)),
        .. (tenant.NamedLocations.TryGet(out var places) ? places : []).Where(place => place.DisplayName is not null).Select(place => KeyValuePair.Create(place.Id, place.DisplayName!)),
        .. DirectoryRoles.TemplateIds.Select(role => KeyValuePair.Create(role.Value, role.Key)),
        .. KnownApps.All.Select(app => KeyValuePair.Create(app.Id, app.Name)),
        .. (tenant.Inventory.Applications.TryGet(out var apps) ? apps : []).Where(app => app.DisplayName is not null).Select(app => KeyValuePair.Create(app.AppId, app.DisplayName!)),
    ]);

    /// <summary>The name behind an id; the id where nobody knows one.</summary>
    public string this[string id] => _names.GetValueOrDefault(id, id);

    /// <summary>Whether the name is known.</summary>
    public bool Knows(string id) => _names.ContainsKey(id);

    /// <summary>A sentence with names in place of ids.</summary>
    public string In(string sentence) => Ids().Replace(sentence, id => _names.TryGetValue(id.Value, out var name) ? $"“{name}”" : id.Value);

    [GeneratedRegex("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}")]
    private static partial Regex Ids();
}
