using System.Collections.Frozen;
using System.Collections.Immutable;
using MeshReadiness.Core.Checks;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Core.Imports;

/// <summary>What a rule may look at beside the export.</summary>
/// <param name="Parameters">What the playbook tells the rule.</param>
/// <param name="Role">The Entra role that can put things right.</param>
/// <param name="Apps">The apps that the tenant's catalogue has, by which ids become names; or why it could not be read.</param>
public sealed record ImportContext(ImportParameters Parameters, string? Role, Result<ImmutableArray<TeamsAppFacts>> Apps);

/// <summary>A rule that reads the answer to a task from an export.</summary>
/// <param name="Id">The name that playbooks use.</param>
/// <param name="Kind">The kind of export that it reads.</param>
/// <param name="Parameters">The names of the parameters, all needed.</param>
/// <param name="Rule">The rule itself.</param>
public sealed record ImportRule(string Id, ImportKind Kind, ImmutableArray<string> Parameters, Func<ImportedExport, ImportContext, CheckResult> Rule)
{
    /// <summary>The columns that the export must have for this rule, beside those that every export of its kind has.</summary>
    public Func<ImportParameters, ImmutableArray<string>> Columns { get; init; } = _ => [];
}

/// <summary>All rules that read exports, by id.</summary>
public static class ImportRules
{
    /// <summary>The rules.</summary>
    public static FrozenDictionary<string, ImportRule> All { get; } = new ImportRule[]
    {
        new("teams-app-allowed", ImportKind.TeamsAppPermissionPolicies, [ImportParameters.AppName],
            (export, context) => AppPolicyRules.Allowed((AppPermissionExport)export, context)),
        new("teams-apps-limited", ImportKind.TeamsAppPermissionPolicies, [ImportParameters.AppsName],
            (export, context) => AppPolicyRules.Limited((AppPermissionExport)export, context)),
        new("teams-app-set-up", ImportKind.TeamsAppSetupPolicies, [ImportParameters.AppName],
            (export, context) => AppPolicyRules.SetUp((AppSetupExport)export, context)),
        OfSetting("teams-feedback-setting", ImportKind.TeamsFeedbackPolicies),
        OfSetting("teams-guest-setting", ImportKind.TeamsGuestAccess),
        new("teams-events-limited", ImportKind.TeamsEventsPolicies, [ImportParameters.SettingName, ImportParameters.OnName, ImportParameters.OffName],
            (export, context) => SettingRules.Limited((SettingsExport)export, context)) { Columns = parameters => [parameters.Setting] },
        new("targets-reachable", ImportKind.NetworkProbe, [ImportParameters.TargetsName],
            (export, context) => ProbeRules.TargetsReachable((ProbeExport)export, context)),
        new("everything-reachable", ImportKind.NetworkProbe, [],
            (export, context) => ProbeRules.EverythingReachable((ProbeExport)export, context)),
        new("computers-strong-enough", ImportKind.DeviceInventory, [ImportParameters.CoresName, ImportParameters.MemoryName],
            (export, context) => DeviceRules.StrongEnough((InventoryExport)export, context)) { Columns = _ => [InventoryColumns.Cores, InventoryColumns.Memory] },
        new("app-version", ImportKind.DeviceInventory,
            [ImportParameters.AppName, ImportParameters.VersionName, ImportParameters.DevicesName, ImportParameters.SameName],
            (export, context) => AppVersionRules.Current((InventoryExport)export, context)) { Columns = parameters => [InventoryColumns.OfApp(parameters.App)] },
        new("app-present", ImportKind.DeviceInventory, [ImportParameters.AppName, ImportParameters.DevicesName],
            (export, context) => AppVersionRules.Present((InventoryExport)export, context)) { Columns = parameters => [InventoryColumns.OfApp(parameters.App)] },
        new("headset-models", ImportKind.DeviceInventory, [ImportParameters.ModelsName],
            (export, context) => DeviceRules.HeadsetModels((InventoryExport)export, context)),
        new("headsets-compliant", ImportKind.DeviceInventory, [],
            (export, context) => DeviceRules.HeadsetsCompliant((InventoryExport)export, context)) { Columns = _ => [InventoryColumns.Managed, InventoryColumns.Compliant] },
    }.ToFrozenDictionary(rule => rule.Id);

    /// <summary>
    /// The answer to a task. Where the playbook says that the export leaves something open, a pass isn't the whole answer:
    /// a person has to say the rest.
    /// </summary>
    public static CheckResult Run(PlaybookTask task, ImportedExport export, Result<ImmutableArray<TeamsAppFacts>> apps)
    {
        var parameters = new ImportParameters(task.Import!.Parameters);
        var answer = All[task.Import.Rule].Rule(export, new(parameters, task.Role, apps));
        return answer.Outcome is CheckOutcome.Pass && parameters.LeavesOpen is { } open ? CheckResult.Unknown($"{answer.Sentence} {open}") : answer;
    }

    private static ImportRule OfSetting(string id, ImportKind kind) => new(
        id, kind, [ImportParameters.SettingName, ImportParameters.ValueName], (export, context) => SettingRules.Everywhere((SettingsExport)export, context))
    {
        Columns = parameters => [parameters.Setting],
    };
}
