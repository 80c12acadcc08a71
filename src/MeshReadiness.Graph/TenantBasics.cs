using System.Collections.Immutable;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Graph;

/// <summary>What has to be known of a tenant before its people are read: whether it answers at all, and what it has bought.</summary>
/// <param name="Organization">The tenant itself.</param>
/// <param name="SubscribedSkus">Its products.</param>
/// <param name="Readings">What came of both, in the order in which they were read.</param>
public sealed record TenantBasics(
    Result<OrganizationFacts> Organization, Result<ImmutableArray<SubscribedSku>> SubscribedSkus, ImmutableArray<TopicReading> Readings)
{
    /// <summary>The problem that makes it useless to go on; <see langword="null"/> when there is none.</summary>
    public Problem? Fatal => TenantSurvey.FirstFatal(Readings);
}
