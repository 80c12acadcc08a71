using System.Collections;
using System.Globalization;

namespace MeshReadiness.SampleTenant.Protocol;

/// <summary>A parsed $filter: asks an object's fields and says yes or no.</summary>
internal sealed class Filter(Func<FilterScope, bool> test, bool isAdvanced)
{
    /// <summary>True when Graph answers this one only with ConsistencyLevel: eventual and $count=true.</summary>
    public bool IsAdvanced => isAdvanced;

    public bool Matches(Func<string, object?> fields) => test(new(fields, null, null));

    public static object? Walk(FilterScope scope, IReadOnlyList<string> path)
    {
        var value = scope.Variable is not null && path[0] == scope.Variable ? scope.Current : scope.Fields(path[0]);

        foreach (var step in path.Skip(1))
        {
            value = step == "$count"
                ? (double)(value is IEnumerable items and not string ? items.Cast<object?>().Count() : 0)
                : value is Func<string, object?> fields ? fields(step) : null;
        }

        return value;
    }

    public static int? Compare(object? left, object? right) => (left, right) switch
    {
        (null, null) => 0,
        (null, _) or (_, null) => null,
        (bool one, bool other) => one.CompareTo(other),
        (double one, double other) => one.CompareTo(other),
        (string one, DateTimeOffset other) => DateTimeOffset.TryParse(one, CultureInfo.InvariantCulture, out var time)
            ? time.CompareTo(other)
            : null,
        (string one, string other) => string.Compare(one, other, StringComparison.OrdinalIgnoreCase),
        _ => null,
    };
}

/// <summary>What names in a filter stand for: the object's fields, and inside any(...) the item at hand.</summary>
internal sealed record FilterScope(Func<string, object?> Fields, string? Variable, object? Current);
