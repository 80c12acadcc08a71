using System.Collections.Immutable;
using MeshReadiness.Core.ConditionalAccess.SignIns;
using MeshReadiness.Core.ConditionalAccess.Words;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Core.ConditionalAccess.Population;

/// <summary>What comes of it when a person signs in with one of their own devices.</summary>
/// <param name="Target">What is asked for.</param>
/// <param name="InBrowser">Whether it is asked for in a browser rather than by an app on the device.</param>
/// <param name="Outcome">What comes of it.</param>
/// <param name="Why">One sentence for each policy that keeps the person out for sure.</param>
public sealed record DeviceOutcome(SignInTarget? Target, bool InBrowser, SignInOutcome Outcome, ImmutableArray<string> Why)
{
    /// <summary>
    /// Tries a device in every way in which devices like it are tried: a headset as the scenarios of headsets, any other as the scenarios of
    /// its platform, each with the real device in place of the assumed one. None for a device that no scenario is about, such as a phone.
    /// </summary>
    /// <param name="tenant">The policies.</param>
    /// <param name="scenarios">The ways of signing in.</param>
    /// <param name="person">Who signs in.</param>
    /// <param name="device">Their device.</param>
    /// <param name="names">Names for what policies name.</param>
    public static ImmutableArray<DeviceOutcome> Try(
        TenantSignIns tenant, IEnumerable<SignInScenario> scenarios, PersonClass person, DeviceFacts device, PolicyNames names)
    {
        var rules = new SignInRules(tenant.Policies, tenant.Apps);

        return
        [
            .. scenarios.Where(scenario => scenario.IsFor(person) && IsAbout(scenario.SignIn, device))
                .DistinctBy(scenario => (scenario.SignIn.Target, scenario.SignIn.ClientAppType))
                .Select(scenario => person.As(tenant.Here(scenario).SignIn with { Device = device.Presented }, tenant.Uncertain))
                .Select(signIn => Of(rules.Judge(signIn), signIn, names)),
        ];
    }

    private static bool IsAbout(SignIn assumed, DeviceFacts device) =>
        assumed.IsHeadset == device.IsHeadset && (device.IsHeadset || assumed.Platform.Test(platform => platform == device.Platform) is Truth.Yes);

    private static DeviceOutcome Of(SignInResult result, SignIn signIn, PolicyNames names) => new(
        signIn.Target, signIn.ClientAppType.Value is "browser", result.Outcome, SignInWords.WhyBlocked(result, signIn, names));
}
