using MeshReadiness.Core.Checks;

namespace MeshReadiness.Core.Imports;

/// <summary>Rules about single settings of Teams policies.</summary>
internal static class SettingRules
{
    /// <summary>The setting has its value in every policy.</summary>
    public static CheckResult Everywhere(SettingsExport export, ImportContext context)
    {
        var (setting, value) = (context.Parameters.Setting, context.Parameters.Value);
        var wrong = export.Policies.Where(policy => !Has(policy, setting, value)).ToList();
        var seen = Seen(export);
        var findings = wrong.Select(policy => new Finding(
            policy.Name, $"{setting} is {policy.Settings[setting]}", value, $"Set {setting} to {value} in the Teams admin center or with PowerShell.", context.Role));

        return wrong.Count == 0 ? CheckResult.Pass(seen)
            : wrong.Count == export.Policies.Length ? ImportWords.Answer(CheckOutcome.Fail, $"{setting} isn't {value} anywhere. {seen}", findings)
            : ImportWords.Answer(
                CheckOutcome.Unknown,
                $"{setting} isn't {value} in {Words.Some([.. wrong.Select(policy => policy.Name)])}. Whether anybody in scope is under "
                    + $"{(wrong.Count == 1 ? "it" : "them")} isn't in this export; look, and give your word. {seen}",
                findings);
    }

    /// <summary>Some policy lets people, and those out of scope are under one that doesn't.</summary>
    public static CheckResult Limited(SettingsExport export, ImportContext context)
    {
        var (setting, on, off) = (context.Parameters.Setting, context.Parameters.On, context.Parameters.Off);
        var closed = export.Policies.Where(policy => Has(policy, setting, off)).ToList();
        var names = Words.Some([.. closed.Select(policy => policy.Name)]);

        return closed.Count == 0
                ? CheckResult.Fail(
                    $"No policy sets {setting} to {off}, so everybody can.",
                    new Finding(
                        setting, $"{on} in {ImportWords.Policies(export.Policies.Length)}", $"{off} for everybody out of scope",
                        $"Assign a policy with {setting} {off} to them; or, if nobody is out of scope, give your word instead.", context.Role))
            : closed.Count == export.Policies.Length
                ? CheckResult.Fail(
                    $"Every policy sets {setting} to {off}, so nobody can.",
                    new Finding(setting, $"{off} in {ImportWords.Policies(closed.Count)}", $"{on} for those in scope", $"Assign a policy with {setting} {on} to them.", context.Role))
            : closed.Any(policy => ImportWords.IsEverybodys(policy.Name) || !policy.AssignedTo.IsEmpty)
                ? CheckResult.Pass($"{names} {(closed.Count == 1 ? "sets" : "set")} {setting} to {off}{Assigned(closed)}. {Seen(export)}")
            : CheckResult.Unknown(
                $"{names} {(closed.Count == 1 ? "sets" : "set")} {setting} to {off}. To whom {(closed.Count == 1 ? "it is" : "they are")} assigned isn't in this export; look, and give your word.");
    }

    private static bool Has(PolicySettings policy, string setting, string value) =>
        policy.Settings.TryGetValue(setting, out var seen) && seen.Equals(value, StringComparison.OrdinalIgnoreCase);

    private static string Assigned(IEnumerable<PolicySettings> policies) =>
        Words.Some([.. policies.SelectMany(policy => policy.AssignedTo).Distinct()]) is { Length: > 0 } people ? $", for {people}" : "";

    private static string Seen(SettingsExport export) => string.Join("; ", export.Policies.Take(MostSeen).Select(policy =>
        $"{policy.Name}: {string.Join(", ", policy.Settings.Select(setting => $"{setting.Key} {setting.Value}"))}"))
        + (export.Policies.Length > MostSeen ? $"; and {ImportWords.Policies(export.Policies.Length - MostSeen)} more." : ".");

    private const int MostSeen = 5;
}
