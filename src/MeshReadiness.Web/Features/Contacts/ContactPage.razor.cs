using System.Collections.Immutable;
using MeshReadiness.Core.Audit;
using MeshReadiness.Core.Rollouts;
using MeshReadiness.Data;
using MeshReadiness.Web.Features.Rollouts;
using Microsoft.AspNetCore.Components;

namespace MeshReadiness.Web.Features.Contacts;

/// <summary>One contact: who it is, how far it has come, the message to them, and what hangs on them.</summary>
public sealed partial class ContactPage(AuditStore audit, RoleProposals proposals, RolloutNotes<Outreach> notes)
{
    private readonly ShownHistory _history = new(audit);
    private Proposals? _proposals;

    /// <summary>The contact's stable id.</summary>
    [Parameter] public required string Id { get; set; }

    /// <inheritdoc />
    protected override string? Thing => Id;

    /// <inheritdoc />
    protected override void Forget()
    {
        _history.Forget();
        _proposals = null;
    }

    /// <inheritdoc />
    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        var id = Id;
        await base.LoadAsync(cancellationToken);

        if (View is not { } view || view.Playbook.Contacts.FirstOrDefault(one => one.Id == id) is not { } contact)
        {
            return;
        }

        await _history.LoadAsync(view.Rollout.Id, id, cancellationToken);
        var found = await proposals.FindAsync(contact, cancellationToken);

        if (!cancellationToken.IsCancellationRequested)
        {
            _proposals = found;
        }
    }

    private ImmutableArray<WorkDifference>? DifferencesOf(AuditEntry entry) => HistoryWords.Differences(entry, notes, OutreachWords.Differences);

    private Task UndoAsync(AuditLine line) => UndoAsync(line, UndoOf(View!.Rollout.Id, line.Number));

    private Task ShowAllAsync()
    {
        _history.ShowMore();
        return ReloadAsync();
    }
}
