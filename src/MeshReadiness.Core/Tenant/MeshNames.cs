using System.Collections.Immutable;

namespace MeshReadiness.Core.Tenant;

/// <summary>Names that Microsoft and makers of headsets gave once for all tenants, and by which a scan asks.</summary>
public static class MeshNames
{
    /// <summary>The app id of Microsoft Mesh Services, the resource that people sign in to.</summary>
    public const string ServicesAppId = "3016d0ce-47cc-4005-b11d-5fcabb1b643d";

    /// <summary>A piece of the name of every packaged Mesh app.</summary>
    public const string App = "Mesh";

    /// <summary>The apps in the Teams catalogue.</summary>
    public static ImmutableArray<string> TeamsApps { get; } = ["Avatars", "Mesh"];

    /// <summary>What headsets give as their maker: Meta by name, Oculus by what the devices themselves tell.</summary>
    public static ImmutableArray<string> HeadsetMakers { get; } = ["Oculus", "Meta"];

    /// <summary>A piece of every headset's model.</summary>
    public const string HeadsetModel = "Quest";

    /// <summary>Whether a device is a headset.</summary>
    public static bool IsHeadset(string? manufacturer, string? model) =>
        HeadsetMakers.Any(maker => manufacturer?.StartsWith(maker, StringComparison.OrdinalIgnoreCase) is true)
        || model?.Contains(HeadsetModel, StringComparison.OrdinalIgnoreCase) is true;

    /// <summary>Whether a text speaks of headsets, for example the rule of a device filter.</summary>
    public static bool SpeakOfHeadsets(string text) =>
        HeadsetMakers.Append(HeadsetModel).Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
}
