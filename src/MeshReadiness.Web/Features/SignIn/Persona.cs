using System.Security.Claims;
using MeshReadiness.Web.Hosting;

namespace MeshReadiness.Web.Features.SignIn;

/// <summary>An invented person to sign in as on a developer's machine.</summary>
/// <param name="Id">Stable id in forms and links.</param>
/// <param name="ObjectId">Stands in for the directory's object id.</param>
/// <param name="Name">The person's name.</param>
/// <param name="Title">What the person does.</param>
/// <param name="Does">What there is to see as this person.</param>
/// <param name="AppRoles">The app roles, as Entra would put them into the token.</param>
internal sealed record Persona(string Id, string ObjectId, string Name, string Title, string Does, params string[] AppRoles)
{
    public static IReadOnlyList<Persona> All { get; } =
    [
        new("admin", "00000000-0000-4000-8000-000000000001", "Maja Lindqvist", "Rollout lead",
            "Steps, licences and scans", Roles.Admin),
        new("approver", "00000000-0000-4000-8000-000000000005", "Henrik Solberg", "Security lead",
            "A second admin: approves risks", Roles.Admin),
        new("executive", "00000000-0000-4000-8000-000000000002", "Tomás Ferreira", "Chief operating officer",
            "The number, and what moves it", Roles.Executive),
        new("helpdesk", "00000000-0000-4000-8000-000000000003", "Priya Nair", "Help desk analyst",
            "One person, and why not", Roles.HelpDesk),
        new("norole", "00000000-0000-4000-8000-000000000004", "Jonas Weber", "New colleague",
            "What somebody without a role sees"),
    ];

    public ClaimsPrincipal ToPrincipal(string scheme) => new(new ClaimsIdentity(
        [
            new("oid", ObjectId),
            new(ClaimTypes.NameIdentifier, ObjectId),
            new("name", Name),
            .. AppRoles.Select(role => new Claim("roles", role)),
        ],
        scheme, "name", "roles"));
}
