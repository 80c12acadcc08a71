using System.Globalization;
using System.Text;

namespace MeshReadiness.SampleTenant.Protocol;

/// <summary>Walks through the text of a filter: names, values and signs.</summary>
internal sealed class FilterReader(string text)
{
    private int _at;

    public bool IsAtEnd
    {
        get
        {
            SkipSpace();

            return _at == text.Length;
        }
    }

    public List<string> Path()
    {
        var path = new List<string> { Identifier() };

        while (Take('/'))
        {
            path.Add(Identifier());
        }

        return path;
    }

    public string Identifier()
    {
        SkipSpace();
        var start = _at;

        while (_at < text.Length && (char.IsAsciiLetterOrDigit(text[_at]) || text[_at] is '_' or '$' or '.' or '@'))
        {
            _at++;
        }

        return _at > start ? text[start.._at] : throw Wrong();
    }

    public object? Literal()
    {
        SkipSpace();

        return _at < text.Length && text[_at] == '\'' ? Quoted() : Bare();
    }

    private string Quoted()
    {
        var value = new StringBuilder();

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

    public string Word() => Identifier().ToLowerInvariant();

    public bool TakeWord(string word)
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

    public bool Take(char expected)
    {
        SkipSpace();

        if (_at >= text.Length || text[_at] != expected)
        {
            return false;
        }

        _at++;

        return true;
    }

    public void Demand(char expected)
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

    public GraphException Wrong() => GraphException.BadRequest($"Invalid filter clause: Syntax error at position {_at} in '{text}'.");
}
