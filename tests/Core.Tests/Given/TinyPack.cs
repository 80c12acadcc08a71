namespace MeshReadiness.Core.Tests.Given;

/// <summary>A playbook file that holds a few tasks and nothing else that could be wrong; each task stands on a line of its own.</summary>
internal static class TinyPack
{
    public sealed record Item(string Id, int DaysBefore, params string[] DependsOn);

    public static string With(params IEnumerable<Item> tasks) => $$"""
        {
          "id": "tiny", "version": 1, "name": "Tiny", "summary": "Tiny.", "source": "https://example.org", "taskLetters": "s", "lifecycle": null,
          "tenantSignals": {"governmentPlans": [], "governmentSkuMarks": [], "educationPlans": [], "educationSkuMarks": [], "source": "https://example.org"},
          "requirements": [{"id": "r", "name": "r", "anyOf": ["57ff2da0-773e-42df-b2af-ffb7a2317929"], "remedy": "R.", "role": "R", "source": "https://example.org"}],
          "experiences": [{"id": "e", "name": "E", "summary": "E.", "gate": "e", "audience": "members", "requires": ["r"], "notEvaluated": null}],
          "tools": [], "access": [], "contacts": [], "decisions": [], "messages": [], "links": [],
          "steps": [{"number": 1, "title": "One", "purpose": "One.", "tasks": [
        {{string.Join(",\n", tasks.Select(Line))}}
          ]}]
        }
        """;

    /// <summary>The line on which a text first stands, counted from one.</summary>
    public static int LineOf(string file, string text) => Array.FindIndex(file.Split('\n'), line => line.Contains(text, StringComparison.Ordinal)) + 1;

    private static string Line(Item task) =>
        $$"""    {"id": "{{task.Id}}", "title": "T", "doneWhen": "D.", "why": "W.", "dependsOn": [{{string.Join(", ", task.DependsOn.Select(id => $"\"{id}\""))}}], "freshDays": 30, "daysBefore": {{task.DaysBefore}}, "tools": [], "contact": null, "import": null, "function": "F", "role": null, "evidence": "attest", "evidenceNote": "N.", "gates": ["all"], "severity": "advice", "source": "https://example.org", "check": null}""";
}
