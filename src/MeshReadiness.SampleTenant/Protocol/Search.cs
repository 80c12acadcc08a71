using System.Text.RegularExpressions;

namespace MeshReadiness.SampleTenant.Protocol;

/// <summary>$search="property:text", joined by AND or OR; a word of the property has to begin with the text.</summary>
internal static partial class Search
{
    private static readonly char[] Breaks = [' ', '.', '-', '_', '@', '(', ')'];

    public static Func<Func<string, object?>, bool> Parse(string text, Func<string, bool> knows)
    {
        var clauses = Clause().Matches(text);

        if (clauses.Count == 0)
        {
            throw GraphException.BadRequest("Syntax error in $search: write it as $search=\"displayName:text\".");
        }

        if (clauses.FirstOrDefault(clause => !knows(clause.Groups["name"].Value)) is { } wrong)
        {
            throw GraphException.BadRequest($"Syntax error in $search: unknown property '{wrong.Groups["name"].Value}'.");
        }

        var tests = clauses.Select(clause => Test(clause.Groups["name"].Value, clause.Groups["text"].Value)).ToList();
        var isEither = text.Contains(" OR ", StringComparison.Ordinal);

        return fields => isEither ? tests.Exists(test => test(fields)) : tests.TrueForAll(test => test(fields));
    }

    private static Func<Func<string, object?>, bool> Test(string name, string wanted)
    {
        var parts = wanted.Split(Breaks, StringSplitOptions.RemoveEmptyEntries);

        return fields => fields(name) is string value
            && value.Split(Breaks, StringSplitOptions.RemoveEmptyEntries) is var words
            && Array.TrueForAll(parts, part => Array.Exists(words, word => word.StartsWith(part, StringComparison.OrdinalIgnoreCase)));
    }

    [GeneratedRegex("\"(?<name>[A-Za-z]+):(?<text>[^\"]*)\"", RegexOptions.CultureInvariant)]
    private static partial Regex Clause();
}
