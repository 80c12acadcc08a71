using MeshReadiness.Data;
using MeshReadiness.Web.Features.Dashboard;
using Microsoft.AspNetCore.Components;

namespace MeshReadiness.Web.Features.HelpDesk;

/// <summary>The search. What is searched for stands in the address, so a link in a ticket shows what its sender saw.</summary>
public sealed partial class HelpDeskPage(NavigationManager navigation)
{
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

    private void Search(string text) =>
        navigation.NavigateTo((Filter with { Text = text.Length == 0 ? null : text, Page = 1 }).Address, replace: true);
}
