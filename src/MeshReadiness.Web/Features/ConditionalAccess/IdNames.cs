using System.Collections.Frozen;
using System.Text.RegularExpressions;
using MeshReadiness.Core.ConditionalAccess.Words;

namespace MeshReadiness.Web.Features.ConditionalAccess;

/// <summary>Names for the ids that sentences about policies are full of, whatever the ids stand for.</summary>
public sealed partial class IdNames
{
    private readonly FrozenDictionary<string, string> _names;

    private IdNames(PolicyNames policy, IEnumerable<KeyValuePair<string, string>> names) =>
        (Policy, _names) = (policy, names.DistinctBy(name => name.Key, StringComparer.OrdinalIgnoreCase).ToFrozenDictionary(StringComparer.OrdinalIgnoreCase));

    /// <summary>The same names, by what the ids stand for.</summary>
    public PolicyNames Policy { get; }

    /// <summary>All names that there are.</summary>
    public static IdNames Of(PolicyNames names) => new(names,
    [
        .. KnownApps.Offered.Select(app => KeyValuePair.Create(app.Id, app.Name)),
        .. names.Groups, .. names.Roles, .. names.Apps, .. names.Locations, .. names.Users, .. names.Tenants, .. names.Strengths, .. names.Terms,
    ]);

    /// <summary>The name behind an id; the id where nobody knows one.</summary>
    public string this[string id] => _names.GetValueOrDefault(id, id);

    /// <summary>A sentence with names in place of ids.</summary>
    public string In(string sentence) => Ids().Replace(sentence, id => _names.TryGetValue(id.Value, out var name) ? $"“{name}”" : id.Value);

    [GeneratedRegex("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}")]
    private static partial Regex Ids();
}
