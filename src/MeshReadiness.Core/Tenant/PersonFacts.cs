using System.Collections.Immutable;
using MeshReadiness.Core.Outcomes;

namespace MeshReadiness.Core.Tenant;

/// <summary>
/// All that is known of one person, and of which facts nothing is known. A scan keeps the user alone; files and a look-up of
/// one person can tell more, or less.
/// </summary>
/// <param name="User">The person. What wasn't told is empty here, so ask <see cref="Told"/> first.</param>
public sealed record PersonFacts(UserFacts User)
{
    /// <summary>Why nothing is known of groups where nobody asked.</summary>
    public static Problem GroupsNotAsked { get; } = new(
        ProblemKind.NotFound,
        "Which groups a person is in isn't kept in snapshots. Reading the person anew tells it, with the permission Group.Read.All.");

    /// <summary>Which properties of the person were told.</summary>
    public UserProperties Told { get; init; } = UserProperties.All;

    /// <summary>The licences with the state of each plan (Graph's <c>licenseDetails</c>); <see langword="default"/> when not told.</summary>
    public ImmutableArray<LicenceDetail> Details { get; init; }

    /// <summary>
    /// The plans as Graph told them together with the licences (Graph's <c>assignedPlans</c>); <see langword="default"/> where
    /// they weren't, as in a snapshot, which keeps them only while licences leave a doubt.
    /// </summary>
    public ImmutableArray<AssignedPlan> Plans { get; init; }

    /// <summary>The groups that the person is in, nested ones too.</summary>
    public Result<MembershipFacts> Groups { get; init; } = GroupsNotAsked;

    /// <summary>The groups that have the person as a direct member.</summary>
    public Result<MembershipFacts> DirectGroups { get; init; } = GroupsNotAsked;

    /// <summary>Whether these properties were told, all of them.</summary>
    public bool Tells(UserProperties properties) => Told.HasFlag(properties);
}

/// <summary>A licence of one person with its plans (Graph's <c>licenseDetails</c>).</summary>
/// <param name="SkuId">The product.</param>
/// <param name="Plans">The plans that it carries for this person.</param>
public sealed record LicenceDetail(Guid SkuId, ImmutableArray<PlanDetail> Plans);

/// <summary>How far a plan is for one person.</summary>
/// <param name="ServicePlanId">The plan.</param>
/// <param name="Status"><c>Success</c>, <c>Disabled</c>, <c>PendingInput</c>, <c>PendingActivation</c>, <c>PendingProvisioning</c>, <c>Error</c> or another word, as sent.</param>
public sealed record PlanDetail(Guid ServicePlanId, string Status);

/// <summary>Groups that a person is in.</summary>
/// <param name="Groups">The groups. What a group gives may not be told; then it gives nothing here.</param>
/// <param name="IsWhole">Whether there are no others. A list that was cut off proves that somebody is in a group, never that they aren't.</param>
public sealed record MembershipFacts(ImmutableArray<GroupFacts> Groups, bool IsWhole)
{
    /// <summary>Whether the person is in this group; <see langword="null"/> when the list doesn't say.</summary>
    public bool? Has(string groupId) =>
        Groups.Any(group => group.Id.Equals(groupId, StringComparison.OrdinalIgnoreCase)) ? true : IsWhole ? false : null;
}
