using System.Collections.Immutable;
using MeshReadiness.Core.ConditionalAccess.Policies;
using MeshReadiness.Core.ConditionalAccess.SignIns;
using MeshReadiness.Core.Tenant;
using Say = MeshReadiness.Core.Checks.Words;

namespace MeshReadiness.Core.ConditionalAccess.Findings;

/// <summary>What policies do to headsets.</summary>
internal static class QuestFindings
{
    private const string Narrow = "take the group of headset users out of this policy, and give that group policies of its own that demand multifactor authentication and leave out nothing but Microsoft Mesh Services and Office 365";

    // Passwordless and phishing-resistant multifactor authentication, which every tenant has under these ids.
    private static readonly ImmutableArray<string> Strong = ["00000000-0000-0000-0000-000000000003", "00000000-0000-0000-0000-000000000004"];

    public static IEnumerable<PolicyFinding> Blocked(FindingFacts facts)
    {
        var fleet = HeadsetFleet.Of(facts.Known);

        foreach (var policy in facts.Live)
        {
            var results = FindingFacts.FromPlaces(policy, UsualSignIns.Quest).Select(signIn => facts.Alone(policy, signIn)).ToList();

            if (results.FirstOrDefault(FindingFacts.IsBlocking) is not { } blocking || IsAboutApps(blocking) || HasException(facts, policy))
            {
                continue;
            }

            var letsManagedIn = FindingFacts.FromPlaces(policy, UsualSignIns.ManagedQuest).Any(signIn => !FindingFacts.IsBlocking(facts.Alone(policy, signIn)) && facts.Alone(policy, signIn).Applies is not Truth.No);

            if (letsManagedIn && fleet.IsManaged)
            {
                continue;
            }

            var isEverywhere = results.TrueForAll(FindingFacts.IsBlocking);
            yield return facts.Found(
                policy,
                Weigh(letsManagedIn && !fleet.IsUnmanaged ? FindingSeverity.Medium : FindingSeverity.High, isEverywhere, EmergencyAccounts.IsAboutEverybody(policy)),
                $"{FindingFacts.Name(policy)} keeps {(letsManagedIn ? "headsets that aren't managed" : "every headset, managed or not,")} out of Mesh{(isEverywhere ? "" : " from some places")}: {facts.Demand(policy)}."
                    + (letsManagedIn ? $" {fleet.InWords}" : ""),
                letsManagedIn ? $"Enrol the headsets in device management; or {Narrow}." : $"{char.ToUpperInvariant(Narrow[0])}{Narrow[1..]}.") with
            {
                Proof = FindingFacts.Proof(blocking), Devices = fleet.Others,
            };
        }
    }

    public static IEnumerable<PolicyFinding> AppProtection(FindingFacts facts) =>
        from policy in facts.Live
        let blocking = FindingFacts.FromPlaces(policy, UsualSignIns.ManagedQuest).Select(signIn => facts.Alone(policy, signIn)).FirstOrDefault(FindingFacts.IsBlocking)
        where blocking is not null && IsAboutApps(blocking) && !HasException(facts, policy)
        select facts.Found(
            policy,
            FindingSeverity.High,
            $"{FindingFacts.Name(policy)} keeps every headset out of Mesh: {facts.Demand(policy)}, and Mesh is on no list of approved apps and has no app protection.",
            "Leave Microsoft Mesh Services out of the policy, or let a compliant device do as well.") with { Proof = FindingFacts.Proof(blocking) };

    public static IEnumerable<PolicyFinding> OfficeFails(FindingFacts facts)
    {
        var fleet = HeadsetFleet.Of(facts.Known);

        foreach (var policy in facts.Live)
        {
            var failing = Needed(facts).Where(app => FindingFacts.IsBlocking(facts.Alone(policy, UsualSignIns.Quest with { Target = UsualSignIns.App(app) }))).ToList();

            if (failing.Count == 0
                || FindingFacts.IsBlocking(facts.Alone(policy, UsualSignIns.Quest))
                || (fleet.IsManaged && failing.TrueForAll(app => !FindingFacts.IsBlocking(facts.Alone(policy, UsualSignIns.ManagedQuest with { Target = UsualSignIns.App(app) }))))
                || FindingFacts.Those(policy, UsualSignIns.Quest).All(signIn => facts.Together(signIn).Outcome is SignInOutcome.Blocked)
                || HasException(facts, policy))
            {
                continue;
            }

            var leavesMeshOut = policy.Resources.Applications.Exclude.Contains(MeshNames.ServicesAppId, StringComparer.OrdinalIgnoreCase);
            var apps = Say.List(failing.Select(facts.Names.App), "and");
            yield return facts.Found(
                policy,
                leavesMeshOut ? FindingSeverity.High : FindingSeverity.Medium,
                $"{FindingFacts.Name(policy)} {(leavesMeshOut ? "leaves Mesh out" : "doesn't name Mesh")} and still keeps headsets that it doesn't trust from {apps}: {facts.Demand(policy)}. Mesh opens, and then what it needs of these fails.",
                "Leave Office 365 out together with Microsoft Mesh Services for the group of headset users, or manage the headsets.") with
            {
                Proof = FindingFacts.Proof(facts.Alone(policy, UsualSignIns.Quest with { Target = UsualSignIns.App(failing[0]) })), Devices = fleet.Others,
            };
        }
    }

    public static IEnumerable<PolicyFinding> DeviceCodeFlow(FindingFacts facts) =>
        from policy in facts.Live
        let result = facts.Alone(policy, UsualSignIns.Quest with { AuthenticationFlow = "deviceCodeFlow" })
        where !policy.TransferMethods.IsEmpty && FindingFacts.IsBlocking(result)
        select facts.Found(
            policy,
            FindingSeverity.Info,
            $"{FindingFacts.Name(policy)} blocks device code flow, as Microsoft advises. Mesh on Quest before version 24.18 signs in with a device code and is shut out, and so is every session that began with one.",
            "Keep the policy. See that headsets run Mesh 24.18 or later, which signs in by itself.") with { Proof = FindingFacts.Proof(result) };

    public static IEnumerable<PolicyFinding> PlatformExempted(FindingFacts facts) =>
        from policy in facts.Live
        where policy.Platforms is { } platforms && platforms.Exclude.Contains("android", StringComparer.OrdinalIgnoreCase)
            && !platforms.Exclude.Contains("windows", StringComparer.OrdinalIgnoreCase) && (platforms.Include.IsEmpty || platforms.Include.Contains("all", StringComparer.OrdinalIgnoreCase))
        let without = facts.Alone(policy with { Platforms = null }, UsualSignIns.Quest)
        where FindingFacts.IsBlocking(without)
        select facts.Found(
            policy,
            FindingSeverity.Medium,
            $"{FindingFacts.Name(policy)} leaves Android out. A platform is what the device says of itself and nobody verifies it, so whoever claims to use Android isn't asked; {facts.Demand(policy)} of all others.",
            "Leave out the group of headset users and Microsoft Mesh Services rather than a platform, and demand multifactor authentication of them by another policy.") with { Proof = FindingFacts.Proof(without) };

    public static IEnumerable<PolicyFinding> StrongAuthentication(FindingFacts facts) =>
        from policy in facts.Live
        where policy.Grant is { } grant && (grant.NeedsAll || grant.Controls.Length == 1) && grant.Controls.Any(control => Strong.Contains(control.Replace(GrantControls.Strength, "", StringComparison.Ordinal)))
        let result = facts.Alone(policy, UsualSignIns.Quest)
        where result.Applies is Truth.Yes && !FindingFacts.IsBlocking(result) && !HasException(facts, policy)
        select facts.Found(
            policy,
            EmergencyAccounts.IsAboutEverybody(policy) ? FindingSeverity.Medium : FindingSeverity.Low,
            $"{FindingFacts.Name(policy)} asks for more than a headset can easily give: {facts.Demand(policy)}. On a Quest only multifactor authentication by phone works reliably.",
            "Let the group of headset users reach Microsoft Mesh Services with multifactor authentication.") with { Proof = FindingFacts.Proof(result) };

    /// <summary>
    /// Whether somebody whom the policy leaves out gets in with a headset that nobody knows, into Mesh and into what Mesh needs, and is
    /// asked for something by a policy that takes them in by name: an exception that was made well. What is left out for emergencies is none.
    /// </summary>
    public static bool HasException(FindingFacts facts, ConditionalAccessPolicy policy) => Exempt.Of(policy, pair => pair.Exclude).Any(one =>
        facts.Enforced.Any(other => !ReferenceEquals(other, policy) && Exempt.Of(other, pair => pair.Include).Any(one.Is))
        && facts.Together(one.As(UsualSignIns.Quest)) is { Outcome: SignInOutcome.BlockedUnlessControlsMet } result
        && result.Later.All(later => later.Outcome is not SignInOutcome.Blocked));

    /// <summary>The apps that Mesh needs next.</summary>
    public static ImmutableArray<string> Needed(FindingFacts facts) => facts.Apps.Dependencies.GetValueOrDefault(MeshNames.ServicesAppId, []);

    private static bool IsAboutApps(PolicyResult blocking) => blocking.Grant!.Controls.Where(control => control.Range.Best is GrantLevel.Block)
        .All(control => control.Control.ToUpperInvariant() is "APPROVEDAPPLICATION" or "COMPLIANTAPPLICATION");

    private static FindingSeverity Weigh(FindingSeverity severity, bool isEverywhere, bool isForEverybody)
    {
        var weighed = isEverywhere ? severity : FindingFacts.Less(severity);
        return isForEverybody ? weighed : FindingFacts.Less(weighed);
    }
}
