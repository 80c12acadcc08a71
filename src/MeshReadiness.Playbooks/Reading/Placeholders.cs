namespace MeshReadiness.Playbooks.Reading;

/// <summary>Reads texts in which braces stand around placeholders and nowhere else.</summary>
internal static class Placeholders
{
    /// <summary>A text that may hold these placeholders and no others.</summary>
    public static string Text(JsonCursor at, params IReadOnlyCollection<string> known)
    {
        foreach (var name in Of(at))
        {
            if (!known.Contains(name))
            {
                throw at.Broken(known.Count == 0
                    ? $"holds the placeholder {Quote(name)}, and there are none to fill there."
                    : $"holds the placeholder {Quote(name)}, which isn't known. Known are {string.Join(", ", known)}.");
            }
        }

        return at.Text();
    }

    /// <summary>A text that holds each of these placeholders, and no others.</summary>
    public static string TextWithAll(JsonCursor at, params IReadOnlyCollection<string> needed)
    {
        var text = Text(at, needed);
        var missing = needed.Except(Of(at)).FirstOrDefault();
        return missing is null ? text : throw at.Broken($"lacks the placeholder {Quote(missing)}.");
    }

    private static List<string> Of(JsonCursor at)
    {
        var text = at.Text();
        List<string> names = [];

        for (var (open, close) = Braces(text, 0); open < text.Length || close < text.Length; (open, close) = Braces(text, close + 1))
        {
            if (close < open || close == text.Length || text.AsSpan(open + 1, close - open - 1).Contains('{'))
            {
                throw at.Broken("holds a brace without its other half; braces stand around placeholders and nowhere else.");
            }

            names.Add(text[(open + 1)..close]);
        }

        return names;
    }

    private static string Quote(string name) => JsonCursor.Quote($"{{{name}}}");

    // Where the next two braces are; the text's length where there is none.
    private static (int Open, int Close) Braces(string text, int from)
    {
        int Find(char brace) => text.IndexOf(brace, from) is var at and >= 0 ? at : text.Length;
        return (Find('{'), Find('}'));
    }
}
