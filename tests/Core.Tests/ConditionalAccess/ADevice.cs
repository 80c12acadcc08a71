using MeshReadiness.Core.ConditionalAccess;
using MeshReadiness.Core.ConditionalAccess.Filters;

namespace MeshReadiness.Core.Tests.ConditionalAccess;

/// <summary>The devices of the worked examples.</summary>
internal static class ADevice
{
    /// <summary>A headset that the directory doesn't know.</summary>
    public static readonly FilterDevice U = FilterDevice.Unregistered;

    /// <summary>A managed, compliant headset.</summary>
    public static readonly FilterDevice QM = Registered(managed: true, compliant: true,
        ("manufacturer", "Oculus"), ("model", "Quest 3"), ("operatingSystem", "Android"), ("trustType", "Workplace"), ("deviceOwnership", "Company"), ("displayName", "QUEST-07"));

    /// <summary>A registered headset that nobody manages.</summary>
    public static readonly FilterDevice QX = Registered(managed: false, compliant: false,
        ("manufacturer", "Oculus"), ("model", "Quest 3"), ("operatingSystem", "Android"), ("trustType", "Workplace"), ("deviceOwnership", "Personal"));

    /// <summary>A hybrid joined PC.</summary>
    public static readonly FilterDevice W = Registered(managed: true, compliant: true,
        ("manufacturer", "Dell Inc."), ("model", "Latitude 7440"), ("operatingSystem", "Windows"), ("trustType", "ServerAD"), ("extensionAttribute1", "SAW"),
        ("physicalIds", "[ZTDId]:0a1b2c"), ("systemLabels", "M365Managed"));

    /// <summary>A registered PC that nobody manages, with an empty model.</summary>
    public static readonly FilterDevice P = Registered(managed: false, compliant: false,
        ("manufacturer", "Contoso PC"), ("model", ""), ("operatingSystem", "Windows"), ("trustType", "Workplace"), ("extensionAttribute1", "SAW"));

    public static FilterDevice Named(string name) => name switch { "U" => U, "QM" => QM, "QX" => QX, "W" => W, _ => P };

    /// <summary>A registered device that tells these properties and nothing else.</summary>
    public static FilterDevice Registered(bool managed, bool compliant, params (string Name, string Value)[] properties) => new(
        Truth.Yes,
        TruthLogic.Of(managed),
        FilterDevice.NoProperties
            .SetItem("isCompliant", [compliant ? "True" : "False"])
            .SetItems(properties.Select(property => KeyValuePair.Create(
                property.Name, property.Value.Length == 0 ? ImmutableArray<string>.Empty : [property.Value]))));

    /// <summary>Devices as a scan keeps them, counted; what they don't tell is empty.</summary>
    public static DeviceShapes Counted(params ReadOnlySpan<(FilterDevice Device, int Count)> devices)
    {
        var shapes = ImmutableArray.CreateBuilder<DeviceShape>();

        foreach (var (device, count) in devices)
        {
            shapes.Add(new(count, device.IsManaged is Truth.Yes, [.. DeviceShapeCounter.Properties.Select(name => device.Properties.GetValueOrDefault(name, []))]));
        }

        return new(DeviceShapeCounter.Properties, shapes.ToImmutable(), 0);
    }
}
