using System.Collections.Immutable;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Playbooks;

namespace MeshReadiness.Web.Features.Rollouts;

/// <summary>The playbooks that a rollout can follow.</summary>
/// <param name="All">All of them; the first one is what the portal judges people by.</param>
public sealed record PlaybookShelf(ImmutableArray<Playbook> All)
{
    /// <summary>The editions of them that come with this portal.</summary>
    public ImmutableArray<PlaybookEdition> Editions { get; init; } = [];

    /// <summary>One playbook first, then the others of those that there are.</summary>
    public static PlaybookShelf With(Playbook first, IEnumerable<Playbook> all) => new([first, .. all.Where(playbook => playbook.Id != first.Id)]);

    /// <summary>The playbook with this id; <see langword="null"/> when there is none.</summary>
    public Playbook? Find(string id) => All.FirstOrDefault(playbook => playbook.Id == id);

    /// <summary>The playbook of the product's successor; <see langword="null"/> where there is none.</summary>
    public Playbook? SuccessorOf(Playbook playbook) => playbook.Lifecycle?.SuccessorPlaybook is { } id ? Find(id) : null;
}
