using MeshReadiness.Core.ConditionalAccess.SignIns;
using MeshReadiness.Core.Playbooks;

namespace MeshReadiness.Core.ConditionalAccess.Population;

/// <summary>A way of signing in that everybody is judged by, for example with a headset that nobody manages.</summary>
/// <param name="Id">Stable id, for example <c>quest-unregistered</c>.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Summary">What is assumed about device, place and app, one sentence.</param>
/// <param name="For">Whose way it is.</param>
/// <param name="SignIn">Everything of the sign-in that isn't about the person.</param>
public sealed record SignInScenario(string Id, string Name, string Summary, Audience For, SignIn SignIn)
{
    /// <summary>Whether people of this class sign in like this. Whose user type isn't told may.</summary>
    public bool IsFor(PersonClass person) => (For, person.UserType) switch
    {
        (Audience.Members, Tenant.UserType.Guest) or (Audience.Guests, Tenant.UserType.Member) => false,
        _ => true,
    };
}
