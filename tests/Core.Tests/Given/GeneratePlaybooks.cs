using CsCheck;
using MeshReadiness.Core.Playbooks;

namespace MeshReadiness.Core.Tests.Given;

/// <summary>Random versions of one playbook, with few ids and few words, so that two of them often have tasks and steps in common.</summary>
internal static class GeneratePlaybooks
{
    private const int MostSteps = 4;

    private static readonly Gen<CheckReference?> Check = Gen.OneOf<CheckReference?>(
        null, Reference("a"), Reference("a", ("p", "1")), Reference("a", ("p", "2")), Reference("a", ("q", "1")), Reference("b", ("p", "1")));

    private static readonly Gen<ImportReference?> Import = Gen.OneOf<ImportReference?>(
        null,
        new ImportReference(ImportKind.NetworkProbe, "a", ImmutableDictionary<string, string>.Empty),
        new ImportReference(ImportKind.NetworkProbe, "a", ImmutableDictionary<string, string>.Empty.Add("p", "1")),
        new ImportReference(ImportKind.NetworkProbe, "a", ImmutableDictionary<string, string>.Empty.Add("p", "2")),
        new ImportReference(ImportKind.NetworkProbe, "b", ImmutableDictionary<string, string>.Empty));

    private static readonly Gen<ImmutableArray<string>> Words = Gen.OneOf<string[]>([], ["x"], ["y"], ["x", "y"], ["y", "x"]).Select(words => words.ToImmutableArray());

    private static readonly Gen<PlaybookTask> Task = Gen.Select(
        Gen.OneOf("One.", "Two."), Gen.Int[1, 2], Words, Words, Words, Check, Import,
        (words, days, gates, dependsOn, tools, check, import) => SmallPlaybook.Task("", Severity.Blocker) with
        {
            Why = words,
            FreshDays = days,
            Gates = gates,
            DependsOn = dependsOn,
            Tools = tools,
            Check = check,
            Import = import,
        });

    // Where a task stands: in which step, or in none, and how far down in it.
    private static readonly Gen<(int Step, int Rank, PlaybookTask Task)> Placed = Gen.Select(Gen.Int[0, MostSteps], Gen.Int[0, 9], Task);

    private static readonly Gen<ImmutableArray<Step>> Steps = Gen.Select(Gen.OneOf("One", "Two").Array[0, MostSteps], Placed.Array[6], (titles, placed) =>
        titles.Select((title, index) => new Step(index + 1, title, "Purpose.",
        [
            .. from item in placed.Index()
                where item.Item.Step == index + 1
                orderby item.Item.Rank
                select item.Item.Task with { Id = $"task-{item.Index}" },
        ])).ToImmutableArray());

    public static Gen<Playbook> Version(int version) => Steps.Select(steps => SmallPlaybook.It with { Version = version, Steps = steps });

    private static CheckReference Reference(string id, params (string Name, string Value)[] parameters) =>
        new(id, parameters.ToImmutableDictionary(parameter => parameter.Name, parameter => parameter.Value));
}
