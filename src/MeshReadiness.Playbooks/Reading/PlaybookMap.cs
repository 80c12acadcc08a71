using System.Collections.Immutable;
using System.Globalization;
using MeshReadiness.Core.Playbooks;

namespace MeshReadiness.Playbooks.Reading;

/// <summary>Turns one document into a playbook. Made for one reading, because it remembers which ids it has met.</summary>
internal sealed class PlaybookMap
{
    private const string EveryGate = "all";

    private readonly Ids _requirements = new("requirement"), _experiences = new("experience"), _tasks = new("task");
    private readonly HashSet<string> _gates = [EveryGate];

    public Playbook Read(JsonCursor root)
    {
        root.Object("id", "version", "name", "summary", "source", "lifecycle", "tenantSignals", "requirements", "experiences", "steps");

        return new(
            new Ids("playbook").Take(root["id"]),
            root["version"].Number() is > 0 and var version ? version : throw root["version"].Broken("must be 1 or more."),
            root["name"].Text(),
            root["summary"].Text(),
            root["source"].WebAddress(),
            root.Optional("lifecycle") is { } lifecycle ? Lifecycle(lifecycle) : null,
            TenantSignals(root["tenantSignals"]),
            root["requirements"].SomeItems(Requirement),
            root["experiences"].SomeItems(Experience),
            root["steps"].SomeItems(Step));
    }

    private static Lifecycle Lifecycle(JsonCursor at)
    {
        at.Object("retiredOn", "successor", "notice", "source");
        return new(at["retiredOn"].Date(), at["successor"].Text(), at["notice"].Text(), at["source"].WebAddress());
    }

    private static TenantSignals TenantSignals(JsonCursor at)
    {
        at.Object("governmentPlans", "governmentSkuMarks", "educationPlans", "educationSkuMarks", "source");
        return new(
            at["governmentPlans"].Items(plan => plan.Id()),
            at["governmentSkuMarks"].Items(mark => mark.Text()),
            at["educationPlans"].Items(plan => plan.Id()),
            at["educationSkuMarks"].Items(mark => mark.Text()),
            at["source"].WebAddress());
    }

    private PlanRequirement Requirement(JsonCursor at)
    {
        at.Object("id", "name", "anyOf", "remedy", "role", "source");
        return new(
            _requirements.Take(at["id"]),
            at["name"].Text(),
            at["anyOf"].SomeItems(plan => plan.Id()),
            at["remedy"].Text(),
            at["role"].Text(),
            at["source"].WebAddress());
    }

    private Experience Experience(JsonCursor at)
    {
        at.Object("id", "name", "summary", "gate", "audience", "requires", "notEvaluated");
        var gate = at["gate"].Text();
        _gates.Add(gate);

        return new(
            _experiences.Take(at["id"]),
            at["name"].Text(),
            at["summary"].Text(),
            gate,
            at["audience"].Word<Audience>(),
            at["requires"].Items(item => _requirements.Named(item, item.Text())),
            at.Optional("notEvaluated")?.Text());
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
        at.Object("id", "title", "doneWhen", "why", "function", "role", "evidence", "evidenceNote", "gates", "severity", "source", "check");

        return new(
            TaskId(at["id"], step),
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
            at.Optional("check") is { } check ? CheckReferenceMap.Read(check, _requirements) : null);
    }

    private string TaskId(JsonCursor at, int step)
    {
        var id = _tasks.Take(at);
        var start = string.Create(CultureInfo.InvariantCulture, $"s{step}-");
        return id.StartsWith(start, StringComparison.Ordinal) ? id : throw at.Broken($"must start with \"{start}\" and is {JsonCursor.Quote(id)}.");
    }

    private ImmutableArray<string> Gates(JsonCursor at) => at.SomeItems(gate => _gates.Contains(gate.Text())
        ? gate.Text()
        : throw gate.Broken($"must be a gate of an experience or \"{EveryGate}\" and is {JsonCursor.Quote(gate.Text())}."));
}
