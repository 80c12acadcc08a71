using System.Collections.Immutable;
using MeshReadiness.Core.ConditionalAccess.Policies;
using MeshReadiness.Core.ConditionalAccess.SignIns;

namespace MeshReadiness.Core.ConditionalAccess.Findings;

/// <summary>
/// Finds what is wrong with policies. Each rule is small, looks at all policies that aren't disabled, and tries them with the engine
/// that judges sign-ins, rather than reading words.
/// </summary>
public static class FindingRules
{
    /// <summary>All rules, in the order in which findings of the same severity are told.</summary>
    public static ImmutableArray<FindingDefinition> All { get; } =
    [
        new("exemption-frees-unregistered", "A filter takes every unregistered device out of a policy", FilterFindings.FreesUnregistered),
        new("emergency-lockout", "A policy shuts out accounts that are kept for emergencies", PeopleFindings.EmergencyLockout),
        new("quest-blocked", "A headset doesn't get in, and which control keeps it out", QuestFindings.Blocked),
        new("app-protection-on-mesh", "App protection or an approved app is demanded of Mesh, which has neither", QuestFindings.AppProtection),
        new("exemption-misses-unregistered", "A filter that is to exempt headsets never matches one that isn't registered", FilterFindings.MissesUnregistered),
        new("filter-invalid", "A device filter is no rule", FilterFindings.Invalid),
        new("mesh-opens-office-fails", "Mesh opens on a headset, and what it needs from Office 365 doesn't", QuestFindings.OfficeFails),
        new("impossible-demand", "Whoever a policy applies to can't meet what it demands", ContradictionFindings.Impossible),
        new("contradicting-policies", "Whoever meets one policy's demand is blocked by another", ContradictionFindings.Contradicting),
        new("mesh-unprotected", "A policy names Office 365, Mesh isn't part of it, and nothing else protects Mesh", CoverageFindings.MeshUnprotected),
        new("exempt-unprotected", "Exemptions overlap, so that somebody reaches Mesh by a password alone", CoverageFindings.ExemptUnprotected),
        new("filter-on-editable-attributes", "A filter can be got around by editing the device's name, maker or model", FilterFindings.Editable),
        new("registered-worse-off", "A policy blocks registered devices and lets unregistered ones through", FilterFindings.RegisteredWorseOff),
        new("platform-exempted", "Android is left out, and a platform is only what the device says it is", QuestFindings.PlatformExempted),
        new("strong-authentication-on-quest", "An authentication strength is demanded that headsets can hardly give", QuestFindings.StrongAuthentication),
        new("nobody-excluded", "A policy that can shut everybody out leaves no account out", PeopleFindings.NobodyExcluded),
        new("password-change-misplaced", "A password change is demanded where it doesn't work", ContradictionFindings.PasswordChange),
        new("includes-and-excludes", "The same thing is taken in and taken out", ContradictionFindings.IncludesAndExcludes),
        new("targets-nobody", "A policy is about nobody", PeopleFindings.TargetsNobody),
        new("targets-nothing", "A policy names nothing that could be asked for", PeopleFindings.TargetsNothing),
        new("deleted-group", "A policy names a group that is gone", ReferenceFindings.Groups),
        new("deleted-user", "A policy names somebody who is gone", ReferenceFindings.Users),
        new("deleted-location", "A policy names a named location that is gone", ReferenceFindings.Locations),
        new("approved-app-retiring", "A policy relies on approved apps, which Microsoft retires", ContradictionFindings.ApprovedApp),
        new("device-code-flow-blocked", "Device code flow is blocked, which old versions of Mesh on Quest need", QuestFindings.DeviceCodeFlow),
    ];

    /// <summary>Everything that is wrong, gravest first.</summary>
    /// <param name="policies">All policies of a tenant.</param>
    /// <param name="apps">What words that stand for several apps mean.</param>
    /// <param name="known">What else is known of the tenant.</param>
    public static ImmutableArray<PolicyFinding> Find(ImmutableArray<ConditionalAccessPolicy> policies, AppGroups apps, KnownTenant known)
    {
        var facts = new FindingFacts(policies, apps, known);
        return [.. All.SelectMany(definition => definition.Rule(facts).Select(finding => finding with { Code = definition.Code })).OrderBy(finding => finding.Severity)];
    }
}

/// <summary>A rule that finds one thing.</summary>
public sealed record FindingDefinition
{
    internal FindingDefinition(string code, string summary, Func<FindingFacts, IEnumerable<PolicyFinding>> rule) => (Code, Summary, Rule) = (code, summary, rule);

    /// <summary>What its findings are called.</summary>
    public string Code { get; }

    /// <summary>What it finds, without a stop.</summary>
    public string Summary { get; }

    internal Func<FindingFacts, IEnumerable<PolicyFinding>> Rule { get; }
}
