using System.Collections.Immutable;
using MeshReadiness.Core.Outcomes;

namespace MeshReadiness.Core.Tenant;

/// <summary>The questions that a scan asks a tenant. Each answers with what was read or with the reason why not.</summary>
public interface ITenantReader
{
    /// <summary>Reads the tenant itself.</summary>
    Task<Result<OrganizationFacts>> ReadOrganizationAsync(CancellationToken cancellationToken);

    /// <summary>Reads the products that the tenant has bought.</summary>
    Task<Result<ImmutableArray<SubscribedSku>>> ReadSubscribedSkusAsync(CancellationToken cancellationToken);

    /// <summary>Reads all Conditional Access policies.</summary>
    Task<Result<ImmutableArray<ConditionalAccessPolicyFacts>>> ReadPoliciesAsync(CancellationToken cancellationToken);

    /// <summary>Reads all named locations.</summary>
    Task<Result<ImmutableArray<NamedLocationFacts>>> ReadNamedLocationsAsync(CancellationToken cancellationToken);

    /// <summary>Reads the groups that give licences, have licensing errors, or are among those named.</summary>
    /// <param name="named">Object ids that matter for another reason, for example because a policy names them.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    Task<Result<ImmutableArray<GroupFacts>>> ReadGroupsAsync(IReadOnlySet<string> named, CancellationToken cancellationToken);

    /// <summary>
    /// Reads one page of people. Pages may overlap: the same person can come twice, also on different pages.
    /// </summary>
    /// <param name="next">The link that the page before gave; <see langword="null"/> for the first page.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    Task<Result<UserPage>> ReadUsersAsync(string? next, CancellationToken cancellationToken);
}

/// <summary>Some people, and where the next ones are.</summary>
/// <param name="Users">The people of this page.</param>
/// <param name="Next">The link to the next page; <see langword="null"/> on the last one.</param>
/// <param name="Total">How many people there are in all; only told with the first page, and only if the tenant told.</param>
public sealed record UserPage(ImmutableArray<UserFacts> Users, string? Next, int? Total);
