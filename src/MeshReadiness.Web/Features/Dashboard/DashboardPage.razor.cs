using MeshReadiness.Core.Playbooks;
using MeshReadiness.Web.Components;
using Microsoft.AspNetCore.Components;

namespace MeshReadiness.Web.Features.Dashboard;

/// <summary>The numbers. How the population is taken apart stands in the address.</summary>
public sealed partial class DashboardPage(Playbook playbook, Browser browser)
{
    /// <summary>By what the population is taken apart.</summary>
    [SupplyParameterFromQuery] private string? By { get; set; }

    /// <summary>For which experience.</summary>
    [SupplyParameterFromQuery] private string? Experience { get; set; }

    /// <summary>Only groups whose name contains this.</summary>
    [SupplyParameterFromQuery] private string? Find { get; set; }

    /// <summary>Whether a long list is shown to its end.</summary>
    [SupplyParameterFromQuery] private string? Groups { get; set; }

    private Playbook Playbook => playbook;

    private BreakdownPlace Place => BreakdownPlace.Read("/dashboard", playbook, By, Experience, Find, Groups);

    private async Task PrintAsync() => await browser.PrintAsync();
}
