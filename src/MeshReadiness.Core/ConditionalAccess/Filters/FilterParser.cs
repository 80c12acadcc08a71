using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace MeshReadiness.Core.ConditionalAccess.Filters;

/// <summary>
/// Reads rules of device filters. Comparisons bind tighter than "not", "not" tighter than "and", "and" tighter than "or";
/// hyphens before operators may be left out, and capitals don't count.
/// </summary>
public sealed class FilterParser
{
    /// <summary>How many characters a rule may have.</summary>
    public const int Longest = 3072;

    /// <summary>How many levels of "not" and parentheses a rule may have.</summary>
    public const int Deepest = 100;

    private readonly List<FilterToken> _tokens;
    private readonly FilterError? _wrongToken;
    private FilterError? _error;
    private int _at;

    private FilterParser(List<FilterToken> tokens, FilterError? wrongToken) => (_tokens, _wrongToken) = (tokens, wrongToken);

    private FilterToken Current => _tokens[_at];

    /// <summary>Reads a rule.</summary>
    /// <param name="text">The rule.</param>
    /// <param name="rule">The rule as a tree.</param>
    /// <param name="error">What is wrong with it.</param>
    /// <returns>Whether it is a rule.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out FilterRule? rule, [NotNullWhen(false)] out FilterError? error)
    {
        rule = null;
        error = text.Length > Longest ? FilterError.Of(Longest + 1, $"a rule of {text.Length} characters", $"at most {Longest}") : null;

        if (error is null)
        {
            // What comes first in the rule is told first, be it a wrong character or a wrong word.
            var parser = new FilterParser(FilterLexer.Read(text, out var wrongToken), wrongToken);
            rule = parser.Whole();
            error = parser._error;
        }

        return error is null;
    }

    // From here on nothing means that the rule is wrong, and the error says where and why.
    private FilterRule? Whole() => Or(0) is not { } rule ? null
        : Current.Kind is FilterTokenKind.End ? rule
        : Unexpected<FilterRule>("-and, -or or the end of the rule");

    private FilterRule? Or(int depth) => Group("or", isAnd: false, depth);

    private FilterRule? Group(string word, bool isAnd, int depth)
    {
        ImmutableArray<FilterRule>.Builder? parts = null;
        FilterRule? first = null;

        while (true)
        {
            if ((isAnd ? Not(depth) : Group("and", isAnd: true, depth)) is not { } part)
            {
                return null;
            }

            first ??= part;
            parts?.Add(part);

            if (!Is(word))
            {
                return parts is null ? first : new FilterGroup(isAnd, parts.DrainToImmutable());
            }

            _at++;
            parts ??= ImmutableArray.CreateBuilder<FilterRule>();

            if (parts.Count == 0)
            {
                parts.Add(first);
            }
        }
    }

    private FilterRule? Not(int depth)
    {
        if (!Is("not"))
        {
            return Primary(depth);
        }

        if (IsTooDeep(depth))
        {
            return null;
        }

        _at++;
        return Not(depth + 1) is { } operand ? new FilterNot(operand) : null;
    }

    private FilterRule? Primary(int depth)
    {
        if (Current.Kind is not FilterTokenKind.Open)
        {
            return Comparison();
        }

        if (IsTooDeep(depth))
        {
            return null;
        }

        _at++;
        return Or(depth + 1) is { } rule && Take(FilterTokenKind.Close, "-and, -or or a closing parenthesis") is not null ? rule : null;
    }

    private FilterComparison? Comparison()
    {
        if (Property() is not { } property || Operator(property) is not { } op)
        {
            return null;
        }

        var token = Current;
        return (op.TakesList() ? List() : Value(property, op, token)) is { } value ? new(property, op, value) : null;
    }

    private DeviceProperty? Property()
    {
        const string Prefix = "device.";
        var token = Current;

        if (token is not { Kind: FilterTokenKind.Word, HasHyphen: false } || !token.Text.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
        {
            return Unexpected<DeviceProperty>("a property such as device.model, -not or a parenthesis");
        }

        if (DeviceProperty.Find(token.Text[Prefix.Length..]) is not { } property)
        {
            return Unexpected<DeviceProperty>("a property that filters know, for example device.model or device.isCompliant");
        }

        _at++;
        return property;
    }

    private FilterOperator? Operator(DeviceProperty property)
    {
        if (Current is { Kind: FilterTokenKind.Word } token && FilterOperators.Find(token.Text) is { } found && property.Operators.Contains(found))
        {
            _at++;
            return found;
        }

        Unexpected<FilterRule>($"an operator that device.{property.Name} allows: {string.Join(", ", property.Operators.Select(op => op.Text()))}");
        return null;
    }

    private FilterValue? Value(DeviceProperty property, FilterOperator op, FilterToken token)
    {
        FilterValue? value = token switch
        {
            { Kind: FilterTokenKind.Text } => FilterValue.Of(token.Text),
            { Kind: FilterTokenKind.Word, HasHyphen: false } when Equal(token.Text, "null") => FilterValue.Null,
            { Kind: FilterTokenKind.Word, HasHyphen: false } when IsFlag(token.Text, out var flag) => FilterValue.Of(flag),
            _ => Unexpected<FilterValue>("a text in quotes, True, False or null"),
        };

        if (value is not null && Fit(property, op, value, token) is { } fitting)
        {
            _at++;
            return fitting;
        }

        return null;
    }

    // A flag may stand in quotes; a text may not be a bare flag; and nothing but equality compares with nothing.
    private FilterValue? Fit(DeviceProperty property, FilterOperator op, FilterValue value, FilterToken token) => (property.Kind, value.Kind) switch
    {
        (_, FilterValueKind.Null) when op.Positive() is FilterOperator.Eq => value,
        (_, FilterValueKind.Null) => Fail<FilterValue>(token.Column, "null", "a text; null goes with -eq and -ne alone"),
        (DevicePropertyKind.Flag, _) => IsFlag(value.Texts[0], out var flag) ? FilterValue.Of(flag) : Unexpected<FilterValue>("True or False"),
        (_, FilterValueKind.Flag) => Unexpected<FilterValue>($"a text in quotes, because device.{property.Name} is a text"),
        _ => value,
    };

    private FilterValue? List()
    {
        const string Item = "a text in quotes";
        List<string> texts = [];
        var next = Take(FilterTokenKind.OpenList, "a list such as [\"Meta\", \"Oculus\"]") is null ? null : Take(FilterTokenKind.Text, Item);

        while (next is not null)
        {
            texts.Add(next);

            if (Current.Kind is not FilterTokenKind.Comma)
            {
                return Take(FilterTokenKind.CloseList, "a comma or a closing bracket") is null ? null : FilterValue.Of(texts);
            }

            _at++;
            next = Take(FilterTokenKind.Text, Item);
        }

        return null;
    }

    private bool IsTooDeep(int depth)
    {
        if (depth == Deepest)
        {
            Fail<FilterRule>(Current.Column, $"a level deeper than {Deepest}", "a rule with fewer parentheses and -not inside each other");
        }

        return depth == Deepest;
    }

    private string? Take(FilterTokenKind kind, string expected) => Current.Kind == kind ? _tokens[_at++].Text : Unexpected<string>(expected);

    private T? Unexpected<T>(string expected)
        where T : class => Fail<T>(Current.Column, Current.Found, expected);

    private T? Fail<T>(int column, string found, string expected)
        where T : class
    {
        _error ??= Current.Kind is FilterTokenKind.Wrong ? _wrongToken : FilterError.Of(column, found, expected);
        return null;
    }

    private bool Is(string word) => Current.Kind is FilterTokenKind.Word && Equal(Current.Text, word);

    // Not what bool.TryParse takes, which overlooks spaces.
    private static bool IsFlag(string text, out bool flag)
    {
        flag = Equal(text, bool.TrueString);
        return flag || Equal(text, bool.FalseString);
    }

    private static bool Equal(string text, string word) => text.Equals(word, StringComparison.OrdinalIgnoreCase);
}
