using MeshReadiness.Core.ConditionalAccess.Filters;
using MeshReadiness.Web.Components;
using Microsoft.AspNetCore.Components;

namespace MeshReadiness.Web.Features.ConditionalAccess;

/// <summary>
/// Takes a rule letter by letter. A mistake is marked at once, and told in words once the typing pauses, so that nobody is
/// told about every half-written word. What stands in the box belongs to whoever types, as in every search box here.
/// </summary>
public sealed partial class FilterEditor(TimeProvider time) : IDisposable
{
    /// <summary>Longer than a rule may be, so that a rule that is too long can be told so.</summary>
    private const int Most = 4000;

    private const string End = "\u200b";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    private readonly HashSet<string> _sent = [];
    private readonly Latest _typing = new();
    private string _given = "", _text = "", _address = "";
    private string? _said;
    private (string Before, string At, string After)? _mark;
    private int _edition;

    /// <summary>The rule that the address has.</summary>
    [Parameter] public string? Text { get; set; }

    /// <summary>What is wrong with what is typed; nothing while nothing is typed.</summary>
    public FilterError? Error { get; private set; }

    /// <summary>Called with each text, as it is typed or comes with an address.</summary>
    [Parameter, EditorRequired] public EventCallback<string> OnTyped { get; set; }

    /// <summary>Called with the text once the typing pauses.</summary>
    [Parameter, EditorRequired] public EventCallback<string> OnPaused { get; set; }

    // An address that this box brought about, also a late one, changes nothing in it; one from elsewhere makes a new box.
    protected override async Task OnParametersSetAsync()
    {
        var text = Text ?? "";

        if (text == _address)
        {
            return;
        }

        _address = text;

        if (!_sent.Contains(text))
        {
            _given = text;
            _edition++;
            _sent.Clear();
            Take(text);
            _said = Error?.Message;
            await OnTyped.InvokeAsync(text);
        }
        else if (text == _text)
        {
            _sent.Clear();
        }
    }

    private async Task TypedAsync(ChangeEventArgs change)
    {
        Take(change.Value as string ?? "");
        _said = Error is null ? null : _said;
        await OnTyped.InvokeAsync(_text);

        try
        {
            await Task.Delay(Pause, time, _typing.Begin());
            _said = Error?.Message;
            _sent.Add(_text);
            await OnPaused.InvokeAsync(_text);
        }
        catch (OperationCanceledException)
        {
            // The next letter has come.
        }
    }

    private void Take(string text)
    {
        _text = text;
        FilterError? error = null;
        Error = string.IsNullOrWhiteSpace(text) || FilterParser.TryParse(text, out _, out error) ? null : error;
        _mark = Error is null ? null : Mark(text, Math.Clamp(Error.Column - 1, 0, text.Length));
    }

    // A letter of two halves is marked whole; behind the last one, a blank is.
    private static (string, string, string) Mark(string text, int at)
    {
        var length = at == text.Length ? 0 : char.IsSurrogatePair(text, at) ? 2 : 1;
        var marked = text.Substring(at, length);
        return marked is "" or "\n" or "\r" ? (text[..at], "\u00a0", text[at..] + End) : (text[..at], marked, text[(at + length)..] + End);
    }

    /// <inheritdoc />
    public void Dispose() => _typing.Dispose();
}
