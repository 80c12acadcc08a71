using System.Collections.Immutable;

namespace MeshReadiness.Core.Tenant;

/// <summary>A Conditional Access policy: its head, the groups it names, and its whole text for the rules that read it.</summary>
/// <param name="Id">The object id.</param>
/// <param name="DisplayName">The policy's name.</param>
/// <param name="State">Whether it is enforced.</param>
/// <param name="GroupIds">The groups it includes or excludes.</param>
/// <param name="Json">The policy as Graph sent it, nothing left out.</param>
public sealed record ConditionalAccessPolicyFacts(
    string Id, string? DisplayName, PolicyState State, ImmutableArray<string> GroupIds, string Json);

/// <summary>Graph's <c>conditionalAccessPolicyState</c>.</summary>
public enum PolicyState
{
    /// <summary>Enforced.</summary>
    Enabled,

    /// <summary>Ignored.</summary>
    Disabled,

    /// <summary>Evaluated and logged, never enforced (<c>enabledForReportingButNotEnforced</c>).</summary>
    ReportOnly,

    /// <summary>A word that this version doesn't know.</summary>
    Unrecognised,
}

/// <summary>A named location of Conditional Access.</summary>
/// <param name="Id">The object id.</param>
/// <param name="DisplayName">The location's name.</param>
/// <param name="IsTrusted">Whether it counts as trusted; <see langword="null"/> for countries, which can't be.</param>
/// <param name="Json">The location as Graph sent it.</param>
public sealed record NamedLocationFacts(string Id, string? DisplayName, bool? IsTrusted, string Json);
