using System.Collections.Immutable;
using MeshReadiness.Data;
using MeshReadiness.Web.Components;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using MudBlazor;

namespace MeshReadiness.Web.Features.Palette;

/// <summary>The palette: type, choose with the arrows, open with Enter. Closes with the chosen address.</summary>
public sealed partial class PaletteDialog(PaletteIndex index, Browser browser, StorageProblems storage, TimeProvider time) : IDisposable
{
    private const int Shown = 9;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(120);

    private readonly Latest _typing = new();
    private Task _search = Task.CompletedTask;
    private ImmutableArray<PaletteEntry> _found = [];
    private string _typed = "";
    private int _active;
    private bool _swallow;

    /// <summary>Everything but people.</summary>
    [Parameter, EditorRequired] public ImmutableArray<PaletteEntry> Entries { get; set; } = [];

    [CascadingParameter] private IMudDialogInstance Dialog { get; set; } = default!;

    protected override void OnInitialized() => _found = [.. Entries.Take(Shown)];

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await browser.FocusAsync("#palette-input");
        }
    }

    private async Task TypedAsync(ChangeEventArgs change)
    {
        _typed = change.Value as string ?? "";
        _active = 0;
        await (_search = SearchAsync(_typing.Begin()));
    }

    private async Task SearchAsync(CancellationToken cancellationToken)
    {
        var matching = Matching();
        _found = [.. matching.Take(Shown)];

        if (_typed.Trim().Length < 2)
        {
            return;
        }

        try
        {
            await Task.Delay(Pause, time, cancellationToken);
            var people = await index.PeopleAsync(_typed, cancellationToken);
            var chosen = _active < _found.Length ? _found[_active] : null;
            _found = [.. matching.Take(Math.Max(3, Shown - people.Length)), .. people];
            _active = chosen is null ? 0 : Math.Max(0, _found.IndexOf(chosen));
        }
        catch (OperationCanceledException)
        {
            // The next letter has come.
        }
        catch (Exception error) when (storage.Find(error) is not null)
        {
            // Pages and tasks can still be found; the pages about people say what is wrong.
        }
    }

    private List<PaletteEntry> Matching()
    {
        var words = _typed.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return [.. Entries.Where(entry => words.All(word => entry.Text.Contains(word, StringComparison.OrdinalIgnoreCase)))];
    }

    private async Task KeyAsync(KeyboardEventArgs key)
    {
        _swallow = key.Key is "ArrowDown" or "ArrowUp" or "Enter";

        switch (key.Key)
        {
            case "ArrowDown" when _found.Length > 0:
                _active = (_active + 1) % _found.Length;
                await browser.ScrollIntoViewAsync($"#palette-{_active}");
                break;
            case "ArrowUp" when _found.Length > 0:
                _active = (_active + _found.Length - 1) % _found.Length;
                await browser.ScrollIntoViewAsync($"#palette-{_active}");
                break;
            case "Enter":
                await OpenAsync();
                break;
        }
    }

    // Enter means what was typed last, also when its people are still being looked for.
    private async Task OpenAsync()
    {
        Task awaited;

        do
        {
            awaited = _search;
            await awaited;
        }
        while (awaited != _search);

        if (_active < _found.Length)
        {
            Choose(_found[_active]);
        }
    }

    private void Choose(PaletteEntry entry) => Dialog.Close(DialogResult.Ok(entry.Address));

    /// <inheritdoc />
    public void Dispose() => _typing.Dispose();
}
