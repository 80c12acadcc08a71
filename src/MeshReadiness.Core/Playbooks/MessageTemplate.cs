using System.Collections.Immutable;

namespace MeshReadiness.Core.Playbooks;

/// <summary>A message to a contact, with gaps in braces that are filled for the rollout at hand.</summary>
/// <param name="Id">Stable id, for example <c>ask-network</c>.</param>
/// <param name="Contact">The id of the contact whom it is for.</param>
/// <param name="Subject">The subject line.</param>
/// <param name="Body">The text; an empty line stands between paragraphs.</param>
public sealed record MessageTemplate(string Id, string Contact, string Subject, string Body)
{
    /// <summary>The words that may stand in braces.</summary>
    public static ImmutableArray<string> Placeholders { get; } =
    [
        "rollout", // its name
        "experiences", // what people will be able to do, as a list in a sentence
        "targetDate", // when they will
        "owner", // who leads it and signs the message
        "contact", // the name of the person written to
        "openTasks", // their open tasks with due dates, one a line
        "link", // the address of the page with these tasks
    ];
}
