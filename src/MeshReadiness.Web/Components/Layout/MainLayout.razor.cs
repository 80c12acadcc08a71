using MeshReadiness.Web.Features.Palette;
using MeshReadiness.Web.Features.SignIn;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.JSInterop;
using MudBlazor;

namespace MeshReadiness.Web.Components.Layout;

/// <summary>The frame around every page: navigation, tenant, scan, search, account.</summary>
public sealed partial class MainLayout(
    Browser browser, VisitorClock clock, IDialogService dialogs, NavigationManager navigation, PaletteIndex palette, Sessions sessions)
{
    private DotNetObjectReference<MainLayout>? _self;
    private IJSObjectReference? _keys;
    private PageErrorBoundary? _boundary;
    private bool _menuOpen, _paletteOpen;
    private string? _session;

    [CascadingParameter] private Task<AuthenticationState> Authentication { get; set; } = default!;

    // The page's own address, because a bare fragment would be resolved against the base address.
    private string SkipTarget => navigation.Uri.Split('#')[0] + "#page";

    /// <summary>Opens the palette, unless it is open. Called from the page and from the keyboard.</summary>
    [JSInvokable]
    public async Task OpenPaletteAsync()
    {
        if (_paletteOpen)
        {
            return;
        }

        _paletteOpen = true;

        try
        {
            await FindAsync();
        }
        finally
        {
            _paletteOpen = false;
        }
    }

    private async Task FindAsync()
    {
        var entries = await palette.PagesAndTasksAsync();
        var dialog = await dialogs.ShowAsync<PaletteDialog>(
            null,
            new DialogParameters<PaletteDialog> { { shown => shown.Entries, entries } },
            new DialogOptions { NoHeader = true, MaxWidth = MaxWidth.Small, FullWidth = true, Position = DialogPosition.TopCenter, CloseOnEscapeKey = true });
        var result = await dialog.Result;

        if (result?.Data is string address)
        {
            navigation.NavigateTo(address);
        }
        else
        {
            await browser.FocusAsync(".find");
        }
    }

    protected override async Task OnInitializedAsync()
    {
        navigation.LocationChanged += OnLocationChanged;
        _session = Sessions.Of((await Authentication).User);
        sessions.Ended += OnSessionEnded;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
        {
            return;
        }

        _self = DotNetObjectReference.Create(this);
        _keys = await browser.OnPaletteKeyAsync(_self);
        clock.UseZone(await browser.TimeZoneAsync());
    }

    private void ToggleMenu() => _menuOpen = !_menuOpen;

    private void CloseMenu() => _menuOpen = false;

    private void OnSessionEnded(string session)
    {
        if (session == _session)
        {
            InvokeAsync(() => navigation.NavigateTo("/sign-in", forceLoad: true));
        }
    }

    private void OnLocationChanged(object? sender, LocationChangedEventArgs change)
    {
        _boundary?.Recover();
        _menuOpen = false;
        InvokeAsync(StateHasChanged);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        navigation.LocationChanged -= OnLocationChanged;
        sessions.Ended -= OnSessionEnded;
        _self?.Dispose();

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
    }
}
