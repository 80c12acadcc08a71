using System.Collections.Immutable;
using MeshReadiness.Core.ConditionalAccess.Filters;

namespace MeshReadiness.Core.ConditionalAccess.Devices;

/// <summary>A device to try things with: typical of its kind, and no device of anybody.</summary>
/// <param name="Id">A word for addresses.</param>
/// <param name="Name">Its name.</param>
/// <param name="Summary">What it is, in a few words.</param>
/// <param name="Platform">Its platform, as policies write it; <see langword="null"/> where it could be any.</param>
/// <param name="IsHeadset">Whether it is a headset.</param>
/// <param name="Device">What the directory tells of it. What isn't told here is unknown.</param>
public sealed record DevicePreset(string Id, string Name, string Summary, string? Platform, bool IsHeadset, FilterDevice Device)
{
    /// <summary>All of them, headsets first.</summary>
    public static ImmutableArray<DevicePreset> All { get; } =
    [
        new("quest-unregistered", "Unregistered Quest", "A headset out of its box; the directory doesn't know it, so everything about it is empty.",
            "android", true, FilterDevice.Unregistered),
        new("quest-managed", "Managed, compliant Quest", "Registered, under device management and compliant.",
            "android", true, Registered(isManaged: true, isCompliant: true, "Workplace", "Company", "Oculus", "Quest 3", "Android")),
        new("quest-registered", "Registered, unmanaged Quest", "A personal headset that somebody has registered; nobody manages it.",
            "android", true, Registered(isManaged: false, isCompliant: false, "Workplace", "Personal", "Oculus", "Quest 3", "Android")),
        new("windows-hybrid", "Hybrid joined Windows", "The organisation's PC, joined to Active Directory and to Entra ID, compliant.",
            "windows", false, Registered(isManaged: true, isCompliant: true, "ServerAD", "Company", "Dell Inc.", "Latitude 7440", "Windows")),
        new("windows-registered", "Registered Windows", "Somebody's own PC, registered to reach work; nobody manages it.",
            "windows", false, Registered(isManaged: false, isCompliant: false, "Workplace", "Personal", "Contoso PC", "", "Windows")),
    ];

    /// <summary>A registered device of which nothing else is known: what a real device begins as, before its facts are told.</summary>
    public static DevicePreset Other { get; } = new(
        "registered", "Another registered device", "The directory knows it; the rest is as told here.", null, false, new(Truth.Yes, Truth.Unknown, FilterDevice.NoProperties));

    /// <summary>The one of this id; <see langword="null"/> when there is none.</summary>
    public static DevicePreset? Find(string? id) => All.Append(Other).FirstOrDefault(preset => preset.Id.Equals(id, StringComparison.OrdinalIgnoreCase));

    private static FilterDevice Registered(
        bool isManaged, bool isCompliant, string trustType, string ownership, string manufacturer, string model, string operatingSystem) => new(
            Truth.Yes,
            TruthLogic.Of(isManaged),
            FilterDevice.NoProperties.AddRange(
            [
                KeyValuePair.Create<string, ImmutableArray<string>>("isCompliant", [isCompliant ? bool.TrueString : bool.FalseString]),
                KeyValuePair.Create<string, ImmutableArray<string>>("trustType", [trustType]),
                KeyValuePair.Create<string, ImmutableArray<string>>("deviceOwnership", [ownership]),
                KeyValuePair.Create<string, ImmutableArray<string>>("manufacturer", [manufacturer]),
                KeyValuePair.Create<string, ImmutableArray<string>>("model", model.Length == 0 ? [] : [model]),
                KeyValuePair.Create<string, ImmutableArray<string>>("operatingSystem", [operatingSystem]),
                KeyValuePair.Create<string, ImmutableArray<string>>("profileType", ["RegisteredDevice"]),
            ]));
}
