using System.Collections.Immutable;
using MeshReadiness.Core.ConditionalAccess.Population;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Graph;

/// <summary>
/// Reads who is in what policies name, one group after the other. What has been read stays read: after a failure it can be asked again
/// and goes on with the group that it was at.
/// </summary>
public sealed class PolicyMemberReading(ITenantReader tenant)
{
    private readonly Dictionary<(MembershipKind Kind, string Id), (bool IsGone, Problem? Unread)> _read = [];

    /// <summary>Who is in what, as far as it has been read.</summary>
    public MembershipIndex Index { get; } = new();

    /// <summary>Reads what has not been read.</summary>
    /// <param name="policies">The policies, as they were read.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>
    /// What is known of each group and role. A problem when there are no policies to go by, or when it is no use to go on for now; a group
    /// that may not be read is a gap in the answer.
    /// </returns>
    public async Task<Result<PolicyMemberFacts>> ReadAsync(
        Result<ImmutableArray<ConditionalAccessPolicyFacts>> policies, CancellationToken cancellationToken)
    {
        if (!policies.TryGet(out var facts))
        {
            return policies.Problem;
        }

        var named = NamedByPolicies.Of(facts);
        Index.AddNamed(named.UserIds);

        foreach (var id in named.GroupIds.Where(id => !_read.ContainsKey((MembershipKind.Group, id))))
        {
            if (await ReadGroupAsync(id, cancellationToken) is { } problem)
            {
                return problem;
            }
        }

        return await ReadRolesAsync([.. named.RoleTemplateIds.Where(id => !_read.ContainsKey((MembershipKind.Role, id)))], cancellationToken) is { } failed
            ? failed
            : new PolicyMemberFacts(Sets(named), Index.Digest());
    }

    private async Task<Problem?> ReadGroupAsync(string id, CancellationToken cancellationToken)
    {
        Problem? gap = null;

        await foreach (var page in tenant.ReadGroupMembersAsync(id, cancellationToken))
        {
            if (page.TryGet(out var members))
            {
                Index.Add(MembershipKind.Group, id, members);
            }
            else if (TenantSurvey.EndsReading(page.Problem))
            {
                return page.Problem;
            }
            else
            {
                gap = page.Problem;
            }
        }

        // Nobody is in a group that the directory doesn't know.
        var isGone = gap is { Kind: ProblemKind.NotFound };
        _read[(MembershipKind.Group, id)] = (isGone, isGone ? null : gap);
        return null;
    }

    private async Task<Problem?> ReadRolesAsync(ImmutableHashSet<string> ids, CancellationToken cancellationToken)
    {
        if (ids.IsEmpty)
        {
            return null;
        }

        var read = await tenant.ReadRoleHoldersAsync(ids, cancellationToken);

        if (!read.TryGet(out var holders) && TenantSurvey.EndsReading(read.Problem))
        {
            return read.Problem;
        }

        foreach (var id in ids)
        {
            Index.Add(MembershipKind.Role, id, holders.IsDefault ? [] : holders
                .Where(holder => holder is { IsTenantWide: true, IsEligible: false } && holder.RoleId.Equals(id, StringComparison.OrdinalIgnoreCase))
                .Select(holder => holder.PrincipalId));
            _read[(MembershipKind.Role, id)] = (false, read.Succeeded ? null : read.Problem);
        }

        return null;
    }

    private ImmutableArray<PolicyMemberSet> Sets(NamedByPolicies named)
    {
        var counts = Index.CountBySet();
        return [.. Of(MembershipKind.Group, named.GroupIds), .. Of(MembershipKind.Role, named.RoleTemplateIds)];

        IEnumerable<PolicyMemberSet> Of(MembershipKind kind, IEnumerable<string> ids) => ids.Select(id =>
            new PolicyMemberSet(kind, id, counts.GetValueOrDefault((kind, id)), _read[(kind, id)].IsGone, _read[(kind, id)].Unread));
    }
}
