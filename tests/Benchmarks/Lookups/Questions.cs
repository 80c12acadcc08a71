using MeshReadiness.Core.Eligibility;
using MeshReadiness.Core.Readiness;

namespace MeshReadiness.Benchmarks.Lookups;

/// <summary>What people ask the portal, made of names that are really there.</summary>
internal static class Questions
{
    private const int LongestBeginning = 6;

    public static readonly IReadOnlyList<Dimension> Dimensions = Enum.GetValues<Dimension>();
    public static readonly IReadOnlyList<Verdict> Verdicts = Enum.GetValues<Verdict>();

    /// <summary>The first one to six letters of given name, family name or mail, as somebody types them.</summary>
    public static string Beginning(StoredName name, int number)
    {
        var words = Words(name);
        var word = (number % 3) switch
        {
            0 => words[0],
            1 => words[^1],
            _ => name.Mail ?? name.UserPrincipalName,
        };
        return word[..Math.Min(word.Length, 1 + (number / 3 % LongestBeginning))];
    }

    /// <summary>A whole word of the name, or two of them.</summary>
    public static string Whole(StoredName name, int number)
    {
        var words = Words(name);
        return (number % 3) switch
        {
            0 => words[0],
            1 => words[^1],
            _ => $"{words[0]} {words[^1]}",
        };
    }

    /// <summary>The family name with one mistake in it.</summary>
    public static string Mistyped(StoredName name, int number)
    {
        var word = Words(name)[^1];
        var at = number % Math.Max(1, word.Length - 1);
        return word.Length < 2 ? word : (number % 4) switch
        {
            0 => word.Remove(at, 1),
            1 => word.Insert(at, "x"),
            2 => word.Remove(at, 1).Insert(at, "x"),
            _ => $"{word[..at]}{word[at + 1]}{word[at]}{word[(at + 2)..]}",
        };
    }

    private static string[] Words(StoredName name) =>
        (name.DisplayName ?? name.UserPrincipalName).Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } words ? words : [name.UserPrincipalName];
}
