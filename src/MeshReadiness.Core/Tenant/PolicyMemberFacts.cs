using System.Collections.Immutable;
using MeshReadiness.Core.ConditionalAccess.Population;
using MeshReadiness.Core.Outcomes;

namespace MeshReadiness.Core.Tenant;

/// <summary>What a scan knows about the members of what Conditional Access policies name. Who they are is kept with the people.</summary>
/// <param name="Sets">The groups and roles that policies name.</param>
/// <param name="Digest">
/// The <see cref="MembershipIndex.Digest"/> of the memberships that everybody is stored with; <see langword="null"/> when some may be stored
/// with others.
/// </param>
public sealed record PolicyMemberFacts(ImmutableArray<PolicyMemberSet> Sets, ulong? Digest)
{
    /// <summary>Whether it is known who is in this.</summary>
    public bool IsKnown(MembershipKind kind, string id) =>
        Sets.Any(set => set.Kind == kind && set.Unread is null && set.Id.Equals(id, StringComparison.OrdinalIgnoreCase));
}

/// <summary>A group or role that a policy names.</summary>
/// <param name="Kind">Which of the two.</param>
/// <param name="Id">The group's object id or the role's template id.</param>
/// <param name="Members">How many people are in it, nested ones too; 0 for a group that is gone.</param>
/// <param name="IsGone">Whether the directory doesn't know it, so that nobody is in it.</param>
/// <param name="Unread">Why it isn't known who is in it; <see langword="null"/> when it is.</param>
public sealed record PolicyMemberSet(MembershipKind Kind, string Id, int Members, bool IsGone, Problem? Unread);
