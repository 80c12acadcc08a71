using MeshReadiness.Data;
using MeshReadiness.Web.Components;
using MeshReadiness.Web.Features.Dashboard;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace MeshReadiness.Web.Features.HelpDesk;

/// <summary>
/// The search. What is searched for stands in the address, so a link in a ticket shows what its sender saw. Enter opens the
/// first who is found, also when they are found only then; arrows lead from the box to the people and back.
/// </summary>
public sealed partial class HelpDeskPage(NavigationManager navigation, Browser browser) : IAsyncDisposable
{
    private const string Box = "#person", People = "#found a.line";

    private FoundPeople? _found;
    private string? _entered;
    private IJSObjectReference? _arrows;

    /// <summary>Who to look for.</summary>
    [SupplyParameterFromQuery] private string? Text { get; set; }

    /// <summary>Only people with a certain verdict on this experience.</summary>
    [SupplyParameterFromQuery] private string? Experience { get; set; }

    /// <summary>That verdict.</summary>
    [SupplyParameterFromQuery] private string? Verdict { get; set; }

    /// <summary>Only people for whom this reason speaks against the experience.</summary>
    [SupplyParameterFromQuery] private string? Reason { get; set; }

    /// <summary>Only people who hold this product.</summary>
    [SupplyParameterFromQuery] private string? Product { get; set; }

    /// <summary>Only people of this department.</summary>
    [SupplyParameterFromQuery] private string? Department { get; set; }

    /// <summary>Only people of this country.</summary>
    [SupplyParameterFromQuery] private string? Country { get; set; }

    /// <summary>Only people of this office.</summary>
    [SupplyParameterFromQuery] private string? Office { get; set; }

    /// <summary>Which page of the results, from 1 on.</summary>
    [SupplyParameterFromQuery] private string? Page { get; set; }

    private PeopleFilter Filter => new(
        Text, Experience, VerdictWords.Parse(Verdict), Reason, Guid.TryParse(Product, out var skuId) ? skuId : null, PeopleFilter.ReadPage(Page))
    {
        Within = DimensionWords.SetOf(Department, Country, Office) ?? PeopleSet.Everybody,
    };

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_arrows is not null)
            {
                await _arrows.InvokeVoidAsync("stop");
                await _arrows.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone, and its keys with it.
        }
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _arrows = await browser.OnArrowsAsync(Box, People);
        }
    }

    private void Search(string text)
    {
        _entered = null;
        navigation.NavigateTo((Filter with { Text = text.Length == 0 ? null : text, Page = 1 }).Address, replace: true);
    }

    private Task EnterAsync(string text)
    {
        _entered = text;
        return OpenAsync();
    }

    private Task ShowAsync(FoundPeople found)
    {
        _found = found;
        return OpenAsync();
    }

    // Somebody who only comes near may be somebody else, so they are not opened unseen.
    private async Task OpenAsync()
    {
        if (_entered is not { Length: > 0 } || _found is not { } found || found.Filter.Text != _entered)
        {
            return;
        }

        _entered = null;

        if (found.Page.IsNear)
        {
            await browser.FocusAsync(People);
        }
        else if (found.Page.People is [var first, ..])
        {
            navigation.NavigateTo($"/help-desk/{Uri.EscapeDataString(first.Id)}");
        }
    }
}
