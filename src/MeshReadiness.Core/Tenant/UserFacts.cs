using System.Collections.Immutable;
using System.Text.Json.Serialization;
using MeshReadiness.Core.ConditionalAccess.Population;

namespace MeshReadiness.Core.Tenant;

/// <summary>What a scan knows of one person (Graph's <c>user</c>). Graph may leave out anything but the id.</summary>
public sealed record UserFacts
{
    /// <summary>The object id.</summary>
    public required string Id { get; init; }

    /// <summary>The name as people see it.</summary>
    public string? DisplayName { get; init; }

    /// <summary>The sign-in name.</summary>
    public string? UserPrincipalName { get; init; }

    /// <summary>The primary mail address.</summary>
    public string? Mail { get; init; }

    /// <summary>Whether the account may sign in; <see langword="null"/> when Graph didn't say.</summary>
    public bool? AccountEnabled { get; init; }

    /// <summary>Member or guest; <see langword="null"/> when Graph didn't say.</summary>
    public UserType? UserType { get; init; }

    /// <summary>A guest's invitation; <see langword="null"/> for everybody else.</summary>
    public InvitationState? Invitation { get; init; }

    /// <summary>Two-letter country code that licences need before they can be assigned.</summary>
    public string? UsageLocation { get; init; }

    /// <summary>The department as the directory spells it.</summary>
    public string? Department { get; init; }

    /// <summary>The job title.</summary>
    public string? JobTitle { get; init; }

    /// <summary>The office, building or site.</summary>
    public string? OfficeLocation { get; init; }

    /// <summary>The country as the directory spells it.</summary>
    public string? Country { get; init; }

    /// <summary>What the person holds. Many people hold the same and share one object.</summary>
    [JsonIgnore]
    public LicenceHoldings Holdings { get; init; } = LicenceHoldings.None;

    /// <summary>Where the person stands in what Conditional Access policies name. Many people share one object.</summary>
    [JsonIgnore]
    public PolicyMemberships Memberships { get; init; } = PolicyMemberships.None;

    /// <summary>The licences in force, all assignment paths taken together.</summary>
    public ImmutableArray<AssignedLicense> AssignedLicenses
    {
        get => Holdings.Licences;
        init => Holdings = Holdings with { Licences = value };
    }

    /// <summary>The service plans as Graph told them; empty when they were not asked for. A plan may appear more than once, past ones as Deleted.</summary>
    public ImmutableArray<AssignedPlan> AssignedPlans
    {
        get => Holdings.Plans.IsDefault ? [] : Holdings.Plans;
        init => Holdings = Holdings with { Plans = value };
    }

    /// <summary>How each licence came to the person: directly or by which group, and whether that worked.</summary>
    public ImmutableArray<LicenseAssignmentState> LicenseAssignmentStates
    {
        get => Holdings.Assignments;
        init => Holdings = Holdings with { Assignments = value };
    }

    /// <summary>Whether the person is a guest from another organisation.</summary>
    public bool IsGuest => UserType is Tenant.UserType.Guest;
}

/// <summary>Graph's <c>userType</c>.</summary>
public enum UserType
{
    /// <summary>A person of the organisation.</summary>
    Member,

    /// <summary>An invited person from elsewhere.</summary>
    Guest,
}

/// <summary>Graph's <c>externalUserState</c> of a guest.</summary>
public enum InvitationState
{
    /// <summary>Invited, and has not accepted yet.</summary>
    PendingAcceptance,

    /// <summary>Has accepted.</summary>
    Accepted,
}

/// <summary>One service plan of a person.</summary>
/// <param name="ServicePlanId">The plan.</param>
/// <param name="Status">What the status text means.</param>
/// <param name="StatusText">The <c>capabilityStatus</c> as sent, kept for words we don't know.</param>
public sealed record AssignedPlan(Guid ServicePlanId, CapabilityStatus Status, string StatusText);

/// <summary>Graph's <c>capabilityStatus</c> of a person's plan, best first.</summary>
public enum CapabilityStatus
{
    /// <summary>Works.</summary>
    Enabled,

    /// <summary>Works; the subscription is in its grace period.</summary>
    Warning,

    /// <summary>A word that this version doesn't know: neither ready nor not ready.</summary>
    Unrecognised,

    /// <summary>Doesn't work; the subscription is suspended.</summary>
    Suspended,

    /// <summary>Doesn't work; the subscription is locked out.</summary>
    LockedOut,

    /// <summary>Doesn't work; a trace of the past.</summary>
    Deleted,
}
