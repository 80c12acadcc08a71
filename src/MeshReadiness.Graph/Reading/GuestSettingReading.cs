using System.Collections.Immutable;
using System.Text.Json;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Graph.Http;

namespace MeshReadiness.Graph.Reading;

/// <summary>Reads who may invite guests, and which organisations are let in.</summary>
internal static class GuestSettingReading
{
    public static async Task<GuestInvitationFacts> ReadInvitationsAsync(GraphAccess graph, CancellationToken cancellationToken) =>
        new((await RawPages.ReadOneAsync(graph, GraphPermissions.GuestInvitations.Endpoint, cancellationToken)).NeededText("allowInvitesFrom"));

    public static async Task<Result<CrossTenantFacts>> ReadCrossTenantAsync(GraphAccess graph, CancellationToken cancellationToken)
    {
        var byDefault = await GraphProblems.CatchAsync(
            GraphPermissions.CrossTenantDefault, () => ReadDefaultAsync(graph, cancellationToken), cancellationToken);

        return byDefault.TryGet(out var access)
            ? (await GraphProblems.CatchAsync(GraphPermissions.CrossTenantPartners, () => ReadPartnersAsync(graph, cancellationToken), cancellationToken))
                .Map(partners => new CrossTenantFacts(access, partners))
            : byDefault.Problem;
    }

    private static async Task<InboundAccess> ReadDefaultAsync(GraphAccess graph, CancellationToken cancellationToken)
    {
        var settings = await RawPages.ReadOneAsync(graph, GraphPermissions.CrossTenantDefault.Endpoint, cancellationToken);

        return settings.OptionalObject("b2bCollaborationInbound") is null
            ? throw new MalformedAnswerException("b2bCollaborationInbound", "an object")
            : Map(settings);
    }

    private static Task<ImmutableArray<PartnerAccess>> ReadPartnersAsync(GraphAccess graph, CancellationToken cancellationToken) =>
        RawPages.ReadAllAsync(
            graph,
            GraphPermissions.CrossTenantPartners.Endpoint,
            "tenantId",
            partner => new PartnerAccess(partner.NeededText("tenantId"), Map(partner)),
            cancellationToken);

    private static InboundAccess Map(JsonElement settings)
    {
        var inbound = settings.OptionalObject("b2bCollaborationInbound");
        var trust = settings.OptionalObject("inboundTrust");

        return new(
            inbound?.OptionalObject("usersAndGroups")?.OptionalText("accessType"),
            inbound?.OptionalObject("applications")?.OptionalText("accessType"),
            trust?.OptionalFlag("isMfaAccepted"),
            trust?.OptionalFlag("isCompliantDeviceAccepted"));
    }
}
