using System.Collections.Immutable;
using MeshReadiness.Core.ConditionalAccess.Population;
using MeshReadiness.Core.Eligibility;
using MeshReadiness.Core.Licensing;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Scanning;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Data;
using MeshReadiness.Web.Features.Snapshots;

namespace MeshReadiness.Web.Features.HelpDesk;

/// <summary>Answers the help desk about one person: facts from the snapshot, judged by the rules. Each answer is audited.</summary>
public sealed class PersonLookup(SnapshotStore store, Playbook playbook, ProductCatalogue catalogue, LookupRecord record)
{
    /// <summary>The audit record's word for a person whose facts somebody saw.</summary>
    public const string Action = "person.opened";

    // One snapshot is current at a time, and its rules are the same for everybody.
    private volatile PreparedRules? _prepared;

    /// <summary>The person with this object id or sign-in name, with all verdicts; a problem when the snapshot has no such person.</summary>
    public async Task<Result<PersonEligibility>> FindAsync(SnapshotView snapshot, string userId, Actor actor, CancellationToken cancellationToken) =>
        await store.PersonAsync(snapshot.Head.Id, userId, cancellationToken) is { } user
            ? await record.TellAsync(Explain(snapshot, new(user)), actor, Action, user.Id, null, cancellationToken)
            : Nobody(userId);

    /// <summary>The same as programs get it.</summary>
    public async Task<Result<EligibilityDocument>> DocumentAsync(SnapshotView snapshot, string userId, Actor actor, CancellationToken cancellationToken) =>
        (await FindAsync(snapshot, userId, actor, cancellationToken)).Map(person => EligibilityDocument.Of(person, playbook));

    /// <summary>Judges facts of a person, stored or read just now, by the tenant of a snapshot.</summary>
    public PersonEligibility Explain(SnapshotView snapshot, PersonFacts person) => RulesOf(snapshot).Explain(person);

    /// <summary>What Conditional Access, as the snapshot knows it, makes of a device of a person.</summary>
    public Result<ImmutableArray<DeviceOutcome>> Try(SnapshotView snapshot, UserFacts person, DeviceFacts device) => RulesOf(snapshot).Try(person, device);

    /// <summary>What to answer when the snapshot has no such person.</summary>
    private static Problem Nobody(string userId) => new(ProblemKind.NotFound, $"Nobody with the object id or sign-in name {userId} is in the snapshot.");

    private PersonRules RulesOf(SnapshotView snapshot)
    {
        if (_prepared is { } prepared && ReferenceEquals(prepared.Snapshot, snapshot))
        {
            return prepared.Rules;
        }

        var rules = new PersonRules(snapshot.Rules, playbook, snapshot.Tenant, catalogue);
        _prepared = new(snapshot, rules);
        return rules;
    }

    private sealed record PreparedRules(SnapshotView Snapshot, PersonRules Rules);
}
