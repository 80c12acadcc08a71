using System.Collections.Immutable;

namespace MeshReadiness.Core.ConditionalAccess.Filters;

/// <summary>A rule of the device filter language, or a part of one.</summary>
public abstract record FilterRule
{
    /// <summary>The comparisons in it, in their order.</summary>
    public abstract IEnumerable<FilterComparison> Comparisons { get; }

    /// <summary>The rule as text that parses to the same tree.</summary>
    public sealed override string ToString() => FilterPrinter.Print(this);
}

/// <summary>A property compared with a value.</summary>
/// <param name="Property">Which.</param>
/// <param name="Operator">How.</param>
/// <param name="Value">With what.</param>
public sealed record FilterComparison(DeviceProperty Property, FilterOperator Operator, FilterValue Value) : FilterRule
{
    /// <inheritdoc />
    public override IEnumerable<FilterComparison> Comparisons => [this];
}

/// <summary>The denial of a rule.</summary>
/// <param name="Operand">The rule.</param>
public sealed record FilterNot(FilterRule Operand) : FilterRule
{
    /// <inheritdoc />
    public override IEnumerable<FilterComparison> Comparisons => Operand.Comparisons;
}

/// <summary>Several rules, of which all or one must hold.</summary>
/// <param name="IsAnd">Whether all must hold.</param>
/// <param name="Operands">The rules, two at least.</param>
public sealed record FilterGroup(bool IsAnd, ImmutableArray<FilterRule> Operands) : FilterRule
{
    /// <inheritdoc />
    public override IEnumerable<FilterComparison> Comparisons => Operands.SelectMany(operand => operand.Comparisons);

    /// <inheritdoc />
    public bool Equals(FilterGroup? other) => other is not null && IsAnd == other.IsAnd && Operands.SequenceEqual(other.Operands);

    /// <inheritdoc />
    public override int GetHashCode() => Operands.Aggregate(IsAnd ? 1 : 2, HashCode.Combine);
}

/// <summary>What a property is compared with: a text, a flag, a list of texts, or nothing.</summary>
/// <param name="Kind">Which of them.</param>
/// <param name="Texts">The text, the flag as <c>True</c> or <c>False</c>, or the list; empty for <c>null</c>.</param>
public sealed record FilterValue(FilterValueKind Kind, ImmutableArray<string> Texts)
{
    /// <summary><c>null</c>.</summary>
    public static FilterValue Null { get; } = new(FilterValueKind.Null, []);

    /// <summary>A text.</summary>
    public static FilterValue Of(string text) => new(FilterValueKind.Text, [text]);

    /// <summary>A flag.</summary>
    public static FilterValue Of(bool flag) => new(FilterValueKind.Flag, [flag ? bool.TrueString : bool.FalseString]);

    /// <summary>A list.</summary>
    public static FilterValue Of(IEnumerable<string> texts) => new(FilterValueKind.List, [.. texts]);

    /// <inheritdoc />
    public bool Equals(FilterValue? other) => other is not null && Kind == other.Kind && Texts.SequenceEqual(other.Texts);

    /// <inheritdoc />
    public override int GetHashCode() => Texts.Aggregate((int)Kind, HashCode.Combine);
}

/// <summary>The kinds of values.</summary>
public enum FilterValueKind
{
    /// <summary>Nothing.</summary>
    Null,

    /// <summary>A text.</summary>
    Text,

    /// <summary>True or false.</summary>
    Flag,

    /// <summary>A list of texts.</summary>
    List,
}
