using System.Collections.Immutable;

namespace MeshReadiness.Core.ConditionalAccess.Words;

/// <summary>The names of what policies name by id, as far as they are known. An id without a name stays the id.</summary>
public sealed record PolicyNames
{
    /// <summary>No names, with capitals of ids that don't count.</summary>
    public static ImmutableDictionary<string, string> None { get; } = ImmutableDictionary.Create<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>People's names by object id.</summary>
    public ImmutableDictionary<string, string> Users { get; init; } = None;

    /// <summary>Groups by object id.</summary>
    public ImmutableDictionary<string, string> Groups { get; init; } = None;

    /// <summary>Built-in roles by template id.</summary>
    public ImmutableDictionary<string, string> Roles { get; init; } = None;

    /// <summary>Apps by app id.</summary>
    public ImmutableDictionary<string, string> Apps { get; init; } = None;

    /// <summary>Named locations by id.</summary>
    public ImmutableDictionary<string, string> Locations { get; init; } = None;

    /// <summary>Other organisations by tenant id.</summary>
    public ImmutableDictionary<string, string> Tenants { get; init; } = None;

    /// <summary>Authentication strengths by id.</summary>
    public ImmutableDictionary<string, string> Strengths { get; init; } = None;

    /// <summary>Terms of use by id.</summary>
    public ImmutableDictionary<string, string> Terms { get; init; } = None;

    internal string User(string id) => Of(Users, id);

    internal string Group(string id) => Of(Groups, id);

    internal string Role(string id) => Of(Roles, id);

    internal string App(string id) => Of(Apps, id);

    internal string Location(string id) => Of(Locations, id);

    internal string Tenant(string id) => Of(Tenants, id);

    internal string Strength(string id) => Of(Strengths, id);

    internal string TermsOfUse(string id) => Of(Terms, id);

    private static string Of(ImmutableDictionary<string, string> names, string id) => names.TryGetValue(id, out var name) && !string.IsNullOrWhiteSpace(name) ? name : id;
}
