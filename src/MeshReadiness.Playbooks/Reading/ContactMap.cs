using System.Collections.Immutable;
using MeshReadiness.Core.Playbooks;

namespace MeshReadiness.Playbooks.Reading;

/// <summary>Reads contacts and the messages to them. Tasks and contacts name each other, so the tasks are looked at when both are known.</summary>
/// <param name="ids">The playbook's ids.</param>
internal sealed class ContactMap(PlaybookIds ids)
{
    private readonly Ids _messages = new("message");

    public ImmutableArray<Contact> Read(JsonCursor at) => at.Items(Contact);

    public void CheckTasks(JsonCursor contacts, JsonCursor steps)
    {
        Dictionary<string, HashSet<string>> tasksOf = [];

        contacts.Items(contact =>
            tasksOf[contact["id"].Text()] = [.. contact["tasks"].Items(task => ids.Tasks.Named(task, task.Text()))]);

        steps.Items(step => step["tasks"].Items(task =>
            task.Optional("contact") is not { } contact || tasksOf[contact.Text()].Contains(task["id"].Text())
                ? task
                : throw contact.Broken($"names the contact {JsonCursor.Quote(contact.Text())}, among whose tasks {task["id"].Text()} isn't.")));
    }

    public ImmutableArray<MessageTemplate> Messages(JsonCursor at) => at.Items(Message);

    private Contact Contact(JsonCursor at)
    {
        at.Object("id", "name", "kind", "asked", "function", "role", "tasks");
        return new(
            ids.Contacts.Take(at["id"]),
            at["name"].Text(),
            at["kind"].Word<ContactKind>(),
            at["asked"].Text(),
            at["function"].Text(),
            at.Optional("role")?.Text(),
            at["tasks"].SomeItems(task => task.Text()));
    }

    private MessageTemplate Message(JsonCursor at)
    {
        at.Object("id", "contact", "subject", "body");
        return new(
            _messages.Take(at["id"]),
            ids.Contacts.Named(at["contact"], at["contact"].Text()),
            WithPlaceholders(at["subject"]),
            string.Join("\n\n", at["body"].SomeItems(WithPlaceholders)));
    }

    private static string WithPlaceholders(JsonCursor at)
    {
        var text = at.Text();

        for (var (open, close) = Braces(text, 0); open < text.Length || close < text.Length; (open, close) = Braces(text, close + 1))
        {
            if (close < open || close == text.Length || text.AsSpan(open + 1, close - open - 1).Contains('{'))
            {
                throw at.Broken("holds a brace without its other half; braces stand around placeholders and nowhere else.");
            }

            var name = text[(open + 1)..close];

            if (!MessageTemplate.Placeholders.Contains(name))
            {
                throw at.Broken($"holds the placeholder {JsonCursor.Quote($"{{{name}}}")}, which isn't known. Known are {string.Join(", ", MessageTemplate.Placeholders)}.");
            }
        }

        return text;
    }

    // Where the next two braces are; the text's length where there is none.
    private static (int Open, int Close) Braces(string text, int from)
    {
        int Find(char brace) => text.IndexOf(brace, from) is var at and >= 0 ? at : text.Length;
        return (Find('{'), Find('}'));
    }
}
