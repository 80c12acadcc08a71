using System.Collections.Immutable;
using System.Text.Json;
using MeshReadiness.Core.ConditionalAccess;
using MeshReadiness.Core.ConditionalAccess.Filters;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Graph.Http;

namespace MeshReadiness.Graph.Reading;

/// <summary>Reads a device. Without the permission to read devices Graph tells the id alone.</summary>
internal static class DeviceReading
{
    public static DeviceFacts Read(JsonElement item)
    {
        var device = new DeviceFacts(item.NeededText("id"), item.OptionalText("displayName"))
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

        return device is { DisplayName: null, OperatingSystem: null, TrustType: null } ? device : device with { Presented = Presented(item, device) };
    }

    /// <summary>How a device is joined, with the capitals that filters write.</summary>
    public static string? Joined(string? trust) => trust switch
    {
        "AzureAd" => "AzureAD",
        "ServerAd" => "ServerAD",
        _ => trust,
    };

    // Graph tells nothing, rather than no, of a device that device management never had.
    private static FilterDevice Presented(JsonElement item, DeviceFacts device) => new(
        Truth.Yes,
        TruthLogic.Of(device.IsManaged is true),
        FilterDevice.NoProperties.AddRange(DeviceProperty.All.Select(property => KeyValuePair.Create(property.Name, Values(item, property)))));

    private static ImmutableArray<string> Values(JsonElement item, DeviceProperty property) => property switch
    {
        { Kind: DevicePropertyKind.List } => [.. item.List(property.Name).Select(text => text.GetString() ?? throw new MalformedAnswerException(property.Name, "texts"))],
        { Kind: DevicePropertyKind.Flag } => Only(item.OptionalFlag(property.Name)?.ToString()),
        { IsExtension: true } => Only(item.OptionalObject("extensionAttributes")?.OptionalText(property.Name)),
        { Name: "trustType" } => Only(Joined(item.OptionalText(property.Name))),
        _ => Only(item.OptionalText(property.Name)),
    };

    private static ImmutableArray<string> Only(string? value) => string.IsNullOrEmpty(value) ? [] : [value];
}
