using System.Collections.Immutable;
using MeshReadiness.Core.Eligibility;
using MeshReadiness.Core.Licensing;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Data;
using MeshReadiness.Web.Features.Snapshots;

namespace MeshReadiness.Web.Features.HelpDesk;

/// <summary>A person's stored facts and what follows from them.</summary>
/// <param name="User">The facts.</param>
/// <param name="Verdicts">The verdict on every experience, with all reasons and their proof.</param>
public sealed record PersonReport(UserFacts User, ImmutableArray<ExperienceVerdict> Verdicts)
{
    /// <summary>What to call the person.</summary>
    public string Name => User.DisplayName ?? User.UserPrincipalName ?? "Unnamed person";
}

/// <summary>Answers the help desk about one person: facts from the snapshot, judged by the rules.</summary>
public sealed class PersonLookup(SnapshotStore store, Playbook playbook, ProductCatalogue catalogue)
{
    /// <summary>The person with this object id or sign-in name; <see langword="null"/> when the snapshot has no such person.</summary>
    public async Task<PersonReport?> FindAsync(SnapshotView snapshot, string userId, CancellationToken cancellationToken) =>
        await ExplainAsync(snapshot, userId, cancellationToken) is { } person ? new(person.User, person.Experiences) : null;

    /// <summary>The same person with experiences and actions, as programs get them.</summary>
    public async Task<EligibilityDocument?> DocumentAsync(SnapshotView snapshot, string userId, CancellationToken cancellationToken) =>
        await ExplainAsync(snapshot, userId, cancellationToken) is { } person ? EligibilityDocument.Of(person, playbook) : null;

    private async Task<PersonEligibility?> ExplainAsync(SnapshotView snapshot, string userId, CancellationToken cancellationToken) =>
        await store.PersonAsync(snapshot.Head.Id, userId, cancellationToken) is { } user
            ? new PersonRules(snapshot.Rules, playbook, snapshot.Tenant, catalogue).Explain(new PersonFacts(user))
            : null;
}
