using System.Text.RegularExpressions;

namespace MeshReadiness.Benchmarks.ConditionalAccess;

/// <summary>
/// What people write for such a language: a regular expression cuts the rule into words, and a function for each level of binding
/// puts them together. It checks neither properties nor operators nor values, and knows no places.
/// </summary>
internal sealed partial class UsualRules(string rule)
{
    private readonly List<string> _words = [.. Word().Matches(rule).Select(match => match.Value)];
    private int _at;

    /// <summary>How many comparisons a rule has.</summary>
    public static int Comparisons(string rule) => Comparisons(new UsualRules(rule).Or());

    private static int Comparisons(Node node) => node.Parts.Count == 0 ? 1 : node.Parts.Sum(Comparisons);

    [GeneratedRegex("""[()\[\],]|"(?:`"|[^"])*"|-?[\w.]+""")]
    private static partial Regex Word();

    private Node Or() => Chain("-or", () => Chain("-and", Not));

    private Node Chain(string word, Func<Node> next)
    {
        List<Node> parts = [next()];

        while (_at < _words.Count && _words[_at] == word)
        {
            _at++;
            parts.Add(next());
        }

        return parts.Count == 1 ? parts[0] : new(word, parts);
    }

    private Node Not()
    {
        switch (_words[_at++])
        {
            case "-not":
                return new("-not", [Not()]);
            case "(":
                var inner = Or();
                _at++;
                return inner;
            default:
                return new($"{_words[_at - 1]} {_words[_at]} {Value(_at + 1)}", []);
        }
    }

    private string Value(int from)
    {
        var isList = _words[from] == "[";
        _at = isList ? _words.IndexOf("]", from) + 1 : from + 1;
        return string.Concat(_words[from.._at]);
    }

    private sealed record Node(string Text, IReadOnlyList<Node> Parts);
}
