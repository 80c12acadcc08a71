using System.Collections.Immutable;

namespace MeshReadiness.Core.ConditionalAccess.Filters;

/// <summary>
/// All devices that the directory knows, counted by what device filters can tell of them. What is of one device alone (its id,
/// name and physical ids) isn't kept: a rule that asks for it comes to unknown.
/// </summary>
/// <param name="Properties">The properties that are known, in the order of each shape's values.</param>
/// <param name="Shapes">The devices that are alike, counted; the most frequent first.</param>
/// <param name="Others">Devices whose properties weren't kept, because too many kinds came before them.</param>
public sealed record DeviceShapes(ImmutableArray<string> Properties, ImmutableArray<DeviceShape> Shapes, int Others)
{
    private ImmutableArray<FilterDevice> _devices;

    // What was worked out for others isn't taken along.
    private DeviceShapes(DeviceShapes other) => (Properties, Shapes, Others) = (other.Properties, other.Shapes, other.Others);

    /// <summary>How many devices there are.</summary>
    public int Devices => Shapes.Sum(shape => shape.Count) + Others;

    /// <summary>A shape as filters see it: a registered device.</summary>
    /// <param name="shape">The place in <see cref="Shapes"/>.</param>
    public FilterDevice Device(int shape)
    {
        if (_devices.IsDefault)
        {
            var empty = FilterDevice.NoProperties.AddRange(Properties.Select(name => KeyValuePair.Create(name, ImmutableArray<string>.Empty)));
            ImmutableInterlocked.InterlockedInitialize(ref _devices, [.. Shapes.Select(one => Device(one, empty))]);
        }

        return _devices[shape];
    }

    /// <summary>On how many devices a rule holds. It is evaluated once for each shape.</summary>
    public DeviceCount Count(FilterRule rule)
    {
        var (yes, no) = (0, 0);

        for (var shape = 0; shape < Shapes.Length; shape++)
        {
            var match = FilterEvaluation.Of(rule, Device(shape)).Match;
            yes += match is Truth.Yes ? Shapes[shape].Count : 0;
            no += match is Truth.No ? Shapes[shape].Count : 0;
        }

        return new(yes, no, Devices - yes - no);
    }

    /// <inheritdoc />
    public bool Equals(DeviceShapes? other) =>
        other is not null && Others == other.Others && Properties.SequenceEqual(other.Properties) && Shapes.SequenceEqual(other.Shapes);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Others, Shapes.Length, Devices);

    // Most values are empty, so that most of a device is what all devices share.
    private FilterDevice Device(DeviceShape shape, ImmutableDictionary<string, ImmutableArray<string>> empty) => new(
        Truth.Yes,
        TruthLogic.Of(shape.IsManaged),
        empty.SetItems(Properties.Zip(shape.Values, KeyValuePair.Create).Where(property => !property.Value.IsEmpty)));
}

/// <summary>Devices that are alike in all that a filter can ask of more than one device.</summary>
/// <param name="Count">How many.</param>
/// <param name="IsManaged">Whether device management manages them.</param>
/// <param name="Values">The properties' values: one text, several of a list, or none where it is empty.</param>
public sealed record DeviceShape(int Count, bool IsManaged, ImmutableArray<ImmutableArray<string>> Values)
{
    /// <inheritdoc />
    public bool Equals(DeviceShape? other) =>
        other is not null && Count == other.Count && IsManaged == other.IsManaged && Values.Length == other.Values.Length
        && Values.Zip(other.Values).All(pair => pair.First.SequenceEqual(pair.Second));

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Count, IsManaged, Values.Length);
}

/// <summary>Registered devices by what a rule comes to on them.</summary>
/// <param name="Yes">It holds.</param>
/// <param name="No">It doesn't.</param>
/// <param name="Unknown">It can't be told from what is kept.</param>
public sealed record DeviceCount(int Yes, int No, int Unknown);
