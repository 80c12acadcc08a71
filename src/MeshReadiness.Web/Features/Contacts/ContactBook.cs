using System.Collections.Immutable;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Rollouts;
using MeshReadiness.Web.Features.Rollouts;

namespace MeshReadiness.Web.Features.Contacts;

/// <summary>Opens a rollout with its contacts, for programs and spreadsheets.</summary>
public sealed class ContactBook(RolloutDesk desk, NoteDesk<Outreach> notes, TimeProvider time)
{
    /// <summary>Opens it.</summary>
    public async Task<Result<ContactsView>> OpenAsync(Guid rolloutId, CancellationToken cancellationToken)
    {
        var opened = await desk.OpenAsync(rolloutId, cancellationToken);

        if (!opened.TryGet(out var view))
        {
            return opened.Problem;
        }

        var written = await notes.ListAsync(rolloutId, cancellationToken);
        var contacts = OutreachStanding.Of(
            view.Playbook,
            view.Standing,
            id => written.GetValueOrDefault(id)?.Content ?? Outreach.Untouched(id),
            DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
        return new ContactsView(view, contacts, written.ToImmutableDictionary(note => note.Key, note => note.Value.Version));
    }
}

/// <summary>A rollout with its contacts, at one moment.</summary>
/// <param name="View">The rollout.</param>
/// <param name="Contacts">How it stands with every contact.</param>
/// <param name="Versions">How often was written about a contact, by its id.</param>
public sealed record ContactsView(RolloutView View, ImmutableArray<OutreachStanding> Contacts, ImmutableDictionary<string, int> Versions);
