using MeshReadiness.Core.Tenant;
using MeshReadiness.Graph.Http;
using MeshReadiness.Graph.Reading;
using Microsoft.Extensions.DependencyInjection;

namespace MeshReadiness.Graph;

/// <summary>Registers the reading of a tenant.</summary>
public static class GraphRegistration
{
    /// <summary>Adds <see cref="ITenantReader"/> over Microsoft Graph.</summary>
    /// <param name="services">Where to add it.</param>
    /// <param name="connection">Tells where Graph is; asked once, when the first scan needs it.</param>
    public static IServiceCollection AddMeshReadinessGraph(this IServiceCollection services, Func<IServiceProvider, GraphConnection> connection) =>
        services.AddSingleton<ITenantReader>(provider => TenantReaders.Create(connection(provider)));
}

/// <summary>Makes readers for programs that have no container.</summary>
public static class TenantReaders
{
    /// <summary>A reader of the tenant behind this connection.</summary>
    public static ITenantReader Create(GraphConnection connection) => new GraphTenantReader(GraphPipeline.CreateClient(connection));
}
