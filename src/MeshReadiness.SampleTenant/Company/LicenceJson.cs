using System.Text.Json;

namespace MeshReadiness.SampleTenant.Company;

/// <summary>The licence properties of a person, written once for all who share them: they are most of the bytes of a page.</summary>
internal sealed class LicenceJson(LicenceSet set)
{
    private readonly Lazy<byte[]> _licenses = new(() => Write(writer => WriteLicenses(writer, set)));
    private readonly Lazy<byte[]> _plans = new(() => Write(writer => WritePlans(writer, set)));
    private readonly Lazy<byte[]> _states = new(() => Write(writer => WriteStates(writer, set)));

    public byte[] AssignedLicenses => _licenses.Value;

    public byte[] AssignedPlans => _plans.Value;

    public byte[] LicenseAssignmentStates => _states.Value;

    private static byte[] Write(Action<Utf8JsonWriter> content)
    {
        using var stream = new MemoryStream();

        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartArray();
            content(writer);
            writer.WriteEndArray();
        }

        return stream.ToArray();
    }

    private static void WriteLicenses(Utf8JsonWriter writer, LicenceSet set)
    {
        foreach (var held in set.Held)
        {
            writer.WriteStartObject();
            WriteIds(writer, "disabledPlans", held.Disabled.Select(plan => plan.Id));
            writer.WriteString("skuId", held.Subscription.Product.SkuId);
            writer.WriteEndObject();
        }
    }

    private static void WritePlans(Utf8JsonWriter writer, LicenceSet set)
    {
        foreach (var row in set.Plans)
        {
            writer.WriteStartObject();
            writer.WriteString("assignedDateTime", Text(row.At));
            writer.WriteString("capabilityStatus", row.Status);
            writer.WriteString("service", row.Service);
            writer.WriteString("servicePlanId", row.PlanId);
            writer.WriteEndObject();
        }
    }

    private static void WriteStates(Utf8JsonWriter writer, LicenceSet set)
    {
        foreach (var one in set.Assignments)
        {
            writer.WriteStartObject();
            writer.WriteString("skuId", one.Subscription.Product.SkuId);
            WriteIds(writer, "disabledPlans", one.Disabled.Select(one.Subscription.Product.PlanId));
            writer.WriteString("lastUpdatedDateTime", Text(one.At.AddSeconds(5)));

            if (set.GroupId(one) is { } group)
            {
                writer.WriteString("assignedByGroup", group);
            }
            else
            {
                writer.WriteNull("assignedByGroup");
            }

            writer.WriteString("state", one.State);
            writer.WriteString("error", one.Error);
            writer.WriteEndObject();
        }
    }

    private static void WriteIds(Utf8JsonWriter writer, string name, IEnumerable<Guid> ids)
    {
        writer.WriteStartArray(name);

        foreach (var id in ids)
        {
            writer.WriteStringValue(id);
        }

        writer.WriteEndArray();
    }

    private static string Text(DateTimeOffset time) => Instants.Text(time);
}
