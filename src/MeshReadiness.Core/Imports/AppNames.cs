using System.Collections.Immutable;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Core.Imports;

/// <summary>Exports list apps by id; the tenant's catalogue tells the names.</summary>
internal static class AppNames
{
    public static bool Is(string listed, string app, Result<ImmutableArray<TeamsAppFacts>> catalogue) =>
        Same(listed, app) || (catalogue.TryGet(out var apps) && apps.Any(known => Same(known.Id, listed) && Same(known.DisplayName, app)));

    /// <summary>Why nothing can be said about an app; <see langword="null"/> when something can.</summary>
    /// <param name="listed">The apps in the export, by id or by name.</param>
    /// <param name="apps">The apps asked for.</param>
    /// <param name="catalogue">The tenant's catalogue.</param>
    public static string? WhyUnknown(IEnumerable<string> listed, IEnumerable<string> apps, Result<ImmutableArray<TeamsAppFacts>> catalogue)
    {
        var all = listed.ToList();

        // Among names alone, what isn't there isn't listed.
        var stranger = all.Any(IsId) ? apps.FirstOrDefault(app => !all.Any(one => Same(one, app)) && !IsKnown(app, catalogue)) : null;
        return stranger is null ? null
            : $"The export lists apps by their ids, and the id of {stranger} isn't known: "
                + (catalogue.Succeeded ? $"the tenant's catalogue doesn't have {stranger}." : catalogue.Problem.Detail)
                + " Export with names, as docs/imports.md shows.";
    }

    private static bool IsKnown(string app, Result<ImmutableArray<TeamsAppFacts>> catalogue) =>
        catalogue.TryGet(out var apps) && apps.Any(known => Same(known.DisplayName, app));

    private static bool IsId(string listed) => Guid.TryParse(listed, out _) || listed.StartsWith("com.", StringComparison.OrdinalIgnoreCase);

    private static bool Same(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
}
