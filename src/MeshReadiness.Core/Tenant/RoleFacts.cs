using System.Collections.Immutable;
using MeshReadiness.Core.Outcomes;

namespace MeshReadiness.Core.Tenant;

/// <summary>Who holds the directory roles that tasks name.</summary>
/// <param name="Holders">One entry for each person and role, whatever the way to it.</param>
/// <param name="EligibleUnread">
/// Why nobody knows who could take a role on through Privileged Identity Management; <see langword="null"/> when that was read.
/// Tenants without it don't tell.
/// </param>
public sealed record RoleFacts(ImmutableArray<RoleHolder> Holders, Problem? EligibleUnread);

/// <summary>One person's or application's hold on a role.</summary>
/// <param name="RoleId">The role's template id, in small letters.</param>
/// <param name="PrincipalId">The holder's object id.</param>
/// <param name="Name">The holder's name; Graph allows none.</param>
/// <param name="IsTenantWide">Whether it holds everywhere, not only for an administrative unit or a single object.</param>
/// <param name="IsEligible">Whether the role has to be activated first.</param>
public sealed record RoleHolder(string RoleId, string PrincipalId, string? Name, bool IsTenantWide, bool IsEligible);
