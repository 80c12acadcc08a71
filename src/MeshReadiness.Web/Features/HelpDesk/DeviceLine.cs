using System.Collections.Immutable;
using MeshReadiness.Core.ConditionalAccess.Population;
using MeshReadiness.Core.ConditionalAccess.SignIns;
using MeshReadiness.Web.Features.ConditionalAccess;

namespace MeshReadiness.Web.Features.HelpDesk;

/// <summary>A person's registered device, for programs.</summary>
/// <param name="Id">The object id.</param>
/// <param name="DisplayName">The name; <see langword="null"/> when not told.</param>
/// <param name="Manufacturer">The maker.</param>
/// <param name="Model">The model.</param>
/// <param name="OperatingSystem">The operating system.</param>
/// <param name="OperatingSystemVersion">Its version.</param>
/// <param name="TrustType">How it is joined, in Graph's words.</param>
/// <param name="IsManaged">Whether device management manages it.</param>
/// <param name="IsCompliant">Whether it meets the rules of device management.</param>
/// <param name="IsHeadset">Whether it is a headset.</param>
/// <param name="LastSeen">About when somebody last signed in on it.</param>
/// <param name="SignIns">What Conditional Access makes of it; empty when no scenario is about such devices, and when the policies aren't known.</param>
internal sealed record DeviceLine(
    string Id, string? DisplayName, string? Manufacturer, string? Model, string? OperatingSystem, string? OperatingSystemVersion, string? TrustType, bool? IsManaged,
    bool? IsCompliant, bool IsHeadset, DateTimeOffset? LastSeen, ImmutableArray<DeviceSignIn> SignIns)
{
    public static DeviceLine Of(TriedDevice tried) => new(
        tried.Device.Id, tried.Device.DisplayName, tried.Device.Manufacturer, tried.Device.Model, tried.Device.OperatingSystem, tried.Device.OperatingSystemVersion,
        tried.Device.TrustType, tried.Device.IsManaged, tried.Device.IsCompliant, tried.Device.IsHeadset, tried.Device.LastSeen,
        tried.Outcomes.TryGet(out var outcomes) ? [.. outcomes.Select(DeviceSignIn.Of)] : []);
}

/// <summary>One way of signing in with a device.</summary>
/// <param name="App">What is asked for.</param>
/// <param name="InBrowser">Whether in a browser.</param>
/// <param name="Outcome">What comes of it.</param>
/// <param name="Why">The policies that keep the person out, a sentence each.</param>
internal sealed record DeviceSignIn(string App, bool InBrowser, SignInOutcome Outcome, ImmutableArray<string> Why)
{
    public static DeviceSignIn Of(DeviceOutcome outcome) => new(KnownApps.NameOf(outcome.Target), outcome.InBrowser, outcome.Outcome, outcome.Why);
}
