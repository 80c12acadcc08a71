using System.Collections.Immutable;
using MeshReadiness.Core.ConditionalAccess.Devices;
using MeshReadiness.Core.ConditionalAccess.Filters;
using MeshReadiness.Core.ConditionalAccess.Population;
using MeshReadiness.Core.ConditionalAccess.SignIns;
using MeshReadiness.Core.Playbooks;

namespace MeshReadiness.Core.ConditionalAccess.Changes;

/// <summary>Ways in that policies are there to close or to guard. Whoever gets further in one of them after a change has lost a protection.</summary>
public static class ProtectionProbes
{
    private const string Exchange = "00000002-0000-0ff1-ce00-000000000000", Graph = "00000003-0000-0000-c000-000000000000";

    /// <summary>All of them.</summary>
    public static ImmutableArray<SignInScenario> All { get; } =
    [
        Probe("pc-unknown-mail", "Mail from a PC that nobody knows", "Exchange Online in the app, on an unregistered Windows PC, with multifactor authentication.", Exchange, "windows", FilterDevice.Unregistered, "mfa"),
        Probe("phone-unknown-mail", "Mail from a phone that nobody knows", "Exchange Online in the app, on an unregistered Android phone, with multifactor authentication.", Exchange, "android", FilterDevice.Unregistered, "mfa"),
        Probe("pc-unknown-other", "Other resources from a PC that nobody knows", "Microsoft Graph, on an unregistered Windows PC, with multifactor authentication.", Graph, "windows", FilterDevice.Unregistered, "mfa"),
        Probe("headset-unknown-other", "Other resources from an unregistered headset", "Microsoft Graph, on an unregistered headset, with multifactor authentication.", Graph, "android", FilterDevice.Unregistered, "mfa"),
        Probe("no-second-factor", "Mail with a password alone", "Exchange Online in the app, on the organisation's own PC, without multifactor authentication.", Exchange, "windows", DevicePreset.Find("windows-hybrid")!.Device),
        Probe("no-second-factor-unknown", "Mesh with a password alone", "Mesh on an unregistered headset, without multifactor authentication.", Tenant.MeshNames.ServicesAppId, "android", FilterDevice.Unregistered),
    ];

    private static SignInScenario Probe(string id, string name, string summary, string app, string platform, FilterDevice device, params string[] satisfied) => new(
        id, name, summary, Audience.Everyone, new()
        {
            Target = new(SignInTargetKind.Application, app),
            ClientAppType = "mobileAppsAndDesktopClients",
            Platform = platform,
            Device = device,
            NamedLocationIds = SignIn.SetOf([]),
            IsTrustedLocation = Truth.No,
            SignInRisk = "none",
            UserRisk = "none",
            InsiderRisk = "none",
            AuthenticationFlow = "none",
            Satisfied = SignIn.SetOf(satisfied),
            AuthenticationStrengthIds = SignIn.SetOf([]),
        });
}
