using System.Collections.Frozen;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Core.Checks;

/// <summary>A rule that reads the snapshot and answers a task.</summary>
/// <param name="facts">What there is to look at.</param>
/// <param name="parameters">What the playbook tells the rule.</param>
public delegate CheckResult Check(CheckFacts facts, CheckParameters parameters);

/// <summary>All rules that a playbook can name, by id.</summary>
public static class CheckRules
{
    private static readonly string[] OfAudience = [CheckParameters.RequirementName, CheckParameters.AudienceName];

    /// <summary>The rules by id, each with the names of the parameters that it needs.</summary>
    public static FrozenDictionary<string, CheckDefinition> All { get; } = new CheckDefinition[]
    {
        new("tenant-kind", [], [TenantTopic.Organization, TenantTopic.SubscribedSkus], (facts, _) => TenantChecks.Kind(facts)),
        new("policies-known", [], [TenantTopic.Policies], (facts, _) => TenantChecks.PoliciesKnown(facts)),
        new("seats-available", [CheckParameters.RequirementName], [TenantTopic.SubscribedSkus, TenantTopic.Users], SeatChecks.Available),
        new("requirement-off-elsewhere", [CheckParameters.RequirementName], [TenantTopic.Users], SeatChecks.OffElsewhere),
        new("requirement-met", OfAudience, [TenantTopic.Users], RequirementChecks.Met) { TakesSeveral = true },
        new("requirement-not-switched-off", OfAudience, [TenantTopic.Users], RequirementChecks.NotSwitchedOff) { TakesSeveral = true },
        new("requirement-in-effect", OfAudience, [TenantTopic.Users, TenantTopic.Groups], RequirementChecks.InEffect) { TakesSeveral = true },
        new(
            "requirement-never-without",
            [CheckParameters.RequirementName, CheckParameters.WithoutName, CheckParameters.AudienceName],
            [TenantTopic.Users],
            RequirementChecks.NeverWithout) { TakesSeveral = true },
        new("usage-location-set", [], [TenantTopic.Users], (facts, _) => PeopleChecks.UsageLocationSet(facts)),
        new("licence-errors-clear", [], [TenantTopic.Users, TenantTopic.Groups], (facts, _) => PeopleChecks.LicenceErrorsClear(facts)),
        new("guests-accepted", [], [TenantTopic.Users], (facts, _) => PeopleChecks.GuestsAccepted(facts)),
        new("licensed-by-group", [], [TenantTopic.Users, TenantTopic.Groups], (facts, _) => PeopleChecks.LicensedByGroup(facts)),
        new("role-held", [CheckParameters.RolesName], [TenantTopic.Roles], RoleChecks.Held),
        new("group-creation", [], [TenantTopic.GroupCreation, TenantTopic.Groups], (facts, _) => GroupCreationChecks.Allowed(facts)),
        new("trial-or-purchase", [CheckParameters.RequirementName], [TenantTopic.Subscriptions], TrialChecks.TrialOrPurchase),
        new("trial-end", [CheckParameters.RequirementName], [TenantTopic.Subscriptions], TrialChecks.TrialEnd),
        new("guest-invitations", [], [TenantTopic.GuestInvitations], (facts, _) => GuestChecks.InvitationsAllowed(facts)),
        new("guest-first-sign-in", [], [TenantTopic.GuestSignIns], (facts, _) => GuestChecks.FirstSignIn(facts)),
        new("cross-tenant-access", [], [TenantTopic.CrossTenantAccess], (facts, _) => GuestChecks.CrossTenantAccess(facts)),
        new("mesh-services-present", [], [TenantTopic.Applications], (facts, _) => AppChecks.MeshServicesPresent(facts)),
        new("teams-app-listed", [CheckParameters.AppName], [TenantTopic.TeamsApps], AppChecks.ListedInTeams),
        new("teams-policy-assigned", [CheckParameters.PolicyName], [TenantTopic.TeamsPolicies], AppChecks.TeamsPolicyAssigned),
        new("mesh-app-deployed", [], [TenantTopic.MobileApps], (facts, _) => AppChecks.MeshAppDeployed(facts)),
        new("headsets-managed", [], [TenantTopic.Headsets, TenantTopic.Policies], (facts, _) => HeadsetChecks.Managed(facts)),
        new("headset-exception-narrow", [], [TenantTopic.Policies], (facts, _) => HeadsetChecks.ExceptionNarrow(facts)),
        new("headset-filter-reaches", [], [TenantTopic.Policies], (facts, _) => HeadsetChecks.FilterReaches(facts)),
        new("headset-app-protection", [], [TenantTopic.Policies], (facts, _) => HeadsetChecks.NoAppProtection(facts)),
        new("headset-sign-in-errors", [], [TenantTopic.SignIns], (facts, _) => SignInChecks.HeadsetErrors(facts)),
        new("mesh-sign-ins-counted", [], [TenantTopic.SignIns], (facts, _) => SignInChecks.Counted(facts)),
    }.ToFrozenDictionary(definition => definition.Id);

    /// <summary>Answers a task. The reader of playbooks has made sure that the rule exists and has its parameters.</summary>
    public static CheckResult Run(CheckReference reference, CheckFacts facts) =>
        All[reference.Id].Rule(facts, new CheckParameters(reference.Parameters));
}

/// <summary>A rule and what a playbook has to tell it.</summary>
/// <param name="Id">The name that playbooks use.</param>
/// <param name="Parameters">The names of the parameters, all needed.</param>
/// <param name="Needs">The parts of a tenant that the rule looks at; without one of them it may have to answer unknown.</param>
/// <param name="Rule">The rule itself.</param>
public sealed record CheckDefinition(string Id, IReadOnlyList<string> Parameters, IReadOnlyList<TenantTopic> Needs, Check Rule)
{
    /// <summary>Whether the rule can look at several requirements at once; a person must then meet all of them.</summary>
    public bool TakesSeveral { get; init; }
}
