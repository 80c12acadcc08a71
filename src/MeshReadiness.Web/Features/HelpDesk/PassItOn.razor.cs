using MeshReadiness.Core.Eligibility;
using MeshReadiness.Core.HelpDesk;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Playbooks;
using MeshReadiness.Web.Components;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace MeshReadiness.Web.Features.HelpDesk;

/// <summary>
/// The words to pass on: a message to the person and a note for the ticket, about one thing or everything, in the language
/// that the visitor chose the last time. One key copies each.
/// </summary>
public sealed partial class PassItOn(Browser browser, Playbook playbook, NavigationManager navigation) : IAsyncDisposable
{
    /// <summary>The key that copies the message.</summary>
    internal const string MessageKey = "c";

    /// <summary>The key that copies the note.</summary>
    internal const string NoteKey = "n";

    /// <summary>Under which the chosen language is remembered.</summary>
    internal const string LanguageChoice = "words";

    private const string Everything = "everything", MessageId = "pass-message", NoteId = "pass-note";

    private static readonly Dictionary<string, string> Keys = new() { [MessageKey] = $"#{MessageId}", [NoteKey] = $"#{NoteId}" };

    private string? _chosen, _said, _shownFor;
    private bool _isListening;
    private DotNetObjectReference<PassItOn>? _self;
    private IJSObjectReference? _keys;

    /// <summary>Whom it is about.</summary>
    [Parameter, EditorRequired] public required PersonEligibility Person { get; set; }

    /// <summary>When the person's facts were read.</summary>
    [Parameter, EditorRequired] public required DateTimeOffset ReadAt { get; set; }

    /// <summary>The snapshot that the verdicts rest on.</summary>
    [Parameter, EditorRequired] public required Guid SnapshotId { get; set; }

    private LanguageWords Words { get; set; } = LanguageLibrary.English;

    // Until somebody chooses: what the call is most likely about.
    private HelpTopic? Topic => _chosen switch
    {
        null => HelpTopic.Likeliest(Person),
        Everything => null,
        var key => HelpTopic.Of(Person).FirstOrDefault(topic => KeyOf(topic) == key),
    };

    private (string Key, string Id, string Title, string Text)[] Cards =>
        [(MessageKey, MessageId, "Message to the person", Message), (NoteKey, NoteId, "Note for the ticket", Note)];

    private string Message => Topic is { } topic
        ? UserMessage.About(topic, Person, Words, playbook, ReadAt)
        : UserMessage.AboutEverything(Person, Words, playbook, ReadAt);

    private string Note => TicketNote.About(
        Topic is { } topic ? [topic] : HelpTopic.Experiences(Person), Person, Words, playbook,
        new(SnapshotId, ReadAt, navigation.ToAbsoluteUri($"/help-desk/{Uri.EscapeDataString(Person.User.Id)}").ToString()));

    protected override void OnParametersSet()
    {
        if (_shownFor != Person.User.Id)
        {
            (_shownFor, _chosen, _said) = (Person.User.Id, null, null);
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
        {
            return;
        }

        var language = await browser.RememberedAsync(LanguageChoice);
        Words = LanguageLibrary.All.FirstOrDefault(words => words.Language == language) ?? Words;
        _self = DotNetObjectReference.Create(this);
        _keys = await browser.OnCopyKeysAsync(_self, Keys);
        _isListening = true;
        StateHasChanged();
    }

    /// <summary>Says what became of a key. Called from the keyboard.</summary>
    [JSInvokable]
    public void OnCopied(string key, bool copied)
    {
        var what = key == MessageKey ? "message" : "note";
        _said = copied ? $"Copied the {what}." : $"The browser doesn't lend its clipboard here. The {what} is selected: copy it with Ctrl+C.";
        StateHasChanged();
    }

    private async Task CopyAsync(string key) => OnCopied(key, await browser.CopyFromAsync(Keys[key]));

    private void Choose(ChangeEventArgs change) => (_chosen, _said) = (change.Value as string, null);

    private async Task SpeakAsync(LanguageWords words)
    {
        (Words, _said) = (words, null);
        await browser.RememberAsync(LanguageChoice, words.Language);
    }

    private static string KeyOf(HelpTopic topic) => topic.IsAction ? $"action:{topic.Id}" : topic.Id;

    private string NameOf(HelpTopic topic) => topic.IsAction
        ? playbook.Access.First(action => action.Id == topic.Id).Action
        : playbook.Experiences.First(experience => experience.Id == topic.Id).Name;

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_keys is not null)
            {
                await _keys.InvokeVoidAsync("stop");
                await _keys.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone, and its key listener with it.
        }

        _self?.Dispose();
    }
}
