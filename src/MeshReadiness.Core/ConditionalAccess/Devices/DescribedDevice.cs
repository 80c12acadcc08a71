using System.Collections.Immutable;
using MeshReadiness.Core.ConditionalAccess.Filters;

namespace MeshReadiness.Core.ConditionalAccess.Devices;

/// <summary>A typical device with facts that somebody has changed.</summary>
/// <param name="Preset">The device that it began as.</param>
/// <param name="Changed">What was changed, by name: a text, an empty text for nothing, or <see langword="null"/> for not known.</param>
public sealed record DescribedDevice(DevicePreset Preset, ImmutableSortedDictionary<string, string?> Changed)
{
    /// <summary>The name of the fact whether the directory knows the device; its values are <c>yes</c> and <c>no</c>.</summary>
    public const string Registered = "registered";

    /// <summary>The name of the fact whether device management manages it.</summary>
    public const string Managed = "managed";

    private const string Compliant = "isCompliant";

    /// <summary>The names of the facts by which people know what a device is.</summary>
    public static ImmutableArray<string> Identity { get; } = [Managed, "manufacturer", "model", "operatingSystem"];

    /// <summary>A typical device as it is.</summary>
    public static DescribedDevice Of(DevicePreset preset) => new(preset, ImmutableSortedDictionary.Create<string, string?>(StringComparer.OrdinalIgnoreCase));

    /// <summary>A real device, with those of its facts that have these names: of the others nobody asks.</summary>
    /// <param name="device">The device.</param>
    /// <param name="names">Names of facts, for example those that <see cref="AskedBy"/> gives.</param>
    public static DescribedDevice Of(FilterDevice device, IEnumerable<string> names)
    {
        var real = Of(DevicePreset.Other with { Device = device });
        return names.Aggregate(Of(DevicePreset.Other), (described, name) => described.With(name, real[name]));
    }

    /// <summary>
    /// Reads what <see cref="Facts"/> wrote: <c>model:Quest 2</c>, <c>model:</c> for an empty one, and <c>model</c> for one that
    /// isn't known. Facts that no device has are left out.
    /// </summary>
    public static DescribedDevice Read(DevicePreset preset, IEnumerable<string> facts) => facts.Aggregate(Of(preset), (device, fact) =>
        fact.IndexOf(':', StringComparison.Ordinal) is >= 0 and var colon ? device.With(fact[..colon], fact[(colon + 1)..]) : device.With(fact, null));

    /// <summary>What was changed, as texts.</summary>
    public IEnumerable<string> Facts => Changed.Select(fact => fact.Value is null ? fact.Key : $"{fact.Key}:{fact.Value}");

    /// <summary>The device as filters see it.</summary>
    public FilterDevice Device => new(
        TruthOf(Registered, Preset.Device.IsRegistered),
        TruthOf(Managed, Preset.Device.IsManaged),
        Changed.Where(fact => DeviceProperty.Find(fact.Key) is not null).Aggregate(Preset.Device.Properties, (properties, fact) => fact.Value switch
        {
            null => properties.Remove(fact.Key),
            "" => properties.SetItem(fact.Key, []),
            var text when DeviceProperty.Find(fact.Key)!.Kind is DevicePropertyKind.List =>
                properties.SetItem(fact.Key, [.. text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)]),
            var text => properties.SetItem(fact.Key, [text]),
        }));

    /// <summary>What the device tells under a name: a text, an empty text for nothing, or <see langword="null"/> for not known.</summary>
    public string? this[string name] => name switch
    {
        Registered => Write(Device.IsRegistered),
        Managed => Write(Device.IsManaged),
        _ => Device.Properties.TryGetValue(name, out var values) ? string.Join(", ", values) : null,
    };

    /// <summary>The same device with another fact. What the preset tells anyway isn't kept.</summary>
    public DescribedDevice With(string name, string? value)
    {
        var kept = name.Equals(Registered, StringComparison.OrdinalIgnoreCase) ? Registered
            : name.Equals(Managed, StringComparison.OrdinalIgnoreCase) ? Managed
            : DeviceProperty.Find(name)?.Name;

        return kept is null ? this : this with { Changed = Of(Preset)[kept] == value ? Changed.Remove(kept) : Changed.SetItem(kept, value) };
    }

    /// <summary>The properties that a rule asks for and the facts that decide about them, in the order of the rule.</summary>
    public static IEnumerable<string> AskedBy(IEnumerable<FilterRule> rules)
    {
        var properties = rules.SelectMany(rule => rule.Comparisons).Select(comparison => comparison.Property).Distinct().ToList();
        return properties.Any(property => property.IsExtension)
            ? [Registered, Managed, .. properties.Select(property => property.Name).Append(Compliant).Distinct()]
            : [Registered, .. properties.Select(property => property.Name)];
    }

    private Truth TruthOf(string name, Truth preset) => !Changed.TryGetValue(name, out var value) ? preset : value switch
    {
        "yes" => Truth.Yes,
        "no" => Truth.No,
        _ => Truth.Unknown,
    };

    private static string? Write(Truth truth) => truth switch
    {
        Truth.Yes => "yes",
        Truth.No => "no",
        _ => null,
    };
}
