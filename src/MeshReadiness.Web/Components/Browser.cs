using System.Text;
using Microsoft.JSInterop;

namespace MeshReadiness.Web.Components;

/// <summary>What only the browser knows or can do, through one small module.</summary>
public sealed class Browser(IJSRuntime scripts) : IAsyncDisposable
{
    private IJSObjectReference? _module;

    /// <summary>The visitor's IANA time zone.</summary>
    public async ValueTask<string> TimeZoneAsync() => await (await ModuleAsync()).InvokeAsync<string>("timeZone");

    /// <summary>light, dark or system.</summary>
    public async ValueTask<string> ThemeAsync() => await (await ModuleAsync()).InvokeAsync<string>("theme");

    /// <summary>Chooses light, dark or system, and remembers it.</summary>
    public async ValueTask SetThemeAsync(string theme) => await (await ModuleAsync()).InvokeVoidAsync("setTheme", theme);

    /// <summary>Calls <c>OpenPaletteAsync</c> on the page whenever the palette's keys are pressed.</summary>
    public async ValueTask<IJSObjectReference> OnPaletteKeyAsync<T>(DotNetObjectReference<T> page) where T : class =>
        await (await ModuleAsync()).InvokeAsync<IJSObjectReference>("onPaletteKey", page);

    /// <summary>Lets the arrow keys lead from a box down through links, and back up into it. Its <c>stop</c> ends that.</summary>
    /// <param name="box">The selector of the box.</param>
    /// <param name="links">The selector of the links.</param>
    public async ValueTask<IJSObjectReference> OnArrowsAsync(string box, string links) =>
        await (await ModuleAsync()).InvokeAsync<IJSObjectReference>("onArrows", box, links);

    /// <summary>Moves the keyboard's focus.</summary>
    public async ValueTask FocusAsync(string selector) => await (await ModuleAsync()).InvokeVoidAsync("focus", selector);

    /// <summary>Brings an element into view, moving as little as possible.</summary>
    public async ValueTask ScrollIntoViewAsync(string selector) => await (await ModuleAsync()).InvokeVoidAsync("scrollIntoView", selector);

    /// <summary>Puts a text on the clipboard; <see langword="false"/> when the browser doesn't allow it.</summary>
    public async ValueTask<bool> CopyAsync(string text) => await (await ModuleAsync()).InvokeAsync<bool>("copy", text);

    /// <summary>Puts the text of an element on the clipboard; <see langword="false"/> when the browser doesn't allow it, and then the text is selected.</summary>
    public async ValueTask<bool> CopyFromAsync(string selector) => await (await ModuleAsync()).InvokeAsync<bool>("copyFrom", selector);

    /// <summary>Copies at the press of a key, unless somebody types, and calls <c>OnCopied</c> with the key and whether it worked.</summary>
    /// <param name="page">Whom to call.</param>
    /// <param name="keys">The keys, each with the selector of the element whose text it copies.</param>
    public async ValueTask<IJSObjectReference> OnCopyKeysAsync<T>(DotNetObjectReference<T> page, IReadOnlyDictionary<string, string> keys) where T : class =>
        await (await ModuleAsync()).InvokeAsync<IJSObjectReference>("onCopyKeys", page, keys);

    /// <summary>What the visitor chose the last time; <see langword="null"/> when nothing was.</summary>
    public async ValueTask<string?> RememberedAsync(string name) => await (await ModuleAsync()).InvokeAsync<string?>("remembered", name);

    /// <summary>Remembers a choice, which is one word of letters, in this browser.</summary>
    public async ValueTask RememberAsync(string name, string choice) => await (await ModuleAsync()).InvokeVoidAsync("remember", name, choice);

    /// <summary>What stands in a field. Read in pieces, so that it may be longer than a message of the connection.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is longer than allowed.</exception>
    public async Task<string> TextAsync(string selector, long mostBytes)
    {
        await using var text = await (await ModuleAsync()).InvokeAsync<IJSStreamReference>("textOf", selector);
        await using var stream = await text.OpenReadStreamAsync(mostBytes);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }

    /// <summary>Empties a field.</summary>
    public async ValueTask ClearAsync(string selector) => await (await ModuleAsync()).InvokeVoidAsync("clear", selector);

    /// <summary>Hands a file to the visitor.</summary>
    public async Task DownloadAsync(string name, byte[] content)
    {
        using var stream = new DotNetStreamReference(new MemoryStream(content));
        await (await ModuleAsync()).InvokeVoidAsync("download", name, stream);
    }

    /// <summary>Opens the print dialog.</summary>
    public async ValueTask PrintAsync() => await (await ModuleAsync()).InvokeVoidAsync("print");

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_module is not null)
            {
                await _module.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone, and its module with it.
        }
    }

    private async ValueTask<IJSObjectReference> ModuleAsync() =>
        _module ??= await scripts.InvokeAsync<IJSObjectReference>("import", "./js/app.js");
}
