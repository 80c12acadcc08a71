using System.Collections.Frozen;
using System.Collections.Immutable;

namespace MeshReadiness.Core.ConditionalAccess.Filters;

/// <summary>What values a property of a device has.</summary>
public enum DevicePropertyKind
{
    /// <summary>A text.</summary>
    Text,

    /// <summary>True or false.</summary>
    Flag,

    /// <summary>Several texts.</summary>
    List,
}

/// <summary>
/// A property that device filters can name. The list and the operators that each property allows are those of
/// learn.microsoft.com/entra/identity/conditional-access/concept-condition-filters-for-devices.
/// </summary>
/// <param name="Name">The name, as Microsoft writes it, without <c>device.</c>.</param>
/// <param name="Kind">What values it has.</param>
/// <param name="Operators">The operators that it allows.</param>
public sealed record DeviceProperty(string Name, DevicePropertyKind Kind, ImmutableArray<FilterOperator> Operators)
{
    private static readonly ImmutableArray<FilterOperator> Every = [.. FilterOperators.All];
    private static readonly ImmutableArray<FilterOperator> Equality = [FilterOperator.Eq, FilterOperator.Ne];
    private static readonly ImmutableArray<FilterOperator> Membership = [.. Equality, FilterOperator.In, FilterOperator.NotIn];
    private static readonly ImmutableArray<FilterOperator> Containment = [FilterOperator.Contains, FilterOperator.NotContains];

    private const string Extension = "extensionAttribute";

    /// <summary>All properties, by name.</summary>
    public static ImmutableArray<DeviceProperty> All { get; } =
    [
        .. new DeviceProperty[]
        {
            new("deviceId", DevicePropertyKind.Text, Membership),
            new("deviceOwnership", DevicePropertyKind.Text, Equality),
            new("displayName", DevicePropertyKind.Text, Every),
            new("enrollmentProfileName", DevicePropertyKind.Text, Every),
            new("isCompliant", DevicePropertyKind.Flag, Equality),
            new("manufacturer", DevicePropertyKind.Text, Every),
            new("mdmAppId", DevicePropertyKind.Text, Membership),
            new("model", DevicePropertyKind.Text, Every),
            new("operatingSystem", DevicePropertyKind.Text, Every),
            new("operatingSystemVersion", DevicePropertyKind.Text, Every),
            new("physicalIds", DevicePropertyKind.List, Containment),
            new("profileType", DevicePropertyKind.Text, Equality),
            new("systemLabels", DevicePropertyKind.List, Containment),
            new("trustType", DevicePropertyKind.Text, Equality),
        },
        .. Enumerable.Range(1, 15).Select(number => new DeviceProperty($"{Extension}{number}", DevicePropertyKind.Text, Every)),
    ];

    private static readonly FrozenDictionary<string, DeviceProperty> ByName = All.ToFrozenDictionary(property => property.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether whoever holds the device can change it, so that it proves nothing alone.</summary>
    public bool IsUserEditable => Name is "displayName" or "manufacturer" or "model";

    /// <summary>Whether it only has a value on a device that is managed, compliant or hybrid joined.</summary>
    public bool IsExtension => Name.StartsWith(Extension, StringComparison.Ordinal);

    /// <summary>The property of this name, whatever its capitals; <see langword="null"/> when filters can't name it.</summary>
    public static DeviceProperty? Find(string name) => ByName.GetValueOrDefault(name);
}
