using System.Collections.Immutable;
using MeshReadiness.Core.Checks;
using MeshReadiness.Core.Playbooks;

namespace MeshReadiness.Playbooks.Reading;

/// <summary>Reads which rule proves a task, and makes sure that the rule exists and is told all that it needs.</summary>
internal static class CheckReferenceMap
{
    public static CheckReference Read(JsonCursor at, Ids requirements)
    {
        at.Object("id", "parameters");
        var id = at["id"].Text();

        if (!CheckRules.All.TryGetValue(id, out var rule))
        {
            var known = string.Join(", ", CheckRules.All.Keys.Order(StringComparer.Ordinal));
            throw at["id"].Broken($"names the check {JsonCursor.Quote(id)}, which doesn't exist. Checks are {known}.");
        }

        var parameters = at["parameters"];
        parameters.Object([.. rule.Parameters]);
        return new(id, rule.Parameters.ToImmutableDictionary(name => name, name => Parameter(name, parameters[name], rule, requirements)));
    }

    private static string Parameter(string name, JsonCursor at, CheckDefinition rule, Ids requirements)
    {
        switch (name)
        {
            case CheckParameters.AudienceName:
                at.Word<Audience>();
                break;
            case CheckParameters.RequirementName or CheckParameters.WithoutName:
                var named = CheckParameters.Split(at.Text());

                foreach (var id in named)
                {
                    requirements.Named(at, id);
                }

                if (name is CheckParameters.RequirementName && named.Count > 1 && !rule.TakesSeveral)
                {
                    throw at.Broken($"names {named.Count} requirements, and the check {rule.Id} takes one.");
                }

                break;
        }

        return at.Text();
    }
}
