using MeshReadiness.Core.Tenant;
using MeshReadiness.Graph.Http;
using MeshReadiness.Graph.Reading;
using Microsoft.Extensions.DependencyInjection;

namespace MeshReadiness.Graph;

/// <summary>Registers the reading of a tenant.</summary>
public static class GraphRegistration
{
    /// <summary>Adds <see cref="ITenantReader"/> and <see cref="IPersonReader"/> over Microsoft Graph.</summary>
    /// <param name="services">Where to add it.</param>
    /// <param name="connection">Tells where Graph is; asked when somebody first needs it.</param>
    public static IServiceCollection AddMeshReadinessGraph(this IServiceCollection services, Func<IServiceProvider, GraphConnection> connection) =>
        services
            .AddSingleton<ITenantReader>(provider => TenantReaders.Create(connection(provider)))
            .AddSingleton<IPersonReader>(provider => PersonReader.Create(connection(provider)));
}

/// <summary>Makes readers for programs that have no container.</summary>
public static class TenantReaders
{
    /// <summary>A reader with a token that somebody else has fetched.</summary>
    /// <param name="baseUrl">Where Graph answers, with its version.</param>
    /// <param name="token">The bearer token.</param>
    public static ITenantReader Create(Uri baseUrl, string token) => Create(new GraphConnection(baseUrl, new StaticToken(token)));

    /// <summary>A reader of the tenant behind this connection.</summary>
    internal static ITenantReader Create(GraphConnection connection) => new GraphTenantReader(GraphPipeline.CreateClient(connection));
}
