using System.Text.Json;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Graph.Reading;

/// <summary>Reads a device. Without the permission to read devices Graph tells the id alone.</summary>
internal static class DeviceReading
{
    public static DeviceFacts Read(JsonElement item) => new(item.NeededText("id"), item.OptionalText("displayName"))
    {
        Manufacturer = item.OptionalText("manufacturer"),
        Model = item.OptionalText("model"),
        OperatingSystem = item.OptionalText("operatingSystem"),
        OperatingSystemVersion = item.OptionalText("operatingSystemVersion"),
        TrustType = item.OptionalText("trustType"),
        IsManaged = item.OptionalFlag("isManaged"),
        IsCompliant = item.OptionalFlag("isCompliant"),
        LastSeen = item.OptionalTime("approximateLastSignInDateTime"),
    };
}
