using System.Collections;
using MeshReadiness.SampleTenant.Company;

namespace MeshReadiness.SampleTenant.Protocol;

/// <summary>Reads the part of OData's filter language that Graph's directory answers.</summary>
internal sealed class FilterParser(string text, Func<string, bool> knows)
{
    private static readonly string[] Functions = ["startswith", "endswith", "contains", "isof"];
    private readonly FilterReader _reader = new(text);
    private bool _isAdvanced;
    private bool _reachesOut;
    private string? _variable;

    public Filter Parse()
    {
        var test = Either();

        return _reader.IsAtEnd ? new(test, _isAdvanced) : throw _reader.Wrong();
    }

    private Func<FilterScope, bool> Either()
    {
        var left = Both();

        while (_reader.TakeWord("or"))
        {
            var (one, other) = (left, Both());
            left = scope => one(scope) || other(scope);
        }

        return left;
    }

    private Func<FilterScope, bool> Both()
    {
        var left = Unary();

        while (_reader.TakeWord("and"))
        {
            var (one, other) = (left, Unary());
            left = scope => one(scope) && other(scope);
        }

        return left;
    }

    private Func<FilterScope, bool> Unary()
    {
        if (_reader.TakeWord("not"))
        {
            _isAdvanced = true;
            var inner = Unary();

            return scope => !inner(scope);
        }

        if (_reader.Take('('))
        {
            var inner = Either();
            _reader.Demand(')');

            return inner;
        }

        return Comparison();
    }

    private Func<FilterScope, bool> Comparison()
    {
        var path = _reader.Path();

        if (path.Count == 1 && Functions.Contains(path[0].ToLowerInvariant()) && _reader.Take('('))
        {
            return Function(path[0].ToLowerInvariant());
        }

        if (path is [_, .., "any" or "all"] && _reader.Take('('))
        {
            return Lambda([.. path.SkipLast(1)], path[^1] == "all");
        }

        _isAdvanced |= path[^1] == "$count";

        return Operator(KnownPath(path), _reader.Word());
    }

    private List<string> KnownPath(List<string> path)
    {
        if (path[0] == _variable)
        {
            return path;
        }

        _reachesOut = true;

        return knows(path[0])
            ? path
            : throw GraphException.BadRequest($"Invalid filter clause: Could not find a property named '{path[0]}'.");
    }

    private Func<FilterScope, bool> Operator(List<string> path, string word)
    {
        if (word == "in")
        {
            _reader.Demand('(');
            var values = new List<object?> { _reader.Literal() };

            while (_reader.Take(','))
            {
                values.Add(_reader.Literal());
            }

            _reader.Demand(')');

            return scope => values.Exists(value => Filter.Compare(Filter.Walk(scope, path), value) == 0);
        }

        var literal = _reader.Literal();
        _isAdvanced |= word == "ne" || literal is null;

        return word switch
        {
            "eq" => scope => Filter.Compare(Filter.Walk(scope, path), literal) == 0,
            "ne" => scope => Filter.Compare(Filter.Walk(scope, path), literal) != 0,
            "gt" => scope => Filter.Compare(Filter.Walk(scope, path), literal) > 0,
            "ge" => scope => Filter.Compare(Filter.Walk(scope, path), literal) >= 0,
            "lt" => scope => Filter.Compare(Filter.Walk(scope, path), literal) < 0,
            "le" => scope => Filter.Compare(Filter.Walk(scope, path), literal) <= 0,
            _ => throw _reader.Wrong(),
        };
    }

    private Func<FilterScope, bool> Function(string name)
    {
        if (name == "isof")
        {
            var type = "#" + _reader.Literal();
            _reader.Demand(')');

            return scope => scope.Fields("@odata.type") is string actual && string.Equals(actual, type, StringComparison.OrdinalIgnoreCase);
        }

        var path = KnownPath(_reader.Path());
        _reader.Demand(',');
        var wanted = _reader.Literal() as string ?? throw _reader.Wrong();
        _reader.Demand(')');
        _isAdvanced |= name == "endswith";

        if (_reader.TakeWord("eq") && !_reader.TakeWord("true"))
        {
            throw _reader.Wrong();
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
        path = KnownPath(path);

        if (_reader.Take(')'))
        {
            return scope => Items(scope, path).Any();
        }

        var outer = _variable;
        _variable = _reader.Identifier();
        var variable = _variable;
        _reader.Demand(':');
        var (before, body) = (_reachesOut, Inside());
        var isShareable = !_reachesOut;
        _reachesOut |= before;
        _reader.Demand(')');
        _variable = outer;
        bool Holds(FilterScope scope, IEnumerable<object?> items) => isAll
            ? items.All(item => body(scope with { Variable = variable, Current = item }))
            : items.Any(item => body(scope with { Variable = variable, Current = item }));

        return isShareable ? Remembering(path, Holds) : scope => Holds(scope, Items(scope, path));
    }

    private Func<FilterScope, bool> Inside()
    {
        _reachesOut = false;

        return Either();
    }

    // A million people share a few hundred licence lists; each is looked at once.
    private static Func<FilterScope, bool> Remembering(List<string> path, Func<FilterScope, IEnumerable<object?>, bool> holds)
    {
        var known = new Dictionary<object, bool>(ReferenceEqualityComparer.Instance);

        return scope =>
        {
            var items = Items(scope, path);

            if (items is not SharedItems)
            {
                return holds(scope, items);
            }

            if (!known.TryGetValue(items, out var held))
            {
                known[items] = held = holds(scope, items);
            }

            return held;
        };
    }

    private static IEnumerable<object?> Items(FilterScope scope, List<string> path) =>
        Filter.Walk(scope, path) switch
        {
            string => [],
            IEnumerable<object?> items => items,
            IEnumerable items => items.Cast<object?>(),
            _ => [],
        };
}
