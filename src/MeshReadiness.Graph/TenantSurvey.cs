using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Graph;

/// <summary>Everything of a tenant but its people, with what came of each topic.</summary>
/// <param name="Facts">What was read, part by part.</param>
/// <param name="Readings">What came of each topic, in the order in which they were read.</param>
public sealed record TenantSurvey(TenantFacts Facts, ImmutableArray<TopicReading> Readings)
{
    /// <summary>How often reading the people may start over because a link to the next page has expired.</summary>
    private const int FreshStarts = 3;

    /// <summary>
    /// The problem that makes it useless to go on. A missing permission isn't one: it leaves a gap that the snapshot shows.
    /// </summary>
    public Problem? Fatal => FirstFatal(Readings);

    /// <summary>Whether a problem ends the reading; otherwise it leaves a gap.</summary>
    public static bool EndsReading(Problem problem) => problem.Kind is not (ProblemKind.ConsentNeeded or ProblemKind.NotFound);

    /// <summary>Asks everything but for the people. Policies come before groups, because they name groups that matter.</summary>
    public static async Task<TenantSurvey> ReadAsync(ITenantReader tenant, TimeProvider time, CancellationToken cancellationToken)
    {
        var readings = ImmutableArray.CreateBuilder<TopicReading>();

        // After a problem that ends the reading nothing more is asked: what is out of reach now stays so for the retries of five more topics.
        async Task<Result<T>> AskAsync<T>(TenantTopic topic, Func<CancellationToken, Task<Result<T>>> ask, Func<T, int> count)
        {
            var answer = FirstFatal(readings) is { } fatal
                ? fatal
                : await ask(cancellationToken);
            readings.Add(Reading(topic, answer.Map(count), time));
            return answer;
        }

        var organization = await AskAsync(TenantTopic.Organization, tenant.ReadOrganizationAsync, _ => 1);
        var skus = await AskAsync(TenantTopic.SubscribedSkus, tenant.ReadSubscribedSkusAsync, read => read.Length);
        var policies = await AskAsync(TenantTopic.Policies, tenant.ReadPoliciesAsync, read => read.Length);
        var locations = await AskAsync(TenantTopic.NamedLocations, tenant.ReadNamedLocationsAsync, read => read.Length);
        var named = policies.TryGet(out var known) ? known.SelectMany(policy => policy.GroupIds).ToHashSet() : [];
        var groups = await AskAsync(TenantTopic.Groups, cancelled => tenant.ReadGroupsAsync(named, cancelled), read => read.Length);

        return new(new(organization, skus, groups, policies, locations), readings.ToImmutable());
    }

    /// <summary>
    /// All pages of people, or the problem that ended them as the last item. When a link to the next page has expired,
    /// the pages begin again, so the same person may come more than once.
    /// </summary>
    public static async IAsyncEnumerable<Result<UserPage>> ReadPeopleAsync(
        ITenantReader tenant, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? next = null;
        var freshStarts = 0;

        do
        {
            var read = await tenant.ReadUsersAsync(next, cancellationToken);

            if (!read.Succeeded && read.Problem.Kind is ProblemKind.Expired && freshStarts++ < FreshStarts)
            {
                next = null;
                continue;
            }

            if (read.TryGet(out var page) && page.Next is not null && page.Next == next)
            {
                yield return new Problem(ProblemKind.Malformed,
                    "Microsoft Graph's answer to GET /users leads to itself: @odata.nextLink should be another page. Start the scan again; if it happens again, report it with the time.");
                yield break;
            }

            yield return read;
            next = page?.Next;

            if (next is null)
            {
                yield break;
            }
        }
        while (true);
    }

    /// <summary>What came of a topic, stamped with the time.</summary>
    public static TopicReading Reading(TenantTopic topic, Result<int> read, TimeProvider time) => read.TryGet(out var count)
        ? new(topic, count, time.GetUtcNow(), null)
        : new(topic, 0, time.GetUtcNow(), read.Problem);

    private static Problem? FirstFatal(IEnumerable<TopicReading> readings) =>
        readings.Select(reading => reading.Problem).OfType<Problem>().FirstOrDefault(EndsReading);
}
