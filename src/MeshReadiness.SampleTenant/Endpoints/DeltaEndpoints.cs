using MeshReadiness.SampleTenant.Protocol;

namespace MeshReadiness.SampleTenant.Endpoints;

/// <summary>Placeholder kept out of the first commit's way.</summary>
internal static class DeltaEndpoints
{
    public static void Map(Router router) => _ = router;
}
