using System.Collections.Immutable;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Core.ConditionalAccess.Filters;

/// <summary>A device as a sign-in presents it.</summary>
/// <param name="IsRegistered">Whether the directory knows it; of a device that it doesn't know no property counts.</param>
/// <param name="IsManaged">Whether device management manages it.</param>
/// <param name="Properties">
/// The properties by name, whatever its capitals: one text, several of a list, or none where it is empty. A property that
/// isn't in it is unknown. <c>isCompliant</c> is one of them, as <c>True</c> or <c>False</c>.
/// </param>
public sealed record FilterDevice(Truth IsRegistered, Truth IsManaged, ImmutableDictionary<string, ImmutableArray<string>> Properties)
{
    private static readonly ImmutableHashSet<string> OfOneDevice =
        ImmutableHashSet.Create(StringComparer.OrdinalIgnoreCase, "deviceId", "displayName", "physicalIds", "enrollmentProfileName");

    /// <summary>No properties, with capitals that don't count.</summary>
    public static ImmutableDictionary<string, ImmutableArray<string>> NoProperties { get; } =
        ImmutableDictionary.Create<string, ImmutableArray<string>>(StringComparer.OrdinalIgnoreCase);

    /// <summary>A device that the directory doesn't know, such as a headset out of its box.</summary>
    public static FilterDevice Unregistered { get; } = new(Truth.No, Truth.No, NoProperties);

    /// <summary>Whether it meets the rules of device management.</summary>
    public Truth IsCompliant => Is("isCompliant", bool.TrueString);

    /// <summary>Whether it is joined to Active Directory as well.</summary>
    public Truth IsHybridJoined => Is("trustType", "ServerAD");

    /// <summary>Whether it is a headset, as far as its maker and model are known.</summary>
    public bool IsHeadset => MeshNames.IsHeadset(this["manufacturer"], this["model"]);

    /// <summary>A property's one value; <see langword="null"/> when it is empty, one of several, or not known.</summary>
    public string? this[string property] => Properties.TryGetValue(property, out var values) && values is [var only] ? only : null;

    /// <summary>
    /// The same device with every property empty that isn't told, but for those that tell one device from another: its ids, its name and the
    /// profile that it was enrolled with.
    /// </summary>
    public FilterDevice WithoutOthers() => this with
    {
        Properties = Properties.AddRange(DeviceProperty.All
            .Where(property => !Properties.ContainsKey(property.Name) && !OfOneDevice.Contains(property.Name))
            .Select(property => KeyValuePair.Create(property.Name, ImmutableArray<string>.Empty))),
    };

    /// <summary>Whether extension attributes have a value: the device has to be managed, compliant or hybrid joined.</summary>
    internal Truth HasExtensions => IsManaged.Or(IsCompliant).Or(IsHybridJoined);

    private Truth Is(string property, string value) => !Properties.TryGetValue(property, out var values) ? Truth.Unknown
        : TruthLogic.Of(values is [var only] && only.Equals(value, StringComparison.OrdinalIgnoreCase));
}
