using System.Collections.Immutable;
using System.Text.Json;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Graph.Http;

namespace MeshReadiness.Graph.Reading;

/// <summary>Reads applications, Teams apps and apps of device management, each by name, so that the answers stay short.</summary>
internal static class AppReading
{
    public static Task<ImmutableArray<ApplicationFacts>> ReadApplicationsAsync(GraphAccess graph, CancellationToken cancellationToken) => ReadAsync(
        graph,
        $"/servicePrincipals?$filter=appId eq '{MeshNames.ServicesAppId}'&$select=id,appId,displayName,accountEnabled,appRoleAssignmentRequired",
        item => new ApplicationFacts(
            item.NeededText("appId"), item.OptionalText("displayName"), item.OptionalFlag("accountEnabled"), item.OptionalFlag("appRoleAssignmentRequired")),
        cancellationToken);

    public static Task<ImmutableArray<TeamsAppFacts>> ReadTeamsAppsAsync(GraphAccess graph, CancellationToken cancellationToken) => ReadAsync(
        graph,
        $"/appCatalogs/teamsApps?$filter={string.Join(" or ", MeshNames.TeamsApps.Select(name => $"displayName eq '{name}'"))}",
        item => new TeamsAppFacts(item.NeededText("id"), item.NeededText("displayName"), item.OptionalText("distributionMethod")),
        cancellationToken);

    public static Task<ImmutableArray<MobileAppFacts>> ReadMobileAppsAsync(GraphAccess graph, CancellationToken cancellationToken) => ReadAsync(
        graph,
        $"/deviceAppManagement/mobileApps?$filter=contains(displayName,'{MeshNames.App}')&$expand=assignments",
        item => new MobileAppFacts(
            item.NeededText("id"),
            item.NeededText("displayName"),
            item.OptionalText("publishingState"),
            [.. item.List("assignments").Select(assignment => assignment.OptionalText("intent")).OfType<string>()]),
        cancellationToken);

    private static Task<ImmutableArray<T>> ReadAsync<T>(
        GraphAccess graph, string path, Func<JsonElement, T> map, CancellationToken cancellationToken) =>
        RawPages.ReadAllAsync(graph, path.Replace(" ", "%20", StringComparison.Ordinal), "id", map, cancellationToken);
}
