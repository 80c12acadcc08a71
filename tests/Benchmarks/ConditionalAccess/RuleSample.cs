using System.Collections.Immutable;
using MeshReadiness.Core.ConditionalAccess;
using MeshReadiness.Core.ConditionalAccess.Filters;

namespace MeshReadiness.Benchmarks.ConditionalAccess;

/// <summary>Rules and devices, the same in every run. Half of the rules are one comparison, as in most tenants; a few have dozens.</summary>
internal sealed class RuleSample(int seed)
{
    private static readonly string[] Words = ["Oculus", "Meta", "Quest", "Quest 3", "Windows", "Android", "Workplace", "AzureAD", "Company", "Mesh pilot", "a \"quoted\" word"];
    private static readonly DeviceProperty[] Properties = [.. DeviceProperty.All];

    private readonly Random _random = new(seed);

    /// <summary>As many rules, as text.</summary>
    public IReadOnlyList<string> Rules(int count) => [.. Enumerable.Range(0, count).Select(Text)];

    /// <summary>As many devices as kinds; what is drawn for a device is one of them.</summary>
    public IReadOnlyList<string?[]> Kinds(int count) =>
        [.. Enumerable.Range(0, count).Select(_ => DeviceShapeCounter.Properties.Select(name => Value(DeviceProperty.Find(name)!)).ToArray())];

    /// <summary>One of some.</summary>
    public T Any<T>(IReadOnlyList<T> from) => from[_random.Next(from.Count)];

    /// <summary>A device of that kind as rules see it.</summary>
    public static FilterDevice Device(string?[] kind) => new(Truth.Yes, Truth.Yes, FilterDevice.NoProperties.SetItems(
        DeviceShapeCounter.Properties.Zip(kind).Select(pair => KeyValuePair.Create(pair.First, pair.Second is null ? ImmutableArray<string>.Empty : [pair.Second]))));

    private string Text(int number)
    {
        while (true)
        {
            if (Rule(number % 2 == 0 ? 0 : number % 50 == 1 ? 3 : 2).ToString() is { Length: <= FilterParser.Longest } text)
            {
                return text;
            }
        }
    }

    private string? Value(DeviceProperty property) => _random.Next(3) == 0 ? null
        : property.Kind is DevicePropertyKind.Flag ? (_random.Next(2) == 0).ToString()
        : Any(Words);

    private FilterRule Rule(int depth) => depth == 0 ? Comparison() : _random.Next(5) switch
    {
        0 => new FilterNot(Rule(depth - 1)),
        1 or 2 => Group(isAnd: true, depth),
        _ => Group(isAnd: false, depth),
    };

    private FilterGroup Group(bool isAnd, int depth) => new(isAnd, [.. Enumerable.Range(0, _random.Next(2, 5)).Select(_ => Rule(depth - 1))]);

    private FilterComparison Comparison()
    {
        var property = Any(Properties);
        var op = Any(property.Operators);
        var value = op.TakesList() ? FilterValue.Of(Enumerable.Range(0, _random.Next(1, 4)).Select(_ => Any(Words)))
            : property.Kind is DevicePropertyKind.Flag ? FilterValue.Of(_random.Next(2) == 0)
            : FilterValue.Of(Any(Words));

        return new(property, op, value);
    }
}
