using System.Security.Claims;
using MeshReadiness.Core.Scanning;

namespace MeshReadiness.Web.Hosting;

/// <summary>Reads who acts from the signed-in principal.</summary>
internal static class CurrentActor
{
    /// <summary>The claim that Entra puts the directory's object id into, under its short and its long name.</summary>
    private static readonly string[] ObjectIdClaims = ["oid", "http://schemas.microsoft.com/identity/claims/objectidentifier"];

    public static Actor ToActor(this ClaimsPrincipal user) => new(
        ObjectIdClaims.Select(user.FindFirstValue).FirstOrDefault(id => id is not null)
            ?? user.FindFirstValue(ClaimTypes.NameIdentifier) ?? "unknown",
        user.Identity?.Name ?? "Somebody");
}
