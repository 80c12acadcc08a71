using System.Collections.Immutable;
using System.Text.Json;
using MeshReadiness.Core.ConditionalAccess.Filters;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Core.ConditionalAccess.Policies;

/// <summary>A Conditional Access policy as Graph v1.0 tells it (<c>conditionalAccessPolicy</c>). <see cref="PolicyReader"/> makes one of JSON.</summary>
public sealed record ConditionalAccessPolicy
{
    /// <summary>The object id; <see langword="null"/> in a template that was never created.</summary>
    public string? Id { get; init; }

    /// <summary>The name.</summary>
    public string? DisplayName { get; init; }

    /// <summary>Whether it is enforced.</summary>
    public required PolicyState State { get; init; }

    /// <summary>Whom it is about.</summary>
    public required UserCondition Users { get; init; }

    /// <summary>Workload identities that it is about; <see langword="null"/> when it is about people.</summary>
    public WorkloadCondition? Workload { get; init; }

    /// <summary>What has to be asked for.</summary>
    public required ResourceCondition Resources { get; init; }

    /// <summary>The kinds of client, as Graph writes them; empty or <c>all</c> for any.</summary>
    public ImmutableArray<string> ClientAppTypes { get; init; } = [];

    /// <summary>Device platforms; <see langword="null"/> for any.</summary>
    public IncludeExclude? Platforms { get; init; }

    /// <summary>Places; <see langword="null"/> for any.</summary>
    public IncludeExclude? Locations { get; init; }

    /// <summary>The device filter; <see langword="null"/> when there is none.</summary>
    public DeviceFilter? Filter { get; init; }

    /// <summary>Levels of sign-in risk; empty for any.</summary>
    public ImmutableArray<string> SignInRiskLevels { get; init; } = [];

    /// <summary>Levels of user risk; empty for any.</summary>
    public ImmutableArray<string> UserRiskLevels { get; init; } = [];

    /// <summary>Levels of insider risk; empty for any.</summary>
    public ImmutableArray<string> InsiderRiskLevels { get; init; } = [];

    /// <summary>How the session began; empty for any.</summary>
    public ImmutableArray<string> TransferMethods { get; init; } = [];

    /// <summary>What is demanded; <see langword="null"/> when nothing is.</summary>
    public GrantControls? Grant { get; init; }

    /// <summary>The names of the session controls that are set.</summary>
    public ImmutableArray<string> SessionControls { get; init; } = [];

    /// <summary>Where the policy says something that isn't modelled here, for example <c>conditions.times</c>.</summary>
    public ImmutableArray<string> Unmodelled { get; init; } = [];

    /// <summary>The policy as it was read, nothing left out.</summary>
    public required JsonElement Source { get; init; }
}

/// <summary>Entries that are taken in and others that are taken out again; taking out wins.</summary>
/// <param name="Include">Taken in.</param>
/// <param name="Exclude">Taken out.</param>
public sealed record IncludeExclude(ImmutableArray<string> Include, ImmutableArray<string> Exclude);

/// <summary>Whom a policy is about.</summary>
/// <param name="Users">Object ids, <c>All</c>, <c>None</c> or <c>GuestsOrExternalUsers</c>.</param>
/// <param name="Groups">Groups, nested members included.</param>
/// <param name="Roles">Template ids of built-in roles.</param>
/// <param name="IncludeGuests">Kinds of guests and external users that are taken in.</param>
/// <param name="ExcludeGuests">Kinds that are taken out.</param>
public sealed record UserCondition(
    IncludeExclude Users, IncludeExclude Groups, IncludeExclude Roles, GuestCondition? IncludeGuests, GuestCondition? ExcludeGuests);

/// <summary>Kinds of guests and external users.</summary>
/// <param name="Types">Graph's words, for example <c>b2bCollaborationGuest</c>.</param>
/// <param name="Tenants">The home tenants that count; <see langword="null"/> for all.</param>
public sealed record GuestCondition(ImmutableArray<string> Types, ImmutableArray<string>? Tenants);

/// <summary>Workload identities. A sign-in here is a person's, so a policy about these never applies to it.</summary>
/// <param name="ServicePrincipals">Service principals that are taken in and out.</param>
/// <param name="RiskLevels">Levels of their risk; empty for any.</param>
/// <param name="HasFilter">Whether a rule on their attributes narrows it.</param>
public sealed record WorkloadCondition(IncludeExclude ServicePrincipals, ImmutableArray<string> RiskLevels, bool HasFilter);

/// <summary>What has to be asked for: resources, or user actions, or authentication contexts.</summary>
/// <param name="Applications">App ids, <c>All</c>, <c>None</c>, <c>Office365</c> or <c>MicrosoftAdminPortals</c>.</param>
/// <param name="UserActions">User actions.</param>
/// <param name="AuthenticationContexts">Authentication contexts.</param>
/// <param name="HasApplicationFilter">Whether a rule on attributes of apps narrows it; nobody here knows these attributes.</param>
public sealed record ResourceCondition(
    IncludeExclude Applications, ImmutableArray<string> UserActions, ImmutableArray<string> AuthenticationContexts, bool HasApplicationFilter);

/// <summary>A device filter.</summary>
/// <param name="Excludes">Whether it takes devices out of the policy rather than in.</param>
/// <param name="Text">The rule as it stands in the policy.</param>
/// <param name="Rule">The rule as a tree; <see langword="null"/> when it is none.</param>
/// <param name="Error">What is wrong with it; <see langword="null"/> when nothing is.</param>
public sealed record DeviceFilter(bool Excludes, string Text, FilterRule? Rule, FilterError? Error);

/// <summary>What a policy demands before it lets somebody in.</summary>
/// <param name="NeedsAll">Whether all controls are needed (<c>AND</c>) or one (<c>OR</c>).</param>
/// <param name="Controls">
/// The controls: Graph's own names of built-in ones, and <c>authenticationStrength:</c>, <c>termsOfUse:</c> and <c>custom:</c> before an id.
/// </param>
/// <param name="HasUnmodelled">Whether it demands something that isn't modelled here.</param>
public sealed record GrantControls(bool NeedsAll, ImmutableArray<string> Controls, bool HasUnmodelled)
{
    /// <summary>Begins the name of an authentication strength.</summary>
    public const string Strength = "authenticationStrength:";

    /// <summary>Begins the name of terms of use.</summary>
    public const string Terms = "termsOfUse:";

    /// <summary>Begins the name of a custom control.</summary>
    public const string Custom = "custom:";
}
