using CsCheck;
using MeshReadiness.Core.ConditionalAccess;
using MeshReadiness.Core.ConditionalAccess.Filters;

namespace MeshReadiness.Core.Tests.ConditionalAccess;

/// <summary>Random rules and devices that have to do with each other.</summary>
internal static class GenerateFilters
{
    private static readonly Gen<string> Text = Gen.OneOf("Oculus", "oculus", "Ocu", "lus", "Quest 3", "Meta", "", "a`b", "a\"b", "it's", "`\"", "ServerAD", "Workplace", "Ünï");

    private static readonly Gen<Truth> Truths = Gen.OneOf(Truth.No, Truth.Unknown, Truth.Yes);

    private static readonly Gen<FilterComparison> Comparison =
        from property in Gen.OneOf([.. DeviceProperty.All.Where(property => property.Name is not ("extensionAttribute3" or "extensionAttribute4"))])
        from op in Gen.OneOf([.. property.Operators])
        from isNull in Gen.Int[0, 9]
        from value in op.TakesList() ? Text.Array[1, 3].Select(texts => FilterValue.Of(texts))
            : isNull == 0 && op.Positive() is FilterOperator.Eq ? Gen.Const(FilterValue.Null)
            : property.Kind is DevicePropertyKind.Flag ? Gen.Bool.Select(FilterValue.Of)
            : Text.Select(text => FilterValue.Of(text))
        select new FilterComparison(property, op, value);

    public static readonly Gen<FilterRule> Rule = Rules(3);

    public static readonly Gen<FilterDevice> Device = Gen.Select(
        Truths, Truths,
        Gen.Select(Gen.Int[0, 3], Gen.OneOf(Text, Gen.OneOf("True", "False")), Text).Array[DeviceProperty.All.Length],
        (registered, managed, facts) => new FilterDevice(registered, managed, FilterDevice.NoProperties.SetItems(
            DeviceProperty.All.Zip(facts).Where(pair => pair.Second.Item1 > 0).Select(pair => KeyValuePair.Create(pair.First.Name, Values(pair.First, pair.Second))))));

    private static ImmutableArray<string> Values(DeviceProperty property, (int Case, string One, string Other) fact) => (fact.Case, property.Kind) switch
    {
        (1, _) => [],
        (_, DevicePropertyKind.Flag) => [fact.One.Length % 2 == 0 ? "True" : "False"],
        (_, DevicePropertyKind.List) => [fact.One, fact.Other],
        _ => [fact.One],
    };

    private static Gen<FilterRule> Rules(int depth) => depth == 0 ? Comparison.Select(FilterRule (comparison) => comparison) : Gen.Frequency(
        (4, Comparison.Select(FilterRule (comparison) => comparison)),
        (2, Gen.Select(Gen.Bool, Rules(depth - 1).Array[2, 3]).Select(FilterRule (isAnd, parts) => new FilterGroup(isAnd, [.. parts]))),
        (1, Rules(depth - 1).Select(FilterRule (rule) => new FilterNot(rule))));
}
