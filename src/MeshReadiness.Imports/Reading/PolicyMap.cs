using System.Collections.Immutable;
using MeshReadiness.Core.Imports;
using MeshReadiness.Core.Playbooks;

namespace MeshReadiness.Imports.Reading;

/// <summary>Reads policies of Teams.</summary>
internal static class PolicyMap
{
    private const string Identity = "Identity", AssignedTo = "AssignedTo";

    // The settings that are shown, each with the words that it can have.
    private static readonly Dictionary<ImportKind, (string Name, ImmutableArray<string> Words)[]> Settings = new()
    {
        [ImportKind.TeamsFeedbackPolicies] =
            [("UserInitiatedMode", ["Enabled", "Disabled", "Hidden"]), ("ReceiveSurveysMode", ["Enabled", "Disabled", "EnabledUserOverride"])],
        [ImportKind.TeamsEventsPolicies] = [("ImmersiveEvents", ["Enabled", "Disabled"])],
        [ImportKind.TeamsGuestAccess] = [("AllowGuestUser", ["True", "False"])],
    };

    public static ImportedExport Read(ImportKind kind, Table table, ImmutableArray<string> columns)
    {
        table.Need([Identity, .. columns]);
        Once(table);

        return kind switch
        {
            ImportKind.TeamsAppPermissionPolicies => Permission(table),
            ImportKind.TeamsAppSetupPolicies => Setup(table),
            _ => Words(table, Settings[kind], columns),
        };
    }

    private static AppPermissionExport Permission(Table table)
    {
        const string apps = "DefaultCatalogApps", type = "DefaultCatalogAppsType";
        table.Need(apps, type);
        return new([.. table.Rows.Select(row => new AppPermissionPolicy(Name(row), row[type].Word("AllowedAppList", "BlockedAppList") is "AllowedAppList", row[apps].List()))]);
    }

    private static AppSetupExport Setup(Table table)
    {
        const string pinning = "AllowUserPinning", installed = "AppPresetList", pinned = "PinnedAppBarApps";
        table.Need(pinning, installed, pinned);
        return new([.. table.Rows.Select(row =>
            new AppSetupPolicy(Name(row), row[pinning].Flag(), [.. row[installed].List(), .. row[pinned].List()], row[AssignedTo].List()))]);
    }

    private static SettingsExport Words(Table table, (string Name, ImmutableArray<string> Words)[] known, ImmutableArray<string> others)
    {
        table.Need(known.Select(setting => setting.Name));
        return new([.. table.Rows.Select(row => new PolicySettings(
            Name(row),
            known.Select(setting => (setting.Name, Value: row[setting.Name].Word(setting.Words)))
                .Concat(others.Where(name => known.All(setting => setting.Name != name)).Select(name => (name, Value: row[name].Some("a value"))))
                .ToImmutableSortedDictionary(setting => setting.Item1, setting => setting.Value),
            row[AssignedTo].List()))]);
    }

    private static void Once(Table table)
    {
        HashSet<string> seen = new(StringComparer.OrdinalIgnoreCase);

        if (table.Rows.FirstOrDefault(row => !seen.Add(Name(row))) is { } twice)
        {
            throw twice[Identity].Broken($"the policy {Cell.Quote(Name(twice))} was found a second time; each was expected once. Export again.");
        }
    }

    // PowerShell writes Tag: before the name of every policy but the one of everybody.
    private static string Name(Row row)
    {
        const string tag = "Tag:";
        var name = row[Identity].Some("the name of a policy");
        return name.StartsWith(tag, StringComparison.OrdinalIgnoreCase) && name.Length > tag.Length ? name[tag.Length..] : name;
    }
}
