using System.Collections.Immutable;
using MeshReadiness.Core.ConditionalAccess.Policies;
using MeshReadiness.Core.ConditionalAccess.SignIns;
using MeshReadiness.Core.Tenant;
using Say = MeshReadiness.Core.Checks.Words;

namespace MeshReadiness.Core.ConditionalAccess.Findings;

/// <summary>Policies that contradict themselves or each other.</summary>
internal static class ContradictionFindings
{
    // An app that no list names.
    private const string AnyApp = "99999999-0000-4000-8000-000000000000";

    private static readonly ImmutableArray<string> Platforms = ["windows", "macOS", "iOS", "android", "linux"];

    public static IEnumerable<PolicyFinding> Impossible(FindingFacts facts)
    {
        foreach (var policy in facts.Live.Where(policy => policy.Grant is { } grant && !Has(grant.Controls, "block") && !IsAboutMeshAlone(policy)))
        {
            var applying = SignIns(facts, policy).Select(signIn => facts.Alone(policy, signIn)).Where(result => result.Applies is Truth.Yes);

            if (applying.FirstOrDefault() is { } first && applying.All(FindingFacts.IsBlocking))
            {
                yield return facts.Found(
                    policy,
                    FindingSeverity.High,
                    $"{FindingFacts.Name(policy)} can't be met by anybody whom it applies to: {facts.Demand(policy)}, and no device or app that falls under its conditions has that. It blocks without saying so.",
                    "Demand something that these sign-ins can give, or say block where blocking is meant.") with { Proof = FindingFacts.Proof(first) };
            }
        }
    }

    public static IEnumerable<PolicyFinding> Contradicting(FindingFacts facts)
    {
        foreach (var policy in facts.Enforced.Where(policy => policy.Grant is { Controls.Length: > 0 } && policy.Workload is null))
        {
            foreach (var (other, signIn) in BlockingAll(facts, policy))
            {
                yield return facts.Found(
                    policy,
                    FindingSeverity.Medium,
                    $"{FindingFacts.Name(policy)} can be met by nobody without being blocked by {FindingFacts.Name(other)}: {facts.Demand(policy)}, and whoever gives that is stopped by the other, because {facts.Demand(other)}.",
                    "Decide which of the two is meant, and narrow or delete the other.") with { Proof = FindingFacts.Proof(facts.Judge(other, signIn)) };
            }
        }
    }

    // The policies that block each sign-in that meets this one; most are out after the first.
    private static IEnumerable<(ConditionalAccessPolicy Other, SignIn First)> BlockingAll(FindingFacts facts, ConditionalAccessPolicy policy)
    {
        var (others, first) = (facts.Enforced.Where(other => !ReferenceEquals(other, policy)).ToList(), default(SignIn));

        foreach (var signIn in Meeting(facts, policy))
        {
            first ??= signIn;
            others.RemoveAll(other => !FindingFacts.IsBlocking(facts.Judge(other, signIn)));

            if (others.Count == 0)
            {
                break;
            }
        }

        return first is null ? [] : others.Select(other => (other, first));
    }

    // A place that is trusted, and that every policy which leaves out places leaves out, is tried beside those that the policy itself names.
    private static IEnumerable<SignIn> Meeting(FindingFacts facts, ConditionalAccessPolicy policy) =>
        from who in FindingFacts.Those(policy, UsualSignIns.Pc)
        let spared = SignIn.SetOf(facts.Enforced.SelectMany(other => other.Locations?.Exclude ?? []))
        from usual in SignIns(facts, policy)
        from place in new[] { usual, usual with { IsTrustedLocation = Truth.Yes, NamedLocationIds = spared.Union(usual.NamedLocationIds.Value ?? []) } }
        let signIn = place with { UserId = who.UserId, GroupIds = who.GroupIds, RoleTemplateIds = who.RoleTemplateIds }
        where facts.Judge(policy, signIn) is { Applies: Truth.Yes } result && !FindingFacts.IsBlocking(result)
        select signIn;

    public static IEnumerable<PolicyFinding> IncludesAndExcludes(FindingFacts facts) =>
        from policy in facts.Live
        let both = Pairs(policy, facts).SelectMany(pair => pair.Both).ToList()
        where both.Count > 0
        select facts.Found(
            policy,
            FindingSeverity.Low,
            $"{FindingFacts.Name(policy)} takes {Say.List(both, "and")} in and out. Taking out wins, so naming {(both.Count == 1 ? "it" : "them")} among what is taken in has no effect.",
            "Take out the entry that isn't meant.");

    public static IEnumerable<PolicyFinding> PasswordChange(FindingFacts facts) =>
        from policy in facts.Live
        where policy.Grant is { } grant && Has(grant.Controls, "passwordChange")
            && !(grant.NeedsAll && (Has(grant.Controls, "mfa") || grant.Controls.Any(control => control.StartsWith(GrantControls.Strength, StringComparison.Ordinal)))
                && !policy.UserRiskLevels.IsEmpty && Has(policy.Resources.Applications.Include, "All"))
        select facts.Found(
            policy,
            FindingSeverity.Medium,
            $"{FindingFacts.Name(policy)} demands a new password in a way that doesn't work: it goes only with user risk, for all resources, and together with multifactor authentication.",
            "Set a level of user risk, name all resources, and demand multifactor authentication as well.");

    public static IEnumerable<PolicyFinding> ApprovedApp(FindingFacts facts) =>
        from policy in facts.Live
        where policy.Grant is { } grant && Has(grant.Controls, "approvedApplication") && (grant.NeedsAll || !Has(grant.Controls, "compliantApplication"))
        select facts.Found(
            policy,
            FindingSeverity.Low,
            $"{FindingFacts.Name(policy)} relies on approved apps. Microsoft retires that control in March 2026.",
            "Demand app protection instead, with Microsoft Mesh Services left out.");

    // Sign-ins with the best that each platform has, in every way in which the policy could apply. App controls are met where there are any.
    private static IEnumerable<SignIn> SignIns(FindingFacts facts, ConditionalAccessPolicy policy) =>
        from platform in Platforms
        from target in Targets(facts, policy)
        from client in policy.ClientAppTypes.IsEmpty || Has(policy.ClientAppTypes, "all") ? ["browser", "mobileAppsAndDesktopClients"] : policy.ClientAppTypes
        from flow in policy.TransferMethods.IsEmpty ? ["none"] : policy.TransferMethods
        from signInRisk in policy.SignInRiskLevels.IsEmpty ? ["none"] : policy.SignInRiskLevels
        from userRisk in policy.UserRiskLevels.IsEmpty ? ["none"] : policy.UserRiskLevels
        from insiderRisk in policy.InsiderRiskLevels.IsEmpty ? ["none"] : policy.InsiderRiskLevels
        from signIn in FindingFacts.FromPlaces(policy, UsualSignIns.Pc with
        {
            Platform = platform,
            Target = target,
            ClientAppType = client,
            AuthenticationFlow = flow,
            SignInRisk = signInRisk,
            UserRisk = userRisk,
            InsiderRisk = insiderRisk,
            Device = UsualSignIns.Best(platform),
            Satisfied = SignIn.SetOf(platform is "iOS" or "android" ? ["approvedApplication", "compliantApplication"] : []),
        })
        select signIn;

    // Of words that stand for many apps, some that policies tell apart.
    private static IEnumerable<SignInTarget> Targets(FindingFacts facts, ConditionalAccessPolicy policy) =>
    [
        .. policy.Resources.Applications.Include
            .SelectMany(app => app.ToUpperInvariant() switch
            {
                "NONE" => [],
                "ALL" => [AnyApp, UsualSignIns.AdminPortal, MeshNames.ServicesAppId, .. QuestFindings.Needed(facts)],
                "OFFICE365" => QuestFindings.Needed(facts),
                "MICROSOFTADMINPORTALS" => [UsualSignIns.AdminPortal],
                _ => ImmutableArray.Create(app),
            })
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Select(UsualSignIns.App),
        .. policy.Resources.UserActions.Select(action => new SignInTarget(SignInTargetKind.UserAction, action)),
        .. policy.Resources.AuthenticationContexts.Take(1).Select(context => new SignInTarget(SignInTargetKind.AuthenticationContext, context)),
    ];

    // That Mesh has neither app protection nor approval is told by another rule.
    private static bool IsAboutMeshAlone(ConditionalAccessPolicy policy) =>
        policy.Resources.Applications.Include is [var only] && only.Equals(MeshNames.ServicesAppId, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<(IncludeExclude Pair, IEnumerable<string> Both)> Pairs(ConditionalAccessPolicy policy, FindingFacts facts) =>
        new (IncludeExclude? Pair, Func<string, string> Name)[]
        {
            (policy.Users.Users, id => $"the account {facts.Names.User(id)}"),
            (policy.Users.Groups, id => $"the group {facts.Names.Group(id)}"),
            (policy.Users.Roles, id => $"the role {facts.Names.Role(id)}"),
            (policy.Resources.Applications, id => Words.ResourceWords.Name(id, facts.Names)),
            (policy.Platforms, id => $"the platform {id}"),
            (policy.Locations, id => $"the place {facts.Names.Location(id)}"),
        }
        .Where(one => one.Pair is not null)
        .Select(one => (one.Pair!, one.Pair!.Include.Intersect(one.Pair.Exclude, StringComparer.OrdinalIgnoreCase).Select(one.Name)));

    private static bool Has(ImmutableArray<string> list, string word) => list.Contains(word, StringComparer.OrdinalIgnoreCase);
}
