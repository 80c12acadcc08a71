using System.Reflection;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Graph;
using MeshReadiness.Web.Hosting;

namespace MeshReadiness.Web.Features.About;

/// <summary>What the portal is and asks for.</summary>
internal static class AboutFeature
{
    /// <summary>The portal's version, without the build's hash.</summary>
    public static string Version { get; } =
        typeof(AboutFeature).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    public static void MapAbout(this RouteGroupBuilder api) => api.MapGet("/about", (Playbook playbook) => TypedResults.Ok(
            new { version = Version, playbook = new { playbook.Id, playbook.Version }, permissions = GraphPermissions.All }))
        .RequireAuthorization(Policies.AnyRole).WithTags("About");
}
