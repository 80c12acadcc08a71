using System.Collections.Immutable;
using MeshReadiness.Core.Audit;
using MeshReadiness.Core.Rollouts;
using MeshReadiness.Data;
using MeshReadiness.Web.Features.Audit;
using MeshReadiness.Web.Features.Rollouts;
using Microsoft.AspNetCore.Components;

namespace MeshReadiness.Web.Features.Contacts;

/// <summary>One contact: who it is, how far it has come, the message to them, and what hangs on them.</summary>
public sealed partial class ContactPage(AuditStore audit, RoleProposals proposals, RolloutNotes<Outreach> notes)
{
    private const int AtFirst = 20;
    private const int Most = 1000;

    private ImmutableArray<AuditLine> _history = [];
    private Proposals? _proposals;
    private string? _loaded;
    private bool _isMore, _isAllShown;

    /// <summary>The contact's stable id.</summary>
    [Parameter] public required string Id { get; set; }

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        if (_loaded is not null && _loaded != Id)
        {
            // Nothing of the contact before may be chosen for this one.
            (_isAllShown, _history, _proposals) = (false, [], null);
            await ReloadAsync();
        }

        await base.OnParametersSetAsync();
    }

    /// <inheritdoc />
    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        var id = _loaded = Id;
        await base.LoadAsync(cancellationToken);

        if (View is not { } view || view.Playbook.Contacts.FirstOrDefault(one => one.Id == id) is not { } contact)
        {
            return;
        }

        var take = _isAllShown ? Most : AtFirst;
        var history = await audit.FindAsync(new(view.Rollout.Id, Subject: id, Take: take + 1), cancellationToken);
        var found = await proposals.FindAsync(contact, cancellationToken);

        if (!cancellationToken.IsCancellationRequested)
        {
            (_history, _isMore, _proposals) = ([.. history.Take(take)], history.Length > take, found);
        }
    }

    private ImmutableArray<WorkDifference>? DifferencesOf(AuditEntry entry) => HistoryWords.Differences(entry, notes, OutreachWords.Differences);

    private async Task UndoAsync(AuditLine line)
    {
        Offers.Say(new(AuditWords.Of(line.Entry.Action), UndoOf(View!.Rollout.Id, line.Number)));
        await Offers.UndoAsync(Me, CancellationToken.None);
        await ReloadAsync();
    }

    private Task ShowAllAsync()
    {
        _isAllShown = true;
        return ReloadAsync();
    }
}
