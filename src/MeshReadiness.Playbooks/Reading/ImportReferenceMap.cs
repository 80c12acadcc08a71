using System.Collections.Immutable;
using System.Text.Json;
using MeshReadiness.Core.Imports;
using MeshReadiness.Core.Playbooks;

namespace MeshReadiness.Playbooks.Reading;

/// <summary>Reads which export can be handed in for a task, and makes sure that a rule reads it and is told all that it needs.</summary>
internal static class ImportReferenceMap
{
    public static ImportReference Read(JsonCursor at)
    {
        at.Object("kind", "rule", "parameters");
        var kind = at["kind"].Word<ImportKind>(JsonNamingPolicy.KebabCaseLower);
        var id = at["rule"].Text();
        var rules = ImportRules.All.Values.Where(rule => rule.Kind == kind).OrderBy(rule => rule.Id, StringComparer.Ordinal).ToList();

        if (rules.FirstOrDefault(rule => rule.Id == id) is not { } rule)
        {
            throw at["rule"].Broken($"names the rule {JsonCursor.Quote(id)}, which doesn't read such exports. Those that do are {string.Join(", ", rules.Select(one => one.Id))}.");
        }

        var parameters = at["parameters"];
        parameters.Object([.. rule.Parameters, ImportParameters.LeavesOpenName]);
        var named = parameters.Optional(ImportParameters.LeavesOpenName) is null ? rule.Parameters : rule.Parameters.Add(ImportParameters.LeavesOpenName);
        return new(kind, id, named.ToImmutableDictionary(name => name, name => Parameter(name, parameters[name])));
    }

    private static string Parameter(string name, JsonCursor at) =>
        ImportParameters.WhyNot(name, at.Text()) is { } wrong ? throw at.Broken($"{wrong} and is {JsonCursor.Quote(at.Text())}.") : at.Text();
}
