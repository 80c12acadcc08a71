using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Readiness;
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

    /// <summary>Whether a long list is shown to its end.</summary>
    [SupplyParameterFromQuery(Name = "all")] private string? Wanted { get; set; }

    private Playbook Playbook => playbook;

    private Dimension Dimension => DimensionWords.Parse(By) ?? Dimension.Department;

    private string ExperienceId => playbook.Experiences.FirstOrDefault(one => one.Id == Experience)?.Id ?? ReasonCount.Anywhere;

    private bool All => bool.TryParse(Wanted, out var all) && all;

    private async Task PrintAsync() => await browser.PrintAsync();
}
