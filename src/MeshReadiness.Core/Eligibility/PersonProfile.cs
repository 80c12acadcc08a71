using MeshReadiness.Core.ConditionalAccess.Population;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Core.Eligibility;

/// <summary>
/// The facts about a person that many share and that verdicts and counts are made of. Unlike a <see cref="Footprint"/> it
/// says nothing about a playbook or a tenant's products, so it stays what it is when these change.
/// </summary>
/// <param name="Holdings">What the person holds.</param>
/// <param name="UserType">Member or guest; <see langword="null"/> when not told.</param>
/// <param name="AccountEnabled">Whether the account may sign in; <see langword="null"/> when not told.</param>
/// <param name="Invitation">A guest's invitation; <see langword="null"/> for everybody else.</param>
/// <param name="HasUsageLocation">Whether licences can be assigned at all.</param>
public sealed record PersonProfile(
    LicenceHoldings Holdings, UserType? UserType, bool? AccountEnabled, InvitationState? Invitation, bool HasUsageLocation)
{
    /// <summary>Where the person stands in what Conditional Access policies name.</summary>
    public PolicyMemberships Memberships { get; init; } = PolicyMemberships.None;

    /// <summary>The profile of one person.</summary>
    public static PersonProfile Of(UserFacts user) => new(
        user.Holdings, user.UserType, user.AccountEnabled, user.Invitation, !string.IsNullOrEmpty(user.UsageLocation))
    {
        Memberships = user.Memberships,
    };
}
