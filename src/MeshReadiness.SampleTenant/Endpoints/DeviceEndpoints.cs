using MeshReadiness.SampleTenant.Protocol;

namespace MeshReadiness.SampleTenant.Endpoints;

internal static class DeviceEndpoints
{
    public static void Map(Router router) => _ = router;
}
