using System.Text.RegularExpressions;

namespace MeshReadiness.Web.Hosting;

/// <summary>Says what belongs in a setting whose value can't be read at all, for example a word where a number should be.</summary>
internal static partial class UnreadableSetting
{
    private static readonly Dictionary<string, (string Expected, string Example)> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["SignIn:Mode"] = ("Entra or Local", "Entra"),
        ["Tenant:Source"] = ("Graph or Sample", "Graph"),
        ["Tenant:BaseUrl"] = ("an address", "https://graph.microsoft.com/v1.0"),
        ["Tenant:ManagedIdentity"] = ("true or false", "true"),
        ["Tenant:Sample:People"] = ("a whole number", "2500"),
        ["Tenant:Sample:Seed"] = ("a whole number", "7"),
        ["Scan:KeepSnapshots"] = ("a whole number", "5"),
        ["Database:Provider"] = ("Sqlite or SqlServer", "Sqlite"),
        ["Database:BusyTimeoutSeconds"] = ("a whole number", "15"),
    };

    /// <summary>A sentence from what the settings binder complains about.</summary>
    public static string Explain(string complaint) =>
        Place().Match(complaint) is { Success: true } found && Known.TryGetValue(found.Groups["key"].Value, out var setting)
            ? $"{found.Groups["key"]} can't be \"{found.Groups["value"]}\": give {setting.Expected}, for example {found.Groups["key"]}={setting.Example}."
            : $"{complaint} Correct that setting.";

    [GeneratedRegex("value '(?<value>.*)' at '(?<key>[^']+)'", RegexOptions.Singleline)]
    private static partial Regex Place();
}
