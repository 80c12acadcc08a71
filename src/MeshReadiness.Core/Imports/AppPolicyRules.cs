using MeshReadiness.Core.Checks;

namespace MeshReadiness.Core.Imports;

/// <summary>Rules about which Teams apps people may use and get.</summary>
internal static class AppPolicyRules
{
    public static CheckResult Allowed(AppPermissionExport export, ImportContext context)
    {
        var app = context.Parameters.App;

        if (Unnamed(export, [app], context) is { } unknown)
        {
            return unknown;
        }

        var blocking = export.Policies.Where(policy => !Allows(policy, app, context)).ToList();
        var names = Words.Some([.. blocking.Select(policy => policy.Name)]);
        var findings = blocking.Select(policy => new Finding(
            policy.Name, $"{app} is blocked", $"{app} is allowed", $"Open this app permission policy in the Teams admin center and allow {app}.", context.Role));

        return blocking.Count == 0
            ? CheckResult.Pass(export.Policies.Length == 1 ? $"The policy {export.Policies[0].Name} allows {app}." : $"All {export.Policies.Length} app permission policies allow {app}.")
            : blocking.Count == export.Policies.Length ? ImportWords.Answer(CheckOutcome.Fail, $"No app permission policy allows {app}.", findings)
            : ImportWords.Answer(
                CheckOutcome.Unknown,
                $"{blocking.Count} of {ImportWords.Policies(export.Policies.Length)} {(blocking.Count == 1 ? "blocks" : "block")} {app}: {names}. Whether anybody in scope is under "
                    + $"{(blocking.Count == 1 ? "it" : "them")} isn't in this export; look, and give your word.",
                findings);
    }

    public static CheckResult Limited(AppPermissionExport export, ImportContext context)
    {
        var apps = context.Parameters.Apps;

        if (Unnamed(export, apps, context) is { } unknown)
        {
            return unknown;
        }

        if (export.Policies.FirstOrDefault(policy => ImportWords.IsEverybodys(policy.Name)) is not { } everybodys)
        {
            return CheckResult.Unknown($"The export has no policy {ImportWords.Everybody}, which is that of everybody without another. Export all policies, without -Identity.");
        }

        var open = apps.Where(app => Allows(everybodys, app, context)).ToList();
        var pilots = export.Policies.Where(policy => policy != everybodys && apps.All(app => Allows(policy, app, context))).Select(policy => policy.Name).ToList();
        var names = Words.List(apps, "and");

        return open.Count > 0
            ? CheckResult.Fail(
                $"The policy {everybodys.Name} allows {Words.List(open, "and")}, so everybody without a policy of their own can use {(open.Count == 1 ? "it" : "them")}.",
                [.. open.Select(app => new Finding(
                    everybodys.Name, $"{app} is allowed", $"{app} is blocked here, and allowed by a policy for the people in scope",
                    $"Block {app} in this policy; or, if everybody is in scope, give your word instead.", context.Role))])
            : pilots.Count > 0
                ? CheckResult.Pass($"The policy {everybodys.Name} blocks {names}; {Words.Some(pilots)} {(pilots.Count == 1 ? "allows" : "allow")} {(apps.Count == 1 ? "it" : "them")}.")
                : CheckResult.Fail(
                    $"No policy allows {names}, so nobody can use {(apps.Count == 1 ? "it" : "them")}.",
                    new Finding(names, "allowed by no policy", "allowed by a policy for the people in scope", "Add an app permission policy that allows them, and assign it.", context.Role));
    }

    public static CheckResult SetUp(AppSetupExport export, ImportContext context)
    {
        var app = context.Parameters.App;

        if (export.Policies.SelectMany(policy => policy.Apps).All(listed => !AppNames.Is(listed, app, context.Apps))
            && AppNames.WhyUnknown(export.Policies.SelectMany(policy => policy.Apps), [app], context.Apps) is { } why)
        {
            return CheckResult.Unknown(why);
        }

        var bringing = export.Policies.Where(policy => policy.Apps.Any(listed => AppNames.Is(listed, app, context.Apps))).ToList();
        var good = bringing.Where(policy => policy.AllowsPinning).ToList();
        var assigned = good.Where(policy => ImportWords.IsEverybodys(policy.Name) || !policy.AssignedTo.IsEmpty).Select(policy => policy.Name).ToList();

        return bringing.Count == 0
                ? CheckResult.Fail(
                    $"None of {ImportWords.Policies(export.Policies.Length)} installs or pins {app}.",
                    new Finding(app, "in no app setup policy", "installed or pinned by a policy for the people in scope", $"Add {app} to an app setup policy, and assign it.", context.Role))
            : good.Count == 0
                ? ImportWords.Answer(
                    CheckOutcome.Fail,
                    $"Where {app} is installed or pinned, people may not pin apps.",
                    bringing.Select(policy => new Finding(policy.Name, "AllowUserPinning is False", "True", "Let people pin apps in this policy.", context.Role)))
            : assigned.Count == 0
                ? CheckResult.Unknown(
                    $"{Words.Some([.. good.Select(policy => policy.Name)])} would bring {app}. To whom {(good.Count == 1 ? "it is" : "they are")} assigned isn't in this export; look, and give your word.")
            : CheckResult.Pass($"{Words.Some(assigned)} {(assigned.Count == 1 ? "brings" : "bring")} {app}, and people may pin apps.");
    }

    private static bool Allows(AppPermissionPolicy policy, string app, ImportContext context) =>
        policy.Apps.Any(listed => AppNames.Is(listed, app, context.Apps)) == policy.AllowsOnlyListed;

    // Where a list is empty, or names every app, nothing has to be known about ids.
    private static CheckResult? Unnamed(AppPermissionExport export, IReadOnlyList<string> apps, ImportContext context) =>
        AppNames.WhyUnknown(export.Policies.SelectMany(policy => policy.Apps), apps, context.Apps) is { } why ? CheckResult.Unknown(why) : null;
}
