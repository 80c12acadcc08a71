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

    private static string WithPlaceholders(JsonCursor at) => Placeholders.Text(at, MessageTemplate.Placeholders);
}
