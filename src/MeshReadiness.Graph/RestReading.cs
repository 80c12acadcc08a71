using System.Collections.Immutable;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Graph;

/// <summary>
/// Reads policies, named locations, groups and the inventory. Policies come first, and with them the setting for who may
/// create groups, because both name groups that matter; the others don't wait for each other, because Conditional Access makes
/// its second question wait.
/// </summary>
internal sealed class RestReading(ITenantReader tenant, TenantBasics basics, PolicyQuestion policyQuestion, TenantSurvey? before, TimeProvider time)
{
    private readonly TopicReader _topics = new(time, basics.Fatal);
    private string? _groupMark;

    public async Task<TenantSurvey> ReadAsync(CancellationToken cancellationToken)
    {
        var policies = await _topics.AskAsync(TenantTopic.Policies, () => policyQuestion.AskAsync(cancellationToken), read => read.Length);
        var inventory = new InventoryReading(tenant.Inventory, _topics);
        var creation = await inventory.ReadGroupCreationAsync(cancellationToken);
        var named = policies.TryGet(out var known) ? known.SelectMany(policy => policy.GroupIds).ToHashSet() : [];

        if (creation.TryGet(out var setting) && setting.AllowedGroupId is { } allowed)
        {
            named.Add(allowed);
        }

        var locations = ReadLocationsAsync(policies, cancellationToken);
        var groups = _topics.AskAsync(TenantTopic.Groups, () => ReadGroupsAsync(named, cancellationToken), read => read.Length);
        var others = inventory.ReadOthersAsync(creation, before, cancellationToken);

        await Task.WhenAll(locations, groups, others);

        return new(
            new(basics.Organization, basics.SubscribedSkus, await groups, policies, await locations) { Inventory = await others },
            [.. basics.Readings, .. _topics.Readings],
            _groupMark);
    }

    private Task<Result<ImmutableArray<NamedLocationFacts>>> ReadLocationsAsync(
        Result<ImmutableArray<ConditionalAccessPolicyFacts>> policies, CancellationToken cancellationToken)
    {
        if (before?.Facts is { NamedLocations.Succeeded: true } facts && AreTheSame(policies, facts.Policies)
            && before.Readings.FirstOrDefault(reading => reading.Topic is TenantTopic.NamedLocations) is { } earlier)
        {
            _topics.Keep(earlier);
            return Task.FromResult(facts.NamedLocations);
        }

        return _topics.AskAsync(TenantTopic.NamedLocations, () => tenant.ReadNamedLocationsAsync(cancellationToken), read => read.Length);
    }

    private async Task<Result<ImmutableArray<GroupFacts>>> ReadGroupsAsync(IReadOnlySet<string> named, CancellationToken cancellationToken)
    {
        if (before is { GroupMark: { } last } && before.Facts.Groups.TryGet(out var groups))
        {
            var changed = await tenant.ReadGroupChangesAsync(last, groups, named, cancellationToken);

            if (changed.Succeeded || changed.Problem.Kind is not ProblemKind.Expired)
            {
                _groupMark = changed.TryGet(out var update) ? update.Mark : null;
                return changed.Map(now => now.Groups);
            }
        }

        // Before the groups: what changes while they are read is then told twice rather than never. Without a mark the
        // next reading is a full one, so that none can be had is no problem.
        var mark = await tenant.MarkGroupsAsync(cancellationToken);
        var read = await tenant.ReadGroupsAsync(named, cancellationToken);
        _groupMark = read.Succeeded && mark.TryGet(out var link) ? link : null;
        return read;
    }

    private static bool AreTheSame(
        Result<ImmutableArray<ConditionalAccessPolicyFacts>> now, Result<ImmutableArray<ConditionalAccessPolicyFacts>> earlier) =>
        now.TryGet(out var these) && earlier.TryGet(out var those)
        && these.Select(Text).Order(StringComparer.Ordinal).SequenceEqual(those.Select(Text).Order(StringComparer.Ordinal));

    private static string Text(ConditionalAccessPolicyFacts policy) => policy.Json;
}
