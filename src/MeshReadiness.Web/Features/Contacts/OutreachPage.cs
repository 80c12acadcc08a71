using System.Collections.Immutable;
using MeshReadiness.Core.Rollouts;
using MeshReadiness.Web.Features.Rollouts;

namespace MeshReadiness.Web.Features.Contacts;

/// <summary>A page about a rollout's contacts.</summary>
public abstract class OutreachPage : NotePage<Outreach>
{
    /// <summary>How it stands with every contact; none while the rollout isn't open.</summary>
    protected ImmutableArray<OutreachStanding> Contacts { get; private set; } = [];

    /// <inheritdoc />
    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        await base.LoadAsync(cancellationToken);
        Contacts = View is { } view ? OutreachStanding.Of(view.Playbook, view.Standing, id => NoteOf(id).Content, Today) : [];
    }
}
