using System.Globalization;
using System.Text;
using MeshReadiness.Core.ConditionalAccess;
using MeshReadiness.Core.ConditionalAccess.Filters;

namespace MeshReadiness.Core.Tests.ConditionalAccess;

/// <summary>
/// Evaluates a rule straight from its text with two stacks, comparing letter by letter: another way to the same answer, and
/// nothing shared with the parser.
/// </summary>
internal sealed class NaiveFilter(string text, FilterDevice device)
{
    private readonly Stack<string> _answers = new();
    private readonly Stack<string> _waiting = new();
    private int _at;

    public string Evaluate()
    {
        while (Skip() < text.Length)
        {
            if (text[_at] is '(')
            {
                _waiting.Push("(");
                _at++;
            }
            else if (text[_at] is ')')
            {
                _at++;
                Settle(0);
                _waiting.Pop();
            }
            else if (Word() is var word && word.StartsWith("device.", StringComparison.Ordinal))
            {
                _answers.Push(Compare(word["device.".Length..], Word()[1..]));
            }
            else
            {
                // A denial waits for what comes; the others first settle what binds at least as tightly.
                if (word is not "-not")
                {
                    Settle(Tightness(word));
                }

                _waiting.Push(word);
            }
        }

        Settle(0);
        return _answers.Single();
    }

    private static int Tightness(string word) => word switch { "-not" => 3, "-and" => 2, "-or" => 1, _ => -1 };

    private void Settle(int tightness)
    {
        while (_waiting.TryPeek(out var word) && Tightness(word) >= Math.Max(tightness, 1))
        {
            _waiting.Pop();
            var last = _answers.Pop();
            _answers.Push(word is "-not" ? Opposite(last) : Join(_answers.Pop(), last, word is "-and" ? "no" : "yes"));
        }
    }

    private static string Opposite(string answer) => answer switch { "yes" => "no", "no" => "yes", _ => "unknown" };

    private static string Join(string one, string other, string decides) =>
        one == decides || other == decides ? decides : one == "unknown" || other == "unknown" ? "unknown" : Opposite(decides);

    private string Compare(string property, string op)
    {
        var denies = op is "ne" || op.StartsWith("not", StringComparison.Ordinal);
        var values = Values();
        string[] worlds = device.IsRegistered switch { Truth.Yes => ["registered"], Truth.No => ["unregistered"], _ => ["registered", "unregistered"] };
        var answers = worlds.Select(world => world is "unregistered" ? Empty(values, denies) : Registered(property, op, denies, values)).Distinct().ToList();
        return answers is [var only] ? only : "unknown";
    }

    private static string Empty(List<string>? values, bool denies) => values is null ? "unknown" : denies ? "yes" : "no";

    private string Registered(string property, string op, bool denies, List<string>? values)
    {
        if (!property.StartsWith("extension", StringComparison.Ordinal))
        {
            return Plain(property, op, denies, values);
        }

        var signs = new[] { device.IsManaged switch { Truth.Yes => "yes", Truth.No => "no", _ => "unknown" }, Says("isCompliant", "TRUE"), Says("trustType", "SERVERAD") };
        var hidden = denies || values is null ? "unknown" : "no";

        return signs.Contains("yes") ? Plain(property, op, denies, values)
            : !signs.Contains("unknown") ? hidden
            : Plain(property, op, denies, values) is var told && told == hidden ? told : "unknown";
    }

    private string Says(string property, string value) =>
        !device.Properties.TryGetValue(property, out var told) ? "unknown" : told.Length == 1 && Upper(told[0]) == value ? "yes" : "no";

    private string Plain(string property, string op, bool denies, List<string>? values)
    {
        if (!device.Properties.TryGetValue(property, out var told))
        {
            return "unknown";
        }

        var present = told.Where(one => one != "").Select(Upper).ToList();

        if (values is null)
        {
            return (present.Count == 0) != denies ? "yes" : "no";
        }

        var isList = property is "physicalIds" or "systemLabels";
        var wanted = values.ConvertAll(Upper);
        var holds = present.Exists(one => op switch
        {
            "startsWith" or "notStartsWith" => one.Length >= wanted[0].Length && one[..wanted[0].Length] == wanted[0],
            "endsWith" or "notEndsWith" => one.Length >= wanted[0].Length && one[^wanted[0].Length..] == wanted[0],
            "contains" or "notContains" when !isList => Enumerable.Range(0, one.Length + 1).Any(at => one[at..].Length >= wanted[0].Length && one.Substring(at, wanted[0].Length) == wanted[0]),
            "in" or "notIn" => wanted.Contains(one),
            _ => one == wanted[0],
        });
        return holds != denies ? "yes" : "no";
    }

    // Null is no list at all.
    private List<string>? Values()
    {
        Skip();

        if (text[_at] is not ('[' or '"'))
        {
            var word = Word();
            return word is "null" ? null : [word];
        }

        List<string> values = [];

        for (var isList = text[_at] is '['; ;)
        {
            if (isList)
            {
                // The bracket or the comma.
                _at++;
                Skip();
            }

            values.Add(Quoted());

            if (!isList || text[Skip()] is ']')
            {
                _at += isList ? 1 : 0;
                return values;
            }
        }
    }

    private string Quoted()
    {
        var value = new StringBuilder();

        for (_at++; text[_at] is not '"'; _at++)
        {
            if (text[_at] is '`' && text[_at + 1] is '"')
            {
                _at++;
            }

            value.Append(text[_at]);
        }

        _at++;
        return value.ToString();
    }

    private string Word()
    {
        var start = Skip();

        while (_at < text.Length && text[_at] is not (' ' or ')' or ',' or ']' or '['))
        {
            _at++;
        }

        return text[start.._at];
    }

    private int Skip()
    {
        while (_at < text.Length && text[_at] is ' ')
        {
            _at++;
        }

        return _at;
    }

    private static string Upper(string value) => value.ToUpper(CultureInfo.InvariantCulture);
}
