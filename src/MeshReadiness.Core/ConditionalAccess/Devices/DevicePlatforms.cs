namespace MeshReadiness.Core.ConditionalAccess.Devices;

/// <summary>The platforms of policies, by the operating systems that devices tell.</summary>
public static class DevicePlatforms
{
    // The directory and device management write the same system in several ways, for example MacMDM and AndroidForWork.
    private static readonly (string Beginning, string Platform)[] Known =
    [
        ("Windows Phone", "windowsPhone"), ("WindowsPhone", "windowsPhone"), ("Windows", "windows"), ("Android", "android"),
        ("iOS", "iOS"), ("iPad", "iOS"), ("iPhone", "iOS"), ("Mac", "macOS"), ("Linux", "linux"),
    ];

    /// <summary>The platform as policies write it; <see langword="null"/> when the system tells none.</summary>
    /// <param name="operatingSystem">The operating system as a device tells it.</param>
    public static string? Of(string? operatingSystem) =>
        Known.FirstOrDefault(one => operatingSystem?.StartsWith(one.Beginning, StringComparison.OrdinalIgnoreCase) is true).Platform;
}
