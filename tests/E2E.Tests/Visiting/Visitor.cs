using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace MeshReadiness.E2E.Tests.Visiting;

/// <summary>Somebody with a browser of their own in front of the portal, who notices everything that goes wrong in it.</summary>
public sealed class Visitor
{
    private readonly ConcurrentQueue<string> _complaints = [];
    private readonly List<string> _tolerated = [];

    public Visitor(IBrowserContext context, IPage page)
    {
        Context = context;
        Page = page;
        context.Console += (_, message) => Complain(message.Type == "error", $"The console says: {message.Text}");
        context.WebError += (_, error) => Complain(true, $"A script failed: {error.Error}");
        context.Request += (_, request) => Complain(!IsOurs(request.Url), $"The page asked another host: {request.Url}");
        page.WebSocket += (_, socket) => Complain(!IsOurs(socket.Url), $"The page called another host: {socket.Url}");
    }

    public IBrowserContext Context { get; }

    public IPage Page { get; }

    /// <summary>What went wrong and was not to be expected.</summary>
    public IReadOnlyList<string> Complaints => [.. _complaints.Where(complaint => !_tolerated.Exists(complaint.Contains))];

    /// <summary>Something that this test provokes on purpose.</summary>
    public void Tolerate(string part) => _tolerated.Add(part);

    /// <summary>Goes to an address and waits until the page is alive.</summary>
    public async Task OpenAsync(string address)
    {
        await Page.GotoAsync(address);
        await Page.Locator("[data-interactive=true]").WaitForAsync();
    }

    /// <summary>Presses the palette's keys, and once more should the page have been too young to hear them.</summary>
    public async Task OpenPaletteAsync()
    {
        var palette = Page.GetByRole(AriaRole.Listbox, new() { Name = "Found" });

        for (var press = 0; press < 5 && !await palette.IsVisibleAsync(); press++)
        {
            await Page.Keyboard.PressAsync("Control+k");
            await Task.WhenAny(palette.WaitForAsync(new() { Timeout = 2000 }));
        }
    }

    public ILocator Heading(string name) => Page.GetByRole(AriaRole.Heading, new() { Name = name, Exact = true });

    public ILocator Link(string name) => Page.GetByRole(AriaRole.Link, new() { Name = name });

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name });

    public ILocator Text(string text) => Page.GetByText(text);

    private void Complain(bool applies, string complaint)
    {
        if (applies)
        {
            _complaints.Enqueue(complaint);
        }
    }

    private static bool IsOurs(string address) =>
        !Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is "data" or "blob" or "about" || uri.Host is "127.0.0.1" or "localhost";
}
