using System.Collections.Immutable;

namespace MeshReadiness.Core.ConditionalAccess.Filters;

/// <summary>
/// One comparison for one device. On an unregistered device every property is empty, so that positive operators fail and
/// negative ones hold; learn.microsoft.com/entra/identity/conditional-access/concept-condition-filters-for-devices has the table.
/// </summary>
internal static class FilterLeaf
{
    public static (Truth Match, string Because) Evaluate(FilterComparison leaf, FilterDevice device)
    {
        if (device.IsRegistered is not Truth.Unknown)
        {
            return device.IsRegistered is Truth.Yes ? Registered(leaf, device) : Unregistered(leaf);
        }

        var (one, other) = (Registered(leaf, device), Unregistered(leaf));
        return one.Match == other.Match && one.Match is not Truth.Unknown
            ? (one.Match, "It makes no difference here whether the device is registered, which isn't known.")
            : (Truth.Unknown, "Whether the device is registered isn't known.");
    }

    private static (Truth Match, string Because) Unregistered(FilterComparison leaf) => leaf switch
    {
        { Value.Kind: FilterValueKind.Null } =>
            (Truth.Unknown, "The device isn't registered. Microsoft's pages contradict each other on comparing its properties with null."),
        _ when leaf.Operator.IsNegative() =>
            (Truth.Yes, $"The device isn't registered, so {leaf.Property.Name} is empty; {leaf.Operator.Text()} holds for whatever is empty."),
        _ => (Truth.No, $"The device isn't registered, so {leaf.Property.Name} is empty; {leaf.Operator.Text()} never holds for what is empty."),
    };

    private static (Truth Match, string Because) Registered(FilterComparison leaf, FilterDevice device)
    {
        if (leaf.Property.IsExtension && device.HasExtensions is var readable && readable is not Truth.Yes)
        {
            var unreadable = Unreadable(leaf);

            return readable is Truth.No ? unreadable
                : Told(leaf, device) is var told && told.Match == unreadable.Match && told.Match is not Truth.Unknown ? told
                : (Truth.Unknown, "Whether the device is managed, compliant or hybrid joined isn't known, and only then its extension attributes count.");
        }

        return Told(leaf, device);
    }

    private static (Truth Match, string Because) Unreadable(FilterComparison leaf) => leaf.Operator.IsNegative() || leaf.Value.Kind is FilterValueKind.Null
        ? (Truth.Unknown, "The device is neither managed nor compliant nor hybrid joined, so its extension attributes don't count; what follows for this operator isn't documented.")
        : (Truth.No, "The device is neither managed nor compliant nor hybrid joined, so its extension attributes don't count.");

    private static (Truth Match, string Because) Told(FilterComparison leaf, FilterDevice device)
    {
        var name = leaf.Property.Name;

        if (Values(leaf.Property, device) is not { } values)
        {
            return (Truth.Unknown, $"{name} isn't known.");
        }

        if (leaf.Value.Kind is FilterValueKind.Null)
        {
            return (TruthLogic.Of(values.IsEmpty == (leaf.Operator is FilterOperator.Eq)), $"{name} is {(values.IsEmpty ? "empty" : "not empty")}.");
        }

        return values.IsEmpty
            ? (TruthLogic.Of(leaf.Operator.IsNegative()), $"{name} is empty.")
            : (TruthLogic.Of(values.Any(value => Holds(leaf, value)) != leaf.Operator.IsNegative()), $"{name} is {string.Join(", ", values.Select(value => $"\"{value}\""))}.");
    }

    // An empty text is as good as none.
    private static ImmutableArray<string>? Values(DeviceProperty property, FilterDevice device) =>
        device.Properties.TryGetValue(property.Name, out var values) ? [.. values.Where(value => value.Length > 0)] : null;

    private static bool Holds(FilterComparison leaf, string value) => leaf.Operator.Positive() switch
    {
        FilterOperator.StartsWith => value.StartsWith(leaf.Value.Texts[0], StringComparison.OrdinalIgnoreCase),
        FilterOperator.EndsWith => value.EndsWith(leaf.Value.Texts[0], StringComparison.OrdinalIgnoreCase),
        FilterOperator.Contains when leaf.Property.Kind is DevicePropertyKind.Text => value.Contains(leaf.Value.Texts[0], StringComparison.OrdinalIgnoreCase),
        FilterOperator.In => leaf.Value.Texts.Contains(value, StringComparer.OrdinalIgnoreCase),
        _ => value.Equals(leaf.Value.Texts[0], StringComparison.OrdinalIgnoreCase),
    };
}
