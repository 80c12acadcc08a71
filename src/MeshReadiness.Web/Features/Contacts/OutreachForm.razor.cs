using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Rollouts;
using MeshReadiness.Data;
using MeshReadiness.Web.Components;
using MeshReadiness.Web.Features.Rollouts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace MeshReadiness.Web.Features.Contacts;

/// <summary>Edits who speaks for a contact and how far it has come. Only what was changed here is changed.</summary>
public sealed partial class OutreachForm
{
    private ElementReference _first;
    private Note<Outreach> _seen = default!;
    private string? _name, _mail, _objectId, _asked, _answer;
    private DateOnly? _due;
    private OutreachState _state;
    private OutreachOutcome? _outcome;

    /// <summary>The contact and how it stands.</summary>
    [Parameter, EditorRequired] public required OutreachStanding Standing { get; set; }

    /// <summary>What is written about it by now.</summary>
    [Parameter, EditorRequired] public required Note<Outreach> Now { get; set; }

    /// <summary>Who could speak for it.</summary>
    [Parameter] public Proposals? Proposals { get; set; }

    /// <summary>Stores a change.</summary>
    [Parameter, EditorRequired] public required Func<Wish<Note<Outreach>>, Task<Result<NoteChange<Outreach>>>> Save { get; set; }

    /// <summary>The change is stored or given up.</summary>
    [Parameter, EditorRequired] public EventCallback OnOver { get; set; }

    // Taken once: what others change meanwhile must not move what is being edited.
    protected override void OnInitialized()
    {
        _seen = Now;
        var seen = _seen.Content;
        (_name, _mail, _objectId) = (seen.Person?.Name, seen.Person?.Mail, seen.Person?.ObjectId);
        (_state, _asked, _answer, _due) = (seen.State, seen.Asked ?? Standing.Contact.Asked, seen.Answer, seen.Due);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await _first.FocusAsync();
        }
    }

    private string AnswerLabel => _state switch
    {
        OutreachState.Granted => "What they granted, in their words",
        OutreachState.Refused => "What they refused and why, in their words",
        _ => "What they said so far",
    };

    private bool HasPerson => (Text(_name), Text(_mail)) != (_seen.Content.Person?.Name, _seen.Content.Person?.Mail);

    private bool HasDue => _due != _seen.Content.Due;

    private bool HasState => _state != _seen.Content.State
        || (_state is not OutreachState.NotAsked && (Text(_asked) != _seen.Content.Asked || (_state is not OutreachState.Asked && Text(_answer) != _seen.Content.Answer)));

    private Task SaveAsync()
    {
        if (!HasPerson && !HasDue && !HasState)
        {
            return OnOver.InvokeAsync();
        }

        var (person, due, state) = (HasPerson, HasDue, HasState);
        var (name, mail, objectId, day, stands, asked, answer) = (_name, _mail, _objectId, _due, _state, _asked, _answer);
        return _outcome!.TryAsync(NoteWish.Of(_seen, Action, $"{Standing.Contact.Name}: {Said}", (outreach, moment) => OutreachEdit.Together(
            outreach,
            new Func<Outreach, Result<Outreach>>?[]
            {
                person ? one => OutreachEdit.Name(one, name, mail, objectId) : null,
                due ? one => OutreachEdit.SetDue(one, day, moment) : null,
                state ? one => OutreachEdit.Say(one, stands, asked, answer, moment) : null,
            }.OfType<Func<Outreach, Result<Outreach>>>())));
    }

    private string Action => (HasPerson, HasDue, HasState) switch
    {
        (true, false, false) => "named",
        (false, true, false) => "due",
        (false, false, true) => _seen.Content.State is OutreachState.NotAsked && _state is OutreachState.Asked ? "asked" : "said",
        _ => "edited",
    };

    private string Said => string.Join(", ", new[]
    {
        HasPerson ? Text(_name) ?? OutreachWords.Nobody : null,
        HasDue ? _due is { } day ? $"answer needed by {Format.Day(day)}" : "no day for the answer" : null,
        HasState ? Tones.Of(_state).Word.ToLowerInvariant() : null,
    }.OfType<string>()) + ".";

    // Whoever types another name means somebody else than the one who was chosen.
    private void TypeName(ChangeEventArgs change) => (_name, _objectId) = (change.Value as string, null);

    private void Choose(ContactPerson person) => (_name, _mail, _objectId) = (person.Name, person.Mail, person.ObjectId);

    private void ChooseState(ChangeEventArgs change) => _state = Enum.TryParse<OutreachState>(change.Value as string, out var state) ? state : _state;

    private Task KeyAsync(KeyboardEventArgs key) => key.Key == "Escape" ? OnOver.InvokeAsync() : Task.CompletedTask;

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
