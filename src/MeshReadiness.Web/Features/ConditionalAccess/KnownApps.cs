using System.Collections.Immutable;
using MeshReadiness.Core.ConditionalAccess.SignIns;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Web.Features.ConditionalAccess;

/// <summary>Apps that people of Mesh meet, by the ids that Microsoft gave them in all tenants.</summary>
internal static class KnownApps
{
    /// <summary>Mesh itself.</summary>
    public const string Mesh = MeshNames.ServicesAppId;

    /// <summary>What can be asked for by a name.</summary>
    public static ImmutableArray<(string Id, string Name)> Offered { get; } =
    [
        (Mesh, "Microsoft Mesh"),
        ("cc15fd57-2c6c-4117-a88c-83b1d56b4bbe", "Microsoft Teams"),
        ("00000002-0000-0ff1-ce00-000000000000", "Exchange Online"),
        ("00000003-0000-0ff1-ce00-000000000000", "SharePoint Online"),
        ("00000003-0000-0000-c000-000000000000", "Microsoft Graph"),
    ];

    /// <summary>What a sign-in asks for, by its name where it has one here.</summary>
    public static string NameOf(SignInTarget? target) => Offered.FirstOrDefault(app => app.Id == target?.Value).Name ?? target?.Value ?? "a resource that isn't known";
}
