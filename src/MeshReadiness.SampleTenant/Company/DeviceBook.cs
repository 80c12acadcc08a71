namespace MeshReadiness.SampleTenant.Company;

/// <summary>The devices of the people. A device's number is its owner's index and its kind, so none is stored.</summary>
internal sealed class DeviceBook(Tenant tenant)
{
    private const int Kinds = 3;
    private readonly ReversibleIds _ids = new(tenant.Draw, Topic.DeviceId);

    public Guid IdOf(Device device) => _ids.Of(device.Number);

    public IEnumerable<(long Cursor, Device Item)> From(long cursor) =>
        from entry in tenant.People.From(cursor / Kinds)
        from device in Of(entry.Item)
        where device.Number >= cursor
        select ((long)device.Number, device);

    public IEnumerable<Device> Of(Person person)
    {
        if (person.Kind is not (PersonKind.Member or PersonKind.Disabled))
        {
            yield break;
        }

        foreach (var kind in Enum.GetValues<DeviceKind>())
        {
            if (Exists(person, kind))
            {
                yield return new((person.Index * Kinds) + (int)kind, person, kind, tenant.Draw);
            }
        }
    }

    public Device? Find(string id) =>
        Guid.TryParse(id, out var key) && _ids.IndexOf(key) is { } number && tenant.People.At(number / Kinds) is { } person
            ? Of(person).FirstOrDefault(device => device.Number == number)
            : null;

    // Three of ten headsets were never registered: the directory does not know them.
    private bool Exists(Person person, DeviceKind kind) => kind switch
    {
        DeviceKind.Computer => tenant.Draw.Below(person.Index, Topic.Apps, 100) < 92,
        DeviceKind.Phone => tenant.Draw.Below(person.Index, Topic.DeviceState, 100) < 60,
        _ => GroupPlan.WearsHeadset(person) && tenant.Draw.Below(person.Index, Topic.Apps, 10) < 7,
    };
}
