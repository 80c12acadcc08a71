namespace MeshReadiness.Playbooks.Reading;

/// <summary>The ids of one sort of thing in a playbook: well formed, each used once, and the only ones that others may name.</summary>
/// <param name="what">The thing, as it reads inside a sentence.</param>
internal sealed class Ids(string what)
{
    private readonly HashSet<string> _taken = [];

    public string Take(JsonCursor at)
    {
        var id = at.Text();

        // Reasons and parameters put colons and commas between ids, so ids must do without.
        if (!id.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter is '-'))
        {
            throw at.Broken($"may hold only lower-case letters, digits and hyphens and is {JsonCursor.Quote(id)}.");
        }

        return _taken.Add(id) ? id : throw at.Broken($"is {JsonCursor.Quote(id)}, and another {what} has that id already.");
    }

    public string Named(JsonCursor at, string id) => _taken.Contains(id)
        ? id
        : throw at.Broken($"names the {what} {JsonCursor.Quote(id)}, which this playbook doesn't have.");
}
