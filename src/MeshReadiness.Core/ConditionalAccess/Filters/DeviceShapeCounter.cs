using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Core.ConditionalAccess.Filters;

/// <summary>
/// Counts devices as they stream by. A device of a known shape costs no memory, and the number of shapes is bounded: what comes
/// beyond is only counted. The last places are kept for headsets, so that no number of other devices crowds them out.
/// </summary>
public sealed class DeviceShapeCounter
{
    /// <summary>The most shapes that are kept.</summary>
    public const int MostShapes = 5_000;

    /// <summary>How many of them only headsets may take.</summary>
    public const int ForHeadsets = 500;

    /// <summary>Stands between the values of a list.</summary>
    public const char ListSeparator = '\n';

    /// <summary>The properties that are counted by, in the order in which <see cref="Add"/> takes them.</summary>
    public static ImmutableArray<string> Properties { get; } =
        [.. DeviceProperty.All.Select(property => property.Name).Except(["deviceId", "displayName", "physicalIds"])];

    private static readonly int Manufacturer = Properties.IndexOf("manufacturer");
    private static readonly int Model = Properties.IndexOf("model");

    private readonly Dictionary<Key, int> _counts = new(new ByValue());
    private readonly Dictionary<Key, int>.AlternateLookup<KeySpan> _byValue;
    private int _others;

    /// <summary>Counts nothing yet.</summary>
    public DeviceShapeCounter() => _byValue = _counts.GetAlternateLookup<KeySpan>();

    /// <summary>Counts one device.</summary>
    /// <param name="isManaged">Whether device management manages it.</param>
    /// <param name="values">
    /// A text for each property, <see langword="null"/> where it is empty; flags as <c>True</c> or <c>False</c>, the values of a
    /// list with <see cref="ListSeparator"/> between them.
    /// </param>
    public void Add(bool isManaged, ReadOnlySpan<string?> values)
    {
        var key = new KeySpan(isManaged, values);

        if (_counts.Count < MostShapes - ForHeadsets || _byValue.ContainsKey(key)
            || (_counts.Count < MostShapes && MeshNames.IsHeadset(values[Manufacturer], values[Model])))
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_byValue, key, out _)++;
        }
        else
        {
            _others++;
        }
    }

    /// <summary>What came so far.</summary>
    public DeviceShapes Count() => new(
        Properties,
        [
            .. _counts.OrderByDescending(entry => entry.Value)
                .ThenBy(entry => string.Join('\t', entry.Key.Values), StringComparer.Ordinal)
                .ThenBy(entry => entry.Key.IsManaged)
                .Select(entry => new DeviceShape(entry.Value, entry.Key.IsManaged, [.. entry.Key.Values.Select(Split)])),
        ],
        _others);

    private static ImmutableArray<string> Split(string? value) => value is null ? [] : [.. value.Split(ListSeparator)];

    private sealed record Key(bool IsManaged, string?[] Values);

    private readonly ref struct KeySpan(bool isManaged, ReadOnlySpan<string?> values)
    {
        public bool IsManaged { get; } = isManaged;

        public ReadOnlySpan<string?> Values { get; } = values;
    }

    private sealed class ByValue : IEqualityComparer<Key>, IAlternateEqualityComparer<KeySpan, Key>
    {
        public bool Equals(Key? one, Key? other) => one is not null && other is not null && Equals(new KeySpan(one.IsManaged, one.Values), other);

        public int GetHashCode([DisallowNull] Key key) => GetHashCode(new KeySpan(key.IsManaged, key.Values));

        public bool Equals(KeySpan alternate, Key other) => alternate.IsManaged == other.IsManaged && alternate.Values.SequenceEqual(other.Values);

        public int GetHashCode(KeySpan alternate)
        {
            var hash = new HashCode();
            hash.Add(alternate.IsManaged);

            foreach (var value in alternate.Values)
            {
                hash.Add(value);
            }

            return hash.ToHashCode();
        }

        public Key Create(KeySpan alternate) => new(alternate.IsManaged, alternate.Values.ToArray());
    }
}
