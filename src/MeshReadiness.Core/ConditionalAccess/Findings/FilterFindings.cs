using System.Collections.Immutable;
using MeshReadiness.Core.ConditionalAccess.Filters;
using MeshReadiness.Core.ConditionalAccess.Policies;
using MeshReadiness.Core.ConditionalAccess.SignIns;
using MeshReadiness.Core.ConditionalAccess.Words;
using MeshReadiness.Core.Tenant;
using Say = MeshReadiness.Core.Checks.Words;

namespace MeshReadiness.Core.ConditionalAccess.Findings;

/// <summary>What is wrong with device filters.</summary>
internal static class FilterFindings
{
    public static IEnumerable<PolicyFinding> Invalid(FindingFacts facts) =>
        from policy in facts.Live
        where policy.Filter is { Rule: null }
        select facts.Found(
            policy,
            FindingSeverity.High,
            $"{FindingFacts.Name(policy)} has a device filter that is no rule, so nobody can tell what the policy does. {policy.Filter!.Error?.Message}".TrimEnd(),
            "Mend the rule where the column says, and try it with meshready ca filter.") with { Proof = [$"The filter is: {policy.Filter!.Text}"] };

    public static IEnumerable<PolicyFinding> FreesUnregistered(FindingFacts facts)
    {
        foreach (var (policy, rule) in Excluding(facts))
        {
            if (Match(rule, FilterDevice.Unregistered) is not Truth.Yes || (IsNarrow(policy) && IsProtectedElsewhere(facts, policy)))
            {
                continue;
            }

            var freed = facts.Matched(rule);
            yield return facts.Found(
                policy,
                IsNarrow(policy) || policy.Grant is not { Controls.Length: > 0 } ? FindingSeverity.Medium : FindingSeverity.Critical,
                $"{FindingFacts.Name(policy)} lets every unregistered device past, not only headsets: it leaves out devices of which this holds: {FilterWords.Of(rule)}. That is so of whatever the directory doesn't know, phones and PCs of strangers too."
                    + (freed is { } number ? $" {Say.Count(number, "registered device is", "registered devices are")} let past as well." : " How many registered devices are let past isn't known here."),
                "Take the filter out. Make a narrow exception instead: the group of headset users alone, for Microsoft Mesh Services and Office 365 alone, with another policy that demands multifactor authentication of them.") with
            {
                Proof = Proof(rule, FilterDevice.Unregistered), Devices = freed,
            };
        }
    }

    public static IEnumerable<PolicyFinding> MissesUnregistered(FindingFacts facts) =>
        from pair in Excluding(facts)
        let policy = pair.Policy
        where SpeaksOfHeadsets(pair.Rule) && Match(pair.Rule, FilterDevice.Unregistered) is Truth.No && IsForUnmanaged(pair.Rule)
        let keepsOut = QuestFindings.Needed(facts).Prepend(MeshNames.ServicesAppId).Any(app => FindingFacts.IsBlocking(facts.Alone(policy, UsualSignIns.Quest with { Target = UsualSignIns.App(app) })))
        select facts.Found(
            policy,
            keepsOut ? FindingSeverity.High : FindingSeverity.Low,
            $"{FindingFacts.Name(policy)} is to spare headsets and never spares one that isn't registered: it leaves out devices of which this holds: {FilterWords.Of(pair.Rule)}. An unregistered headset tells nothing of itself, so that never holds."
                + (keepsOut ? $" It is kept out: {facts.Demand(policy)}." : ""),
            "Register and manage the headsets, so that the filter sees them; or leave out the group of headset users for Microsoft Mesh Services and Office 365, with another policy that demands multifactor authentication of them.") with
        {
            Proof = Proof(pair.Rule, FilterDevice.Unregistered), Devices = facts.Matched(pair.Rule),
        };

    public static IEnumerable<PolicyFinding> Editable(FindingFacts facts) =>
        from policy in facts.Live
        where policy.Filter is { Rule: { } rule } filter && (filter.Excludes ? CanForce(rule, true) : rule.Comparisons.All(one => one.Property.IsUserEditable))
        select facts.Found(
            policy,
            EmergencyAccounts.IsAboutEverybody(policy) ? FindingSeverity.Medium : FindingSeverity.Low,
            $"{FindingFacts.Name(policy)} goes by what whoever holds a device can change: {Say.List(policy.Filter!.Rule!.Comparisons.Where(one => one.Property.IsUserEditable).Select(one => one.Property.Name).Distinct(), "and")}. Editing it is enough to {(policy.Filter.Excludes ? "be left out" : "fall under the policy or not")}.",
            "Join it by -and with something that can't be edited, for example device.isCompliant, device.mdmAppId or an extension attribute.") with
        {
            Proof = [$"The filter is: {policy.Filter.Rule}"], Devices = facts.Matched(policy.Filter.Rule!),
        };

    public static IEnumerable<PolicyFinding> RegisteredWorseOff(FindingFacts facts)
    {
        foreach (var policy in facts.Live)
        {
            if (policy.Filter is not { Excludes: false, Rule: { } rule })
            {
                continue;
            }

            foreach (var signIn in Registered())
            {
                var unknown = signIn with { Device = FilterDevice.Unregistered };

                if (!FindingFacts.IsBlocking(facts.Alone(policy, signIn)) || facts.Alone(policy, unknown).Applies is not Truth.No
                    || FindingFacts.Those(policy, unknown).All(one => facts.Together(one).Outcome is SignInOutcome.Blocked))
                {
                    continue;
                }

                yield return facts.Found(
                    policy,
                    FindingSeverity.Medium,
                    $"{FindingFacts.Name(policy)} stops devices that are registered and not managed, and lets the same devices through when nobody has registered them: it is only about devices of which this holds: {FilterWords.Of(rule)}.",
                    "Turn the filter around: leave the devices out that may pass, so that whatever isn't known falls under the policy.") with
                {
                    Proof = Proof(rule, FilterDevice.Unregistered), Devices = facts.Matched(rule),
                };
                break;
            }
        }
    }

    private static IEnumerable<SignIn> Registered() => UsualSignIns.UnmanagedHeadsets.Select(device => UsualSignIns.Quest with { Device = device }).Prepend(UsualSignIns.Pc with { Device = UsualSignIns.UnmanagedPc });

    private static IEnumerable<(ConditionalAccessPolicy Policy, FilterRule Rule)> Excluding(FindingFacts facts) =>
        facts.Live.Where(policy => policy.Filter is { Excludes: true, Rule: not null }).Select(policy => (policy, policy.Filter!.Rule!));

    // A filter that asks for management as well is about managed headsets, and means it.
    private static bool IsForUnmanaged(FilterRule rule)
    {
        var matches = UsualSignIns.UnmanagedHeadsets.Select(device => Match(rule, device)).ToList();
        return matches.Exists(match => match is not Truth.No) || Match(rule, UsualSignIns.ManagedQuest.Device) is Truth.No;
    }

    private static bool SpeaksOfHeadsets(FilterRule rule) => rule.Comparisons.Any(one => one.Property.IsUserEditable && one.Value.Texts.Any(MeshNames.SpeakOfHeadsets));

    private static bool IsNarrow(ConditionalAccessPolicy policy) => !EmergencyAccounts.IsAboutEverybody(policy)
        && policy.Resources.Applications.Include is { IsEmpty: false } apps
        && apps.All(app => app.Equals(MeshNames.ServicesAppId, StringComparison.OrdinalIgnoreCase) || app.Equals("Office365", StringComparison.OrdinalIgnoreCase));

    private static bool IsProtectedElsewhere(FindingFacts facts, ConditionalAccessPolicy policy) =>
        FindingFacts.Those(policy, UsualSignIns.Quest).All(signIn => facts.Together(signIn).Outcome is not SignInOutcome.Allowed);

    // Whether editing name, maker and model is enough to make the rule come out so, whatever else the device is.
    private static bool CanForce(FilterRule rule, bool wanted) => rule switch
    {
        FilterComparison comparison => comparison.Property.IsUserEditable,
        FilterNot not => CanForce(not.Operand, !wanted),
        FilterGroup group when group.IsAnd == wanted => group.Operands.All(one => CanForce(one, wanted)),
        FilterGroup group => group.Operands.Any(one => CanForce(one, wanted)),
        _ => false,
    };

    private static Truth Match(FilterRule rule, FilterDevice device) => FilterEvaluation.Of(rule, device).Match;

    private static ImmutableArray<string> Proof(FilterRule rule, FilterDevice device) => [$"The filter is: {rule}", .. Reasons(FilterEvaluation.Of(rule, device)).Distinct()];

    private static IEnumerable<string> Reasons(FilterEvaluation evaluation) => evaluation.Because is { } because ? [because] : evaluation.Parts.SelectMany(Reasons);
}
