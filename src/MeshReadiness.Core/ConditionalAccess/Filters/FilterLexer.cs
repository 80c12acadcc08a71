using System.Text;

namespace MeshReadiness.Core.ConditionalAccess.Filters;

/// <summary>Takes a rule apart. A text stands in double or single quotes; a back-tick before the same quote makes it part of the text.</summary>
internal static class FilterLexer
{
    private const char Escape = '`';

    /// <summary>The parts, with an end behind them: the end of the rule, or a character that doesn't belong in one, or a text that isn't closed.</summary>
    public static List<FilterToken> Read(string rule, out FilterError? error)
    {
        List<FilterToken> tokens = [];
        error = null;

        for (var at = 0; at < rule.Length;)
        {
            if (char.IsWhiteSpace(rule[at]))
            {
                at++;
                continue;
            }

            var token = Next(rule, ref at, ref error);

            if (error is not null)
            {
                tokens.Add(new(FilterTokenKind.Wrong, error.Column, ""));
                return tokens;
            }

            tokens.Add(token);
        }

        tokens.Add(new(FilterTokenKind.End, rule.Length + 1, ""));
        return tokens;
    }

    private static FilterToken Next(string rule, ref int at, ref FilterError? error)
    {
        var column = at + 1;

        switch (rule[at])
        {
            case '(':
                return Sign(FilterTokenKind.Open, column, "(", ref at);
            case ')':
                return Sign(FilterTokenKind.Close, column, ")", ref at);
            case '[':
                return Sign(FilterTokenKind.OpenList, column, "[", ref at);
            case ']':
                return Sign(FilterTokenKind.CloseList, column, "]", ref at);
            case ',':
                return Sign(FilterTokenKind.Comma, column, ",", ref at);
            case '"' or '\'':
                return new(FilterTokenKind.Text, column, Quoted(rule, ref at, ref error));
            case '-' when at + 1 < rule.Length && char.IsAsciiLetter(rule[at + 1]):
                at++;
                return new(FilterTokenKind.Word, column, Word(rule, ref at), HasHyphen: true);
            case var letter when char.IsAsciiLetter(letter):
                return new(FilterTokenKind.Word, column, Word(rule, ref at));
            default:
                Rune.DecodeFromUtf16(rule.AsSpan(at), out var found, out _);
                error = FilterError.Of(column, $"\"{found}\"", "a property such as device.model, an operator, a text in quotes or a parenthesis");
                return default;
        }
    }

    private static FilterToken Sign(FilterTokenKind kind, int column, string text, ref int at)
    {
        at++;
        return new(kind, column, text);
    }

    private static string Word(string rule, ref int at)
    {
        var start = at;

        while (at < rule.Length && (char.IsAsciiLetterOrDigit(rule[at]) || rule[at] is '.' or '_'))
        {
            at++;
        }

        return rule[start..at];
    }

    private static string Quoted(string rule, ref int at, ref FilterError? error)
    {
        var (quote, start) = (rule[at], at);
        var text = new StringBuilder();

        for (at++; at < rule.Length; at++)
        {
            if (rule[at] == quote)
            {
                at++;
                return text.ToString();
            }

            if (rule[at] is Escape && at + 1 < rule.Length && rule[at + 1] == quote)
            {
                at++;
            }

            text.Append(rule[at]);
        }

        error = FilterError.Of(start + 1, "a text that begins here and isn't closed", $"a closing {quote}");
        return "";
    }
}
