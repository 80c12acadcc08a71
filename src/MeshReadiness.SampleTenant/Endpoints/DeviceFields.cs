using System.Text.Json;
using MeshReadiness.SampleTenant.Company;

namespace MeshReadiness.SampleTenant.Endpoints;

/// <summary>
/// The properties of a device that are asked for by the million, each written by itself: to make a whole device first costs several
/// times as much.
/// </summary>
internal static class DeviceFields
{
    private static readonly JsonEncodedText[] Extensions =
        [.. Enumerable.Range(1, 15).Select(number => JsonEncodedText.Encode($"extensionAttribute{number}"))];

    private static readonly (string Name, Action<Utf8JsonWriter, Tenant, Device> Write)[] Fields =
    [
        ("id", (writer, tenant, device) => writer.WriteString("id"u8, tenant.Devices.IdOf(device))),
        ("deviceOwnership", (writer, _, device) => writer.WriteString("deviceOwnership"u8, device.Ownership)),
        ("enrollmentProfileName", (writer, _, device) => writer.WriteString("enrollmentProfileName"u8, device.EnrollmentProfile)),
        ("extensionAttributes", (writer, _, device) => WriteExtensions(writer, device)),
        ("isCompliant", (writer, _, device) => Write(writer, "isCompliant"u8, device.IsManaged ? device.IsCompliant : null)),
        ("isManaged", (writer, tenant, device) => Write(writer, "isManaged"u8, IsManaged(tenant, device))),
        ("manufacturer", (writer, _, device) => writer.WriteString("manufacturer"u8, device.Maker)),
        ("mdmAppId", (writer, _, device) => writer.WriteString("mdmAppId"u8, MdmAppId(device))),
        ("model", (writer, _, device) => writer.WriteString("model"u8, device.Model)),
        ("operatingSystem", (writer, _, device) => writer.WriteString("operatingSystem"u8, device.OperatingSystem)),
        ("operatingSystemVersion", (writer, _, device) => writer.WriteString("operatingSystemVersion"u8, device.Version)),
        ("profileType", (writer, _, device) => writer.WriteString("profileType"u8, device.ProfileType)),
        ("systemLabels", (writer, _, device) => WriteLabels(writer, device)),
        ("trustType", (writer, _, device) => writer.WriteString("trustType"u8, device.TrustType)),
    ];

    /// <summary>Of a device that nobody manages most tenants tell nothing, and odd ones sometimes that it isn't.</summary>
    public static bool? IsManaged(Tenant tenant, Device device) =>
        device.IsManaged ? true : tenant.Scenario.HasQuirks && device.Number % 2 == 0 ? false : null;

    public static string? MdmAppId(Device device) => device.IsManaged ? "0000000a-0000-0000-c000-000000000000" : null;

    /// <summary>Writes these properties and no others; <see langword="null"/> when one of them isn't among those that are written so.</summary>
    public static Action<Utf8JsonWriter, Tenant, Device>? Of(IReadOnlyCollection<string> selected)
    {
        var chosen = Fields.Where(field => selected.Contains(field.Name, StringComparer.OrdinalIgnoreCase)).Select(field => field.Write).ToArray();

        return chosen.Length != selected.Distinct(StringComparer.OrdinalIgnoreCase).Count() ? null : (writer, tenant, device) =>
        {
            foreach (var write in chosen)
            {
                write(writer, tenant, device);
            }
        };
    }

    private static void Write(Utf8JsonWriter writer, ReadOnlySpan<byte> name, bool? value)
    {
        if (value is { } flag)
        {
            writer.WriteBoolean(name, flag);
        }
        else
        {
            writer.WriteNull(name);
        }
    }

    private static void WriteExtensions(Utf8JsonWriter writer, Device device)
    {
        writer.WriteStartObject("extensionAttributes"u8);

        for (var number = 1; number <= Extensions.Length; number++)
        {
            writer.WriteString(Extensions[number - 1], device.Extension(number));
        }

        writer.WriteEndObject();
    }

    private static void WriteLabels(Utf8JsonWriter writer, Device device)
    {
        writer.WriteStartArray("systemLabels"u8);

        foreach (var label in device.SystemLabels)
        {
            writer.WriteStringValue(label);
        }

        writer.WriteEndArray();
    }
}
