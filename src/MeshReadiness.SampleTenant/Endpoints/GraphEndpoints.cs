using MeshReadiness.SampleTenant.Protocol;

namespace MeshReadiness.SampleTenant.Endpoints;

/// <summary>The table of contents of what this tenant answers.</summary>
internal static class GraphEndpoints
{
    public static void Map(Router router, FrontDoor door)
    {
        OrganizationEndpoints.Map(router);
        UserEndpoints.Map(router);
        MembershipEndpoints.Map(router);
        GroupEndpoints.Map(router);
        DeltaEndpoints.Map(router);
        SettingEndpoints.Map(router);
        RoleEndpoints.Map(router);
        ConditionalAccessEndpoints.Map(router);
        DeviceEndpoints.Map(router);
        ServicePrincipalEndpoints.Map(router);
        AppEndpoints.Map(router);
        TeamsEndpoints.Map(router);
        SignInEndpoints.Map(router);
        router.Post("$batch", new Batch(door).AnswerAsync);
    }
}
