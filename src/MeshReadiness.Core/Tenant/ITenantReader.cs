using System.Collections.Immutable;
using MeshReadiness.Core.Outcomes;

namespace MeshReadiness.Core.Tenant;

/// <summary>
/// The questions that a scan asks a tenant. Each answers with what was read or with the reason why not. What comes in
/// pages is read ahead while the caller works on the page before; a problem ends it as the last item.
/// </summary>
public interface ITenantReader
{
    /// <summary>What has been asked since the reader was made, all questions together.</summary>
    ReadingCost Cost { get; }

    /// <summary>The questions that only tasks need.</summary>
    ITenantInventoryReader Inventory { get; }

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

    /// <summary>A link from which <see cref="ReadGroupChangesAsync"/> tells what changed after this moment.</summary>
    Task<Result<string>> MarkGroupsAsync(CancellationToken cancellationToken);

    /// <summary>Brings groups up to date, all pages of changes together.</summary>
    /// <param name="link">Where the last reading ended.</param>
    /// <param name="before">The groups that mattered then.</param>
    /// <param name="named">Object ids that matter now for another reason; those that are not known yet are asked for one by one.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The groups that matter now, and where the next reading begins. <see cref="ProblemKind.Expired"/> when the link has run out.</returns>
    Task<Result<GroupUpdate>> ReadGroupChangesAsync(
        string link, ImmutableArray<GroupFacts> before, IReadOnlySet<string> named, CancellationToken cancellationToken);

    /// <summary>
    /// Reads who is in a group, nested groups too, page after page: the object ids of users. Pages may overlap: the same id can come twice.
    /// </summary>
    /// <param name="groupId">The group's object id. <see cref="ProblemKind.NotFound"/> when there is no such group.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    IAsyncEnumerable<Result<ImmutableArray<string>>> ReadGroupMembersAsync(string groupId, CancellationToken cancellationToken);

    /// <summary>
    /// Reads who holds roles at this moment; groups that hold one are resolved into their members. Policies match only those for whom
    /// <see cref="RoleHolder.IsTenantWide"/> is true.
    /// </summary>
    /// <param name="roleTemplateIds">The roles, by the ids that they have in every tenant, in capitals or not. None is asked of nobody.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    Task<Result<ImmutableArray<RoleHolder>>> ReadRoleHoldersAsync(IReadOnlySet<string> roleTemplateIds, CancellationToken cancellationToken);

    /// <summary>How many people there are; <see langword="null"/> when the tenant doesn't say. It decides how fast a scan may ask.</summary>
    Task<int?> CountUsersAsync(CancellationToken cancellationToken);

    /// <summary>A link from which <see cref="ReadUserChangesAsync"/> tells what changed after this moment.</summary>
    Task<Result<string>> MarkUsersAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Reads all people, page after page. Pages may overlap: the same person can come twice, also on different pages.
    /// </summary>
    /// <param name="from">The link to go on from, as a page before gave it; <see langword="null"/> to begin. <see cref="ProblemKind.Expired"/> when it has run out.</param>
    /// <param name="withPlans">Whether to ask for the service plans as well, which is many times the work.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    IAsyncEnumerable<Result<UserPage>> ReadUsersAsync(string? from, bool withPlans, CancellationToken cancellationToken);

    /// <summary>Reads the service plans of all who hold a product, page after page. Of these people nothing but id and plans is told.</summary>
    /// <param name="skuId">The product.</param>
    /// <param name="from">The link to go on from; <see langword="null"/> to begin.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    IAsyncEnumerable<Result<UserChangePage>> ReadPlansAsync(Guid skuId, string? from, CancellationToken cancellationToken);

    /// <summary>
    /// Reads what changed about people, page after page; who is gone comes as a removal. Where Graph told of a new licence
    /// and not how it came, the person is asked for again.
    /// </summary>
    /// <param name="link">Where the last reading ended. <see cref="ProblemKind.Expired"/> when it has run out.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    IAsyncEnumerable<Result<UserChangePage>> ReadUserChangesAsync(string link, CancellationToken cancellationToken);
}

/// <summary>Some people, and where the next ones are.</summary>
/// <param name="Users">The people of this page.</param>
/// <param name="Next">The link to the next page; <see langword="null"/> on the last one.</param>
public sealed record UserPage(ImmutableArray<UserFacts> Users, string? Next);

/// <summary>Some changes, and where the next ones are.</summary>
/// <param name="Changes">The changes of this page, oldest first. The same person can come more than once.</param>
/// <param name="Next">The link to the next page; <see langword="null"/> on the last one.</param>
/// <param name="Mark">On the last page of changes, where the next reading begins.</param>
public sealed record UserChangePage(ImmutableArray<UserChange> Changes, string? Next, string? Mark);

/// <summary>Groups brought up to date.</summary>
/// <param name="Groups">The groups that matter now.</param>
/// <param name="Mark">Where the next reading begins.</param>
public sealed record GroupUpdate(ImmutableArray<GroupFacts> Groups, string Mark);
