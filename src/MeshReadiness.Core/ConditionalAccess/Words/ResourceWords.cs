using MeshReadiness.Core.ConditionalAccess.Policies;
using Say = MeshReadiness.Core.Checks.Words;

namespace MeshReadiness.Core.ConditionalAccess.Words;

/// <summary>What has to be asked for, in words.</summary>
internal static class ResourceWords
{
    public static string Of(ResourceCondition resources, PolicyNames names)
    {
        List<string> parts = [];

        if (resources.Applications.Include.Where(entry => !Is(entry, "None")).Select(entry => Name(entry, names)).ToList() is { Count: > 0 } apps)
        {
            var excluded = resources.Applications.Exclude.Select(entry => Name(entry, names)).ToList();
            parts.Add($"to reach {PeopleWords.Some(apps)}{(excluded.Count == 0 ? "" : $", without {PeopleWords.Some(excluded)}")}");
        }

        if (resources.HasApplicationFilter)
        {
            parts.Add("to reach apps that a rule on their attributes picks");
        }

        parts.AddRange(resources.UserActions.Select(Action));

        if (!resources.AuthenticationContexts.IsEmpty)
        {
            parts.Add($"to do what is marked with the authentication {(resources.AuthenticationContexts.Length == 1 ? "context" : "contexts")} {PeopleWords.Some([.. resources.AuthenticationContexts])}");
        }

        return parts.Count == 0 ? "It names nothing that they could ask for." : $"It applies when they ask {Say.List(parts, "or")}.";
    }

    /// <summary>An app, or a word that stands for several.</summary>
    public static string Name(string entry, PolicyNames names) => entry.ToUpperInvariant() switch
    {
        "ALL" => "any resource",
        "NONE" => "nothing",
        "OFFICE365" => "Office 365",
        "MICROSOFTADMINPORTALS" => "the Microsoft admin portals",
        _ => names.App(entry),
    };

    private static string Action(string action) => action.ToUpperInvariant() switch
    {
        "URN:USER:REGISTERSECURITYINFO" => "to register security information",
        "URN:USER:REGISTERDEVICE" => "to register or join a device",
        _ => $"for the user action {action}",
    };

    private static bool Is(string entry, string word) => entry.Equals(word, StringComparison.OrdinalIgnoreCase);
}
