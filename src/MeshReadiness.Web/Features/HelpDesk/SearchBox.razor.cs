using MeshReadiness.Web.Components;
using Microsoft.AspNetCore.Components;

namespace MeshReadiness.Web.Features.HelpDesk;

/// <summary>
/// Searches while somebody types. What stands in the box belongs to whoever types: the server gives it a text when the
/// page is opened and never again, so no answer that arrives late can take a letter away.
/// </summary>
public sealed partial class SearchBox(TimeProvider time) : IDisposable
{
    /// <summary>Long enough not to search for every letter, short enough to feel immediate.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly HashSet<string> _searched = [];
    private readonly Latest _typing = new();
    private string _given = "", _typed = "", _address = "";
    private int _edition;

    /// <summary>What the address says is searched for.</summary>
    [Parameter] public string? Text { get; set; }

    /// <summary>Called with what to search for, without spaces around it.</summary>
    [Parameter, EditorRequired] public EventCallback<string> OnSearch { get; set; }

    /// <summary>Called when Enter is pressed, behind <see cref="OnSearch"/>, with the same text.</summary>
    [Parameter] public EventCallback<string> OnEnter { get; set; }

    // An address that this box brought about, also a late one, changes nothing in it; one from elsewhere makes a new box.
    protected override void OnParametersSet()
    {
        var text = Text ?? "";

        if (text == _address)
        {
            return;
        }

        _address = text;

        if (!_searched.Contains(text))
        {
            _given = _typed = text;
            _edition++;
            _searched.Clear();
        }
        else if (text == _typed.Trim())
        {
            _searched.Clear();
        }
    }

    private async Task TypedAsync(ChangeEventArgs change)
    {
        _typed = change.Value as string ?? "";

        try
        {
            await Task.Delay(Pause, time, _typing.Begin());
            await SearchAsync(_typed);
        }
        catch (OperationCanceledException)
        {
            // The next letter has come.
        }
    }

    // What is about to be searched for is searched for now.
    private async Task EnterAsync()
    {
        _typing.Begin();
        await SearchAsync(_typed);
        await OnEnter.InvokeAsync(_typed.Trim());
    }

    private Task SearchAsync(string text)
    {
        var wanted = text.Trim();
        _searched.Add(wanted);
        return OnSearch.InvokeAsync(wanted);
    }

    /// <inheritdoc />
    public void Dispose() => _typing.Dispose();
}
