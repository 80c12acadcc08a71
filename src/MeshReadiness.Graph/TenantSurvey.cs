using System.Collections.Immutable;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Graph;

/// <summary>
/// Everything of a tenant but its people, with what came of each topic. Read in two halves: the basics first, because
/// they tell whether it is any use to go on; the rest at leisure, also while the people are read.
/// </summary>
/// <param name="Facts">What was read, part by part.</param>
/// <param name="Readings">What came of each topic, in the order of the topics.</param>
/// <param name="GroupMark">Where the next reading of groups may begin; <see langword="null"/> when the tenant gave no such link.</param>
public sealed record TenantSurvey(TenantFacts Facts, ImmutableArray<TopicReading> Readings, string? GroupMark)
{
    /// <summary>
    /// The problem that makes it useless to go on. A missing permission isn't one: it leaves a gap that the snapshot shows. So
    /// does whatever is wrong with a part of the inventory, since no verdict depends on it.
    /// </summary>
    public Problem? Fatal => FirstFatal(Readings);

    /// <summary>Whether a problem ends the reading; otherwise it leaves a gap.</summary>
    public static bool EndsReading(Problem problem) => problem.Kind is not (ProblemKind.ConsentNeeded or ProblemKind.NotFound);

    /// <summary>Asks for the tenant itself and its products.</summary>
    public static async Task<TenantBasics> ReadBasicsAsync(ITenantReader tenant, TimeProvider time, CancellationToken cancellationToken)
    {
        var topics = new TopicReader(time, fatal: null);
        var organization = await topics.AskAsync(TenantTopic.Organization, () => tenant.ReadOrganizationAsync(cancellationToken), _ => 1);
        var skus = await topics.AskAsync(TenantTopic.SubscribedSkus, () => tenant.ReadSubscribedSkusAsync(cancellationToken), read => read.Length);

        return new(organization, skus, topics.Readings);
    }

    /// <summary>Asks for everything else but the people and the members of what policies name.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="basics">What was read first.</param>
    /// <param name="policies">Asks for the policies, or tells what came of that.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static Task<TenantSurvey> ReadRestAsync(
        ITenantReader tenant, TenantBasics basics, PolicyQuestion policies, TimeProvider time, CancellationToken cancellationToken) =>
        new RestReading(tenant, basics, policies, before: null, time).ReadAsync(cancellationToken);

    /// <summary>
    /// The same for a tenant that was read before: groups by what changed, and named locations only when a policy did.
    /// Otherwise these are carried over with the time at which they were read, and so are devices. The rest of the inventory is
    /// read anew.
    /// </summary>
    public static Task<TenantSurvey> ReadRestAgainAsync(
        ITenantReader tenant, TenantBasics basics, PolicyQuestion policies, TenantSurvey before, TimeProvider time, CancellationToken cancellationToken) =>
        new RestReading(tenant, basics, policies, before, time).ReadAsync(cancellationToken);

    /// <summary>What came of a topic, stamped with the time.</summary>
    public static TopicReading Reading(TenantTopic topic, Result<int> read, TimeProvider time) => read.TryGet(out var count)
        ? new(topic, count, time.GetUtcNow(), null)
        : new(topic, 0, time.GetUtcNow(), read.Problem);

    /// <summary>The same survey with who is in what policies name.</summary>
    public TenantSurvey With(Result<PolicyMemberFacts> members, TimeProvider time) => this with
    {
        Facts = Facts with { Inventory = Facts.Inventory with { PolicyMembers = members } },
        Readings = [.. Readings, Reading(TenantTopic.PolicyMembers, members.Map(read => read.Sets.Length), time)],
    };

    internal static Problem? FirstFatal(IEnumerable<TopicReading> readings) =>
        readings.Where(reading => !InventoryReading.Topics.Contains(reading.Topic))
            .Select(reading => reading.Problem).OfType<Problem>().FirstOrDefault(EndsReading);
}
