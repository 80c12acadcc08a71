using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace MeshReadiness.E2E.Tests.Visiting;

/// <summary>Asks axe whether a page shuts anybody out.</summary>
internal static class Axe
{
    /// <summary>What can differ between light and dark; everything else is asked once.</summary>
    private static readonly AxeRunOptions Colours = new() { RunOnly = RunOnlyOptions.Rules("color-contrast", "link-in-text-block") };

    /// <summary>No serious or critical violation, in light and in dark.</summary>
    public static async Task AssertAccessibleAsync(this IPage page)
    {
        List<string> violations = [];

        foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            var result = await page.RunAxe(scheme is ColorScheme.Light ? null : Colours);
            violations.AddRange(result.Violations
                .Where(violation => violation.Impact is "serious" or "critical")
                .SelectMany(violation => violation.Nodes.Select(node => $"{scheme}: {violation.Id} at {node.Target}: {node.Html}")));
        }

        Assert.Empty(violations);
    }
}
