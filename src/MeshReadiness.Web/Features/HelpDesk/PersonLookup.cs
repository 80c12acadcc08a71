using MeshReadiness.Core.Eligibility;
using MeshReadiness.Core.Licensing;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Data;
using MeshReadiness.Web.Features.Snapshots;

namespace MeshReadiness.Web.Features.HelpDesk;

/// <summary>Answers the help desk about one person: facts from the snapshot, judged by the rules.</summary>
public sealed class PersonLookup(SnapshotStore store, Playbook playbook, ProductCatalogue catalogue)
{
    /// <summary>The person with this object id or sign-in name, with all verdicts; <see langword="null"/> when the snapshot has no such person.</summary>
    public async Task<PersonEligibility?> FindAsync(SnapshotView snapshot, string userId, CancellationToken cancellationToken) =>
        await store.PersonAsync(snapshot.Head.Id, userId, cancellationToken) is { } user ? Explain(snapshot, new(user)) : null;

    /// <summary>The same as programs get it.</summary>
    public async Task<EligibilityDocument?> DocumentAsync(SnapshotView snapshot, string userId, CancellationToken cancellationToken) =>
        await FindAsync(snapshot, userId, cancellationToken) is { } person ? EligibilityDocument.Of(person, playbook) : null;

    /// <summary>What to answer when the snapshot has no such person.</summary>
    public static Problem Nobody(string userId) => new(ProblemKind.NotFound, $"Nobody with the object id or sign-in name {userId} is in the snapshot.");

    /// <summary>Judges facts of a person, stored or read just now, by the tenant of a snapshot.</summary>
    public PersonEligibility Explain(SnapshotView snapshot, PersonFacts person) =>
        new PersonRules(snapshot.Rules, playbook, snapshot.Tenant, catalogue).Explain(person);
}
