using System.Collections.Immutable;
using MeshReadiness.Core.ConditionalAccess.Filters;
using MeshReadiness.Core.ConditionalAccess.SignIns;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Core.ConditionalAccess.Findings;

/// <summary>The sign-ins that policies are tried with: nothing suspicious about them, and nothing met as yet.</summary>
internal static class UsualSignIns
{
    /// <summary>The portal where admins work, one of <c>MicrosoftAdminPortals</c>.</summary>
    public const string AdminPortal = "c44b4083-3bb0-49c1-b47d-974e53cbdf3c";

    /// <summary>Somebody whom no policy names, on a PC that the directory doesn't know.</summary>
    public static SignIn Pc { get; } = new()
    {
        UserId = "",
        UserType = "member",
        ExternalUserType = new(true, null),
        HomeTenantId = new(true, null),
        GroupIds = SignIn.SetOf([]),
        RoleTemplateIds = SignIn.SetOf([]),
        Target = App(MeshNames.ServicesAppId),
        ClientAppType = "mobileAppsAndDesktopClients",
        Platform = "windows",
        Device = FilterDevice.Unregistered,
        NamedLocationIds = SignIn.SetOf([]),
        IsTrustedLocation = Truth.No,
        SignInRisk = "none",
        UserRisk = "none",
        InsiderRisk = "none",
        AuthenticationFlow = "none",
        Satisfied = SignIn.SetOf([]),
        AuthenticationStrengthIds = SignIn.SetOf([]),
        TrustsMfa = Truth.No,
        TrustsCompliantDevice = Truth.No,
        TrustsHybridJoinedDevice = Truth.No,
    };

    /// <summary>The same with a headset out of its box.</summary>
    public static SignIn Quest { get; } = Pc with { Platform = "android", IsHeadset = true };

    /// <summary>The same with a headset that is managed and compliant.</summary>
    public static SignIn ManagedQuest { get; } = Quest with { Device = Headset("Oculus", "Quest 3", isManaged: true) };

    /// <summary>Headsets that are registered and that nobody manages, by all names that are known of makers and models.</summary>
    public static ImmutableArray<FilterDevice> UnmanagedHeadsets { get; } =
    [
        .. from maker in MeshNames.HeadsetMakers
           from model in new[] { "Quest 2", "Quest 3", "Quest 3S", "Quest Pro" }
           select Headset(maker, model, isManaged: false),
    ];

    /// <summary>A PC that is registered and that nobody manages.</summary>
    public static FilterDevice UnmanagedPc { get; } = Device(isManaged: false, ("operatingSystem", "Windows"), ("trustType", "Workplace"), ("deviceOwnership", "Personal"));

    /// <summary>An app.</summary>
    public static SignInTarget App(string id) => new(SignInTargetKind.Application, id);

    /// <summary>The best device that a platform has: managed, compliant and, where there is such a thing, hybrid joined.</summary>
    public static FilterDevice Best(string platform) => Device(isManaged: true, ("trustType", platform is "windows" ? "ServerAD" : "Workplace"));

    private static FilterDevice Headset(string maker, string model, bool isManaged) => Device(
        isManaged, ("manufacturer", maker), ("model", model), ("operatingSystem", "Android"), ("trustType", "Workplace"), ("deviceOwnership", isManaged ? "Company" : "Personal"));

    private static FilterDevice Device(bool isManaged, params ReadOnlySpan<(string Name, string Value)> properties)
    {
        var known = FilterDevice.NoProperties.SetItem("isCompliant", [isManaged ? bool.TrueString : bool.FalseString]);

        foreach (var (name, value) in properties)
        {
            known = known.SetItem(name, [value]);
        }

        return new(Truth.Yes, TruthLogic.Of(isManaged), known);
    }
}
