using System.Collections.Immutable;
using MeshReadiness.Core.ConditionalAccess.Population;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Scanning;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Data;
using MeshReadiness.Web.Features.Snapshots;

namespace MeshReadiness.Web.Features.HelpDesk;

/// <summary>
/// Reads one person anew from the tenant, when an operator asks for it. Nothing of it is stored: the numbers and everybody
/// else's page stay those of the snapshot.
/// </summary>
internal sealed class PersonRefresh(
    IPersonReader tenant, SnapshotStore store, PersonLookup lookup, RefreshAllowance allowance, AuditStore audit, TimeProvider time)
{
    /// <summary>The audit record's word for a person who was read anew.</summary>
    public const string Action = "person.refreshed";

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <summary>The audit record's word for a person whose devices were read.</summary>
    public const string DevicesAction = "person.devices";

    /// <summary>Reads the person with this object id.</summary>
    /// <param name="snapshot">What is known of the tenant.</param>
    /// <param name="userId">The object id or sign-in name.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public Task<Result<FreshPerson>> ReadAsync(SnapshotView snapshot, string userId, Actor actor, CancellationToken cancellationToken) => AskAsync<FreshPerson>(actor, async asking =>
    {
        var read = await tenant.ReadAsync(userId, asking);

        if (!read.TryGet(out var facts))
        {
            return read.Problem;
        }

        // Before anything is shown: nobody gets an answer that leaves no line.
        await audit.AppendAsync(actor, Action, facts.User.Id, null, cancellationToken);
        facts = await PlaceAsync(snapshot, facts, asking);
        var devices = await tenant.ReadDevicesAsync(facts.User.Id, asking);
        return new FreshPerson(
            time.GetUtcNow(), facts, lookup.Explain(snapshot, facts),
            devices.Map(all => all.Select(device => new TriedDevice(device, lookup.Try(snapshot, facts.User, device))).ToImmutableArray()));
    }, cancellationToken);

    /// <summary>Reads the devices that the person with this object id has registered.</summary>
    /// <param name="userId">The object id.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public Task<Result<ImmutableArray<DeviceFacts>>> ReadDevicesAsync(string userId, Actor actor, CancellationToken cancellationToken) => AskAsync(actor, async asking =>
    {
        await audit.AppendAsync(actor, DevicesAction, userId, null, cancellationToken);
        return await tenant.ReadDevicesAsync(userId, asking);
    }, cancellationToken);

    private async Task<Result<T>> AskAsync<T>(Actor actor, Func<CancellationToken, Task<Result<T>>> ask, CancellationToken cancellationToken)
    {
        if (allowance.Take(actor) is { } refused)
        {
            return refused;
        }

        using var patience = new CancellationTokenSource(Longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);

        try
        {
            return await ask(either.Token);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            return new Problem(ProblemKind.Unavailable, $"Microsoft Graph didn't answer within {Longest.TotalSeconds:0} seconds. What you see is still the snapshot; try again in a minute.");
        }
    }

    // Of what policies name, groups are told with the person; roles are as the snapshot knows them.
    private async Task<PersonFacts> PlaceAsync(SnapshotView snapshot, PersonFacts facts, CancellationToken cancellationToken)
    {
        var before = await store.PersonAsync(snapshot.Head.Id, facts.User.Id, cancellationToken);
        return snapshot.Tenant.Policies.TryGet(out var policies)
            ? facts with { User = facts.User with { Memberships = NamedByPolicies.Of(policies).Of(facts, before?.Memberships ?? PolicyMemberships.None) } }
            : facts;
    }
}
