using System.Collections.Immutable;
using System.Globalization;
using MeshReadiness.Core.Playbooks;

namespace MeshReadiness.Playbooks.Reading;

/// <summary>Reads the steps and their tasks, and then makes sure that tasks can be done in the order in which they wait for each other.</summary>
/// <param name="ids">The playbook's ids; requirements, experiences, tools and contacts are known already.</param>
/// <param name="letters">What the ids of its tasks start with.</param>
internal sealed class TaskMap(PlaybookIds ids, string letters)
{
    private const int MostFreshDays = 730, MostDaysBefore = 365;

    private readonly List<TaskLink> _links = [];

    public ImmutableArray<Step> Read(JsonCursor at)
    {
        var steps = at.SomeItems(Step);
        DependencyRules.Check([.. steps.SelectMany(step => step.Tasks)], _links, ids.Tasks);
        return steps;
    }

    private Step Step(JsonCursor at, int index)
    {
        at.Object("number", "title", "purpose", "tasks");
        var number = at["number"].Number();

        return number == index + 1
            ? new(number, at["title"].Text(), at["purpose"].Text(), at["tasks"].SomeItems(task => Task(task, number)))
            : throw at["number"].Broken(string.Create(CultureInfo.InvariantCulture,
                $"must be {index + 1}, because steps are numbered from 1 in their order, and is {number}."));
    }

    private PlaybookTask Task(JsonCursor at, int step)
    {
        at.Object(
            "id", "title", "doneWhen", "why", "dependsOn", "freshDays", "daysBefore", "tools", "contact", "import",
            "function", "role", "evidence", "evidenceNote", "gates", "severity", "source", "check");
        var id = TaskId(at["id"], step);

        return new(
            id,
            at["title"].Text(),
            at["doneWhen"].Text(),
            at["why"].Text(),
            at["function"].Text(),
            at.Optional("role")?.Text(),
            at["evidence"].Word<EvidenceKind>(),
            at["evidenceNote"].Text(),
            Gates(at["gates"]),
            at["severity"].Word<Severity>(),
            at["source"].WebAddress(),
            at.Optional("check") is { } check ? CheckReferenceMap.Read(check, ids.Requirements) : null)
        {
            DependsOn = at["dependsOn"].Items(item => DependsOn(item, id)),
            FreshDays = at["freshDays"].Number(1, MostFreshDays),
            DaysBefore = at["daysBefore"].Number(0, MostDaysBefore),
            Tools = at["tools"].Items(item => ids.Tools.Named(item, item.Text())),
            Contact = at.Optional("contact") is { } contact ? ids.Contacts.Named(contact, contact.Text()) : null,
            Import = at.Optional("import") is { } import ? ImportReferenceMap.Read(import) : null,
        };
    }

    private string TaskId(JsonCursor at, int step)
    {
        var id = ids.Tasks.Take(at);
        var start = string.Create(CultureInfo.InvariantCulture, $"{letters}{step}-");
        return id.StartsWith(start, StringComparison.Ordinal) ? id : throw at.Broken($"must start with \"{start}\" and is {JsonCursor.Quote(id)}.");
    }

    private ImmutableArray<string> Gates(JsonCursor at) => at.SomeItems(gate => ids.Gates.Contains(gate.Text())
        ? gate.Text()
        : throw gate.Broken($"must be a gate of an experience or \"{PlaybookIds.EveryGate}\" and is {JsonCursor.Quote(gate.Text())}."));

    // Whom a task waits for may stand further down in the file, so that is looked at when all tasks are known.
    private string DependsOn(JsonCursor at, string from)
    {
        _links.Add(new(at, from, at.Text()));
        return at.Text();
    }
}
