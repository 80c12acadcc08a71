using System.Collections;
using System.Globalization;

namespace MeshReadiness.SampleTenant.Protocol;

/// <summary>Reads the part of OData's filter language that Graph's directory answers.</summary>
internal sealed class FilterParser(string text, Func<string, bool> knows)
{
    private static readonly string[] Functions = ["startswith", "endswith", "contains", "isof"];
    private int _at;
    private bool _isAdvanced;
    private string? _variable;

    public Filter Parse()
    {
        var test = Either();
        SkipSpace();

        return _at == text.Length ? new(test, _isAdvanced) : throw Wrong();
    }

    private Func<FilterScope, bool> Either()
    {
        var left = Both();

        while (TakeWord("or"))
        {
            var (one, other) = (left, Both());
            left = scope => one(scope) || other(scope);
        }

        return left;
    }

    private Func<FilterScope, bool> Both()
    {
        var left = Unary();

        while (TakeWord("and"))
        {
            var (one, other) = (left, Unary());
            left = scope => one(scope) && other(scope);
        }

        return left;
    }

    private Func<FilterScope, bool> Unary()
    {
        if (TakeWord("not"))
        {
            _isAdvanced = true;
            var inner = Unary();

            return scope => !inner(scope);
        }

        if (Take('('))
        {
            var inner = Either();
            Demand(')');

            return inner;
        }

        return Comparison();
    }

    private Func<FilterScope, bool> Comparison()
    {
        var path = Path();

        if (path.Count == 1 && Functions.Contains(path[0].ToLowerInvariant()) && Take('('))
        {
            return Function(path[0].ToLowerInvariant());
        }

        if (path[^1] is "any" or "all" && Take('('))
        {
            return Lambda([.. path.SkipLast(1)], path[^1] == "all");
        }

        if (path[0] != _variable && !knows(path[0]))
        {
            throw GraphException.BadRequest($"Invalid filter clause: Could not find a property named '{path[0]}'.");
        }

        _isAdvanced |= path[^1] == "$count";

        return Operator(path, Word());
    }

    private Func<FilterScope, bool> Operator(List<string> path, string word)
    {
        if (word == "in")
        {
            Demand('(');
            var values = new List<object?> { Literal() };

            while (Take(','))
            {
                values.Add(Literal());
            }

            Demand(')');

            return scope => values.Exists(value => Filter.Compare(Filter.Walk(scope, path), value) == 0);
        }

        var literal = Literal();
        _isAdvanced |= word == "ne" || literal is null;

        return word switch
        {
            "eq" => scope => Filter.Compare(Filter.Walk(scope, path), literal) == 0,
            "ne" => scope => Filter.Compare(Filter.Walk(scope, path), literal) != 0,
            "gt" => scope => Filter.Compare(Filter.Walk(scope, path), literal) > 0,
            "ge" => scope => Filter.Compare(Filter.Walk(scope, path), literal) >= 0,
            "lt" => scope => Filter.Compare(Filter.Walk(scope, path), literal) < 0,
            "le" => scope => Filter.Compare(Filter.Walk(scope, path), literal) <= 0,
            _ => throw Wrong(),
        };
    }

    private Func<FilterScope, bool> Function(string name)
    {
        if (name == "isof")
        {
            var type = "#" + Literal();
            Demand(')');

            return scope => scope.Fields("@odata.type") is string actual && string.Equals(actual, type, StringComparison.OrdinalIgnoreCase);
        }

        var path = Path();
        Demand(',');
        var wanted = Literal() as string ?? throw Wrong();
        Demand(')');
        _isAdvanced |= name == "endswith";

        if (TakeWord("eq") && !TakeWord("true"))
        {
            throw Wrong();
        }

        return scope => Filter.Walk(scope, path) is string value && name switch
        {
            "startswith" => value.StartsWith(wanted, StringComparison.OrdinalIgnoreCase),
            "endswith" => value.EndsWith(wanted, StringComparison.OrdinalIgnoreCase),
            _ => value.Contains(wanted, StringComparison.OrdinalIgnoreCase),
        };
    }

    private Func<FilterScope, bool> Lambda(List<string> path, bool isAll)
    {
        if (!knows(path[0]))
        {
            throw GraphException.BadRequest($"Invalid filter clause: Could not find a property named '{path[0]}'.");
        }

        if (Take(')'))
        {
            return scope => Items(scope, path).Any();
        }

        var outer = _variable;
        _variable = Identifier();
        var variable = _variable;
        Demand(':');
        var body = Either();
        Demand(')');
        _variable = outer;

        return isAll
            ? scope => Items(scope, path).All(item => body(scope with { Variable = variable, Current = item }))
            : scope => Items(scope, path).Any(item => body(scope with { Variable = variable, Current = item }));
    }

    private static IEnumerable<object?> Items(FilterScope scope, List<string> path) =>
        Filter.Walk(scope, path) is IEnumerable items and not string ? items.Cast<object?>() : [];

    private List<string> Path()
    {
        var path = new List<string> { Identifier() };

        while (Take('/'))
        {
            path.Add(Identifier());
        }

        return path;
    }

    private string Identifier()
    {
        SkipSpace();
        var start = _at;

        while (_at < text.Length && (char.IsAsciiLetterOrDigit(text[_at]) || text[_at] is '_' or '$' or '.' or '@'))
        {
            _at++;
        }

        return _at > start ? text[start.._at] : throw Wrong();
    }

    private object? Literal()
    {
        SkipSpace();

        return _at < text.Length && text[_at] == '\'' ? Quoted() : Bare();
    }

    private string Quoted()
    {
        var value = new System.Text.StringBuilder();

        for (_at++; _at < text.Length; _at++)
        {
            if (text[_at] != '\'')
            {
                value.Append(text[_at]);
            }
            else if (_at + 1 < text.Length && text[_at + 1] == '\'')
            {
                value.Append(text[_at++]);
            }
            else
            {
                _at++;

                return value.ToString();
            }
        }

        throw Wrong();
    }

    private object? Bare()
    {
        var start = _at;

        while (_at < text.Length && !char.IsWhiteSpace(text[_at]) && text[_at] is not ('(' or ')' or ','))
        {
            _at++;
        }

        var word = text[start.._at];

        return word switch
        {
            "" => throw Wrong(),
            "null" => null,
            "true" => true,
            "false" => false,
            _ when Guid.TryParse(word, out _) => word,
            _ when double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
            _ when DateTimeOffset.TryParse(word, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) => time,
            _ => throw Wrong(),
        };
    }

    private string Word() => Identifier().ToLowerInvariant();

    private bool TakeWord(string word)
    {
        SkipSpace();
        var end = _at + word.Length;

        if (end > text.Length || !text.AsSpan(_at, word.Length).Equals(word, StringComparison.OrdinalIgnoreCase)
            || (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '/')))
        {
            return false;
        }

        _at = end;

        return true;
    }

    private bool Take(char expected)
    {
        SkipSpace();

        if (_at >= text.Length || text[_at] != expected)
        {
            return false;
        }

        _at++;

        return true;
    }

    private void Demand(char expected)
    {
        if (!Take(expected))
        {
            throw Wrong();
        }
    }

    private void SkipSpace()
    {
        while (_at < text.Length && char.IsWhiteSpace(text[_at]))
        {
            _at++;
        }
    }

    private GraphException Wrong() => GraphException.BadRequest($"Invalid filter clause: Syntax error at position {_at} in '{text}'.");
}
