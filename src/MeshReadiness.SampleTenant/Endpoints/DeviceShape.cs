using System.Text.Json;
using System.Text.Json.Nodes;
using MeshReadiness.SampleTenant.Company;
using MeshReadiness.SampleTenant.Protocol;

namespace MeshReadiness.SampleTenant.Endpoints;

/// <summary>
/// A device as the directory shows one. What is filtered on most is looked up without making the whole device of it: a large
/// company has millions.
/// </summary>
internal sealed class DeviceShape(Func<Tenant, Device, JsonObject> show) : Shape<(Tenant Tenant, Device Device)>("devices")
{
    private readonly JsonShape _whole = new("devices", "device", DirectoryVocabulary.Device);

    protected override string TypeName => "device";

    public override bool Knows(string property) => _whole.Knows(property);

    public override object? ValueOf((Tenant Tenant, Device Device) item, string property) => property.ToLowerInvariant() switch
    {
        "manufacturer" => item.Device.Maker,
        "model" => item.Device.Model,
        "operatingsystem" => item.Device.OperatingSystem,
        "trusttype" => item.Device.TrustType,
        _ => _whole.ValueOf(show(item.Tenant, item.Device), property),
    };

    public override Action<Utf8JsonWriter, (Tenant Tenant, Device Device)> Pen(IReadOnlyCollection<string>? selected)
    {
        if (selected is not null && DeviceFields.Of(selected) is { } fields)
        {
            return (writer, item) => fields(writer, item.Tenant, item.Device);
        }

        var pen = _whole.Pen(selected);

        return (writer, item) => pen(writer, show(item.Tenant, item.Device));
    }
}
