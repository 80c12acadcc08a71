namespace MeshReadiness.Core.ConditionalAccess.Filters;

/// <summary>The operators of the device filter language.</summary>
public enum FilterOperator
{
    /// <summary><c>-eq</c></summary>
    Eq,

    /// <summary><c>-ne</c></summary>
    Ne,

    /// <summary><c>-startsWith</c></summary>
    StartsWith,

    /// <summary><c>-notStartsWith</c></summary>
    NotStartsWith,

    /// <summary><c>-endsWith</c></summary>
    EndsWith,

    /// <summary><c>-notEndsWith</c></summary>
    NotEndsWith,

    /// <summary><c>-contains</c>: part of a text, or a whole item of a list.</summary>
    Contains,

    /// <summary><c>-notContains</c></summary>
    NotContains,

    /// <summary><c>-in</c></summary>
    In,

    /// <summary><c>-notIn</c></summary>
    NotIn,
}

/// <summary>What sets operators apart.</summary>
public static class FilterOperators
{
    private static readonly string[] Texts = ["eq", "ne", "startsWith", "notStartsWith", "endsWith", "notEndsWith", "contains", "notContains", "in", "notIn"];

    private static readonly string[] Phrases =
    [
        "is", "isn't", "begins with", "doesn't begin with", "ends with", "doesn't end with", "contains", "doesn't contain", "is one of", "isn't one of",
    ];

    /// <summary>All operators, in their own order.</summary>
    public static IReadOnlyList<FilterOperator> All { get; } = Enum.GetValues<FilterOperator>();

    /// <summary>
    /// Whether the operator denies. On a device that isn't registered everything is empty, and only negative operators hold:
    /// the reason why a filter can exempt every unregistered device by accident.
    /// </summary>
    public static bool IsNegative(this FilterOperator op) => ((int)op & 1) == 1;

    /// <summary>The operator that this one denies; itself when it doesn't deny.</summary>
    public static FilterOperator Positive(this FilterOperator op) => (FilterOperator)((int)op & ~1);

    /// <summary>Whether it compares with a list.</summary>
    public static bool TakesList(this FilterOperator op) => op.Positive() is FilterOperator.In;

    /// <summary>The operator as rules write it, with its hyphen.</summary>
    public static string Text(this FilterOperator op) => "-" + Texts[(int)op];

    /// <summary>The operator in words.</summary>
    public static string InWords(this FilterOperator op) => Phrases[(int)op];

    /// <summary>The operator of this name, without its hyphen and whatever its capitals; <see langword="null"/> when there is none.</summary>
    public static FilterOperator? Find(string name) =>
        Array.FindIndex(Texts, text => text.Equals(name, StringComparison.OrdinalIgnoreCase)) is >= 0 and var found ? (FilterOperator)found : null;
}
