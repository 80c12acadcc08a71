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
    private const string None = "none";

    /// <summary>
    /// The sign-in with what isn't told about it taken for the plainest case: outside every named location, without any risk, not begun
    /// with a device code, nothing satisfied yet, and a device without other properties than those told (see <see cref="Filters.FilterDevice.WithoutOthers"/>). The person and what other
    /// tenants are trusted with stay as they are.
    /// </summary>
    public static SignIn Assume(SignIn told) => told with
    {
        Device = told.Device.WithoutOthers(),
        NamedLocationIds = told.NamedLocationIds.Or(SignIn.SetOf([])),
        IsTrustedLocation = told.IsTrustedLocation is Truth.Unknown ? Truth.No : told.IsTrustedLocation,
        SignInRisk = told.SignInRisk.Or(None),
        UserRisk = told.UserRisk.Or(None),
        InsiderRisk = told.InsiderRisk.Or(None),
        AuthenticationFlow = told.AuthenticationFlow.Or(None),
        Satisfied = told.Satisfied.Or(SignIn.SetOf([])),
        AuthenticationStrengthIds = told.AuthenticationStrengthIds.Or(SignIn.SetOf([])),
    };

    /// <summary>Whether people of this class sign in like this. Whose user type isn't told may.</summary>
    public bool IsFor(PersonClass person) => (For, person.UserType) switch
    {
        (Audience.Members, Tenant.UserType.Guest) or (Audience.Guests, Tenant.UserType.Member) => false,
        _ => true,
    };
}
