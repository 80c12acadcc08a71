using System.Security.Claims;

namespace MeshReadiness.Web.Features.SignIn;

/// <summary>
/// Tells open pages that their session has been signed out of. A page lives on a connection of its own and would
/// otherwise go on for as long as it stays open.
/// </summary>
public sealed class Sessions
{
    private const string ClaimType = "portal_session";

    /// <summary>Raised on any thread with the session that has ended.</summary>
    public event Action<string>? Ended;

    /// <summary>The session that a principal belongs to.</summary>
    public static string? Of(ClaimsPrincipal user) => user.FindFirstValue(ClaimType);

    /// <summary>Begins a session: every sign-in is one.</summary>
    internal static void Begin(ClaimsPrincipal user) =>
        (user.Identity as ClaimsIdentity)?.AddClaim(new(ClaimType, Guid.CreateVersion7().ToString("N")));

    /// <summary>Ends the session of a principal on all open pages.</summary>
    internal void End(ClaimsPrincipal user)
    {
        if (Of(user) is { } session)
        {
            Ended?.Invoke(session);
        }
    }
}
