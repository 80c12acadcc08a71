namespace MeshReadiness.Core.Playbooks;

/// <summary>How programs call what a playbook names by an id such as <c>host-events</c>.</summary>
internal static class ApiNames
{
    /// <summary>The id in camelCase.</summary>
    public static string Of(string id) => string.Concat(id.Split('-').Select((word, index) =>
        index == 0 || word.Length == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..]));
}
