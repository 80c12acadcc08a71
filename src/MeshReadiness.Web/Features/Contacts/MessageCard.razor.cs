using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Rollouts;
using MeshReadiness.Core.Scanning;
using MeshReadiness.Data;
using MeshReadiness.Web.Components;
using MeshReadiness.Web.Features.Rollouts;
using Microsoft.AspNetCore.Components;

namespace MeshReadiness.Web.Features.Contacts;

/// <summary>
/// A message to a contact, from the playbook's template. It is sent by the visitor's own mail program; here it is written,
/// and kept as what was asked once it is sent. Until somebody types, it follows the rollout.
/// </summary>
public sealed partial class MessageCard(Browser browser, NavigationManager navigation)
{
    private MessageDraft? _typed;
    private Note<Outreach>? _seen;
    private DateOnly? _due;
    private bool _isDueChosen;
    private string? _said;
    private OutreachOutcome? _outcome;

    /// <summary>The template.</summary>
    [Parameter, EditorRequired] public required MessageTemplate Template { get; set; }

    /// <summary>The contact and how it stands.</summary>
    [Parameter, EditorRequired] public required OutreachStanding Standing { get; set; }

    /// <summary>What is written about it by now.</summary>
    [Parameter, EditorRequired] public required Note<Outreach> Now { get; set; }

    /// <summary>The rollout.</summary>
    [Parameter, EditorRequired] public required RolloutView View { get; set; }

    /// <summary>Who writes.</summary>
    [Parameter, EditorRequired] public required Actor Me { get; set; }

    /// <summary>Today.</summary>
    [Parameter, EditorRequired] public DateOnly Today { get; set; }

    /// <summary>Stores a change.</summary>
    [Parameter, EditorRequired] public required Func<Wish<Note<Outreach>>, Task<Result<NoteChange<Outreach>>>> Save { get; set; }

    private MessageDraft Draft => _typed ?? MessageDraft.Of(Template, new(
        View.Rollout,
        View.Playbook,
        Standing.Outreach.Person,
        Standing.OpenTasks,
        Me.DisplayName,
        navigation.ToAbsoluteUri(new RolloutLinks(View.Rollout.Id).Contact(Standing.Contact.Id)).ToString()));

    // Their first open task that is still to come tells by when at the latest.
    private DateOnly? Due => _isDueChosen ? _due : Standing.Outreach.Due ?? Standing.OpenTasks.Where(task => task.Due >= Today).Min(task => task.Due);

    private string Name(string field) => $"{field}-{Template.Id}";

    // What counts as seen is what was there when the first letter was typed.
    private void Type(MessageDraft draft) => (_typed, _seen, _said) = (draft, _seen ?? Now, null);

    private void ChooseDue(ChangeEventArgs change)
    {
        var isDay = DateOnly.TryParse(change.Value as string, System.Globalization.CultureInfo.InvariantCulture, out var day);
        (_isDueChosen, _due, _seen) = (true, isDay ? day : null, _seen ?? Now);
    }

    private async Task CopyAsync() => _said = await browser.CopyAsync($"{Draft.Subject}\n\n{Draft.Body}")
        ? "Copied. When it is sent, mark it as asked."
        : "Your browser doesn't let the portal copy. Select the text above and copy it yourself.";

    private Task AskAsync()
    {
        var (asked, due, seen) = (Draft.Body, Due, _seen ?? Now);
        _said = null;
        return _outcome!.TryAsync(NoteWish.Of(seen, "asked", $"{Standing.Contact.Name}: asked.", (outreach, moment) => OutreachEdit.Together(
            outreach,
            one => OutreachEdit.Ask(one, asked, moment),
            one => due == seen.Content.Due ? one : OutreachEdit.SetDue(one, due, moment))));
    }

    private void Forget() => (_typed, _seen, _isDueChosen, _due, _said) = (null, null, false, null, null);
}
