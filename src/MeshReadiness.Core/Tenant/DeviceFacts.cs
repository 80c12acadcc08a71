using MeshReadiness.Core.ConditionalAccess;
using MeshReadiness.Core.ConditionalAccess.Devices;
using MeshReadiness.Core.ConditionalAccess.Filters;

namespace MeshReadiness.Core.Tenant;

/// <summary>A device that a person has registered, in Graph's own words.</summary>
/// <param name="Id">The object id.</param>
/// <param name="DisplayName">The name; <see langword="null"/> when not told, as without the permission to read devices.</param>
public sealed record DeviceFacts(string Id, string? DisplayName)
{
    /// <summary>The maker, as the device tells it, for example <c>Oculus</c>.</summary>
    public string? Manufacturer { get; init; }

    /// <summary>The model, for example <c>Quest 3</c>.</summary>
    public string? Model { get; init; }

    /// <summary>The operating system, for example <c>Windows</c> or <c>Android</c>.</summary>
    public string? OperatingSystem { get; init; }

    /// <summary>The operating system's version.</summary>
    public string? OperatingSystemVersion { get; init; }

    /// <summary>How the device is joined: <c>Workplace</c>, <c>AzureAd</c> or <c>ServerAd</c>.</summary>
    public string? TrustType { get; init; }

    /// <summary>Whether device management manages it; <see langword="null"/> when not told, which Graph also does for no.</summary>
    public bool? IsManaged { get; init; }

    /// <summary>Whether it meets the rules of device management; <see langword="null"/> when not told or not managed.</summary>
    public bool? IsCompliant { get; init; }

    /// <summary>About when somebody last signed in on it.</summary>
    public DateTimeOffset? LastSeen { get; init; }

    /// <summary>The device as a sign-in with it presents it. Without the permission to read devices all but the registration is unknown.</summary>
    public FilterDevice Presented { get; init; } = new(Truth.Yes, Truth.Unknown, FilterDevice.NoProperties);

    /// <summary>Whether it is a headset that Mesh runs on, by maker and model.</summary>
    public bool IsHeadset => MeshNames.IsHeadset(Manufacturer, Model);

    /// <summary>The platform that it gives itself out for, in the words of policies; <see langword="null"/> when its operating system tells none.</summary>
    public string? Platform => DevicePlatforms.Of(OperatingSystem);
}
