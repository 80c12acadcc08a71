using MeshReadiness.Core.ConditionalAccess.Policies;
using MeshReadiness.Core.ConditionalAccess.Population;
using MeshReadiness.Core.ConditionalAccess.SignIns;
using MeshReadiness.Core.Tenant;
using Say = MeshReadiness.Core.Checks.Words;

namespace MeshReadiness.Core.ConditionalAccess.Findings;

/// <summary>What is wrong with whom policies are about.</summary>
internal static class PeopleFindings
{
    private static readonly string GlobalAdministrator = DirectoryRoles.TemplateIds["Global Administrator"];

    public static IEnumerable<PolicyFinding> EmergencyLockout(FindingFacts facts)
    {
        foreach (var policy in facts.Live.Where(policy => FindingFacts.IsBlocking(facts.Alone(policy, EmergencyAccounts.Admin))))
        {
            var shutOut = facts.Emergency
                .Select(one => (Who: one, Result: Accounts(facts, policy, one).Select(signIn => facts.Judge(policy, signIn)).FirstOrDefault(FindingFacts.IsBlocking)))
                .Where(one => one.Result is not null)
                .ToList();

            if (shutOut.Count == 0)
            {
                continue;
            }

            var isSure = shutOut.Exists(one => one.Who.IsSure);
            var are = shutOut is [{ Who.Kind: MembershipKind.User }] ? "is" : "are";
            yield return facts.Found(
                policy,
                isSure ? FindingSeverity.Critical : FindingSeverity.Medium,
                $"{FindingFacts.Name(policy)} shuts out {Say.List(shutOut.Select(one => one.Who.InWords(facts.Names)), "and")}, who {(isSure ? $"{are} kept for emergencies" : $"may be kept for emergencies, because other policies leave them out")}: {facts.Demand(policy)}.",
                "Take the accounts that are kept for emergencies out of every policy that can shut them out, and watch every sign-in of theirs.") with
            {
                Proof = [.. FindingFacts.Proof(shutOut[0].Result!), "An emergency account is taken to be a Global Administrator on a PC that the directory doesn't know."],
                People = facts.Known.People is { } people ? people.Where(count => shutOut.Exists(one => count.Class.Memberships.Has(one.Who.Kind, one.Who.Id))).Sum(count => count.People) : null,
            };
        }
    }

    public static IEnumerable<PolicyFinding> NobodyExcluded(FindingFacts facts) =>
        from policy in facts.Live
        where EmergencyAccounts.IsAboutEverybody(policy) && policy.Users is { Users.Exclude: [], Groups.Exclude: [], Roles.Exclude: [], ExcludeGuests: null }
        let result = facts.Alone(policy, EmergencyAccounts.Admin)
        where FindingFacts.IsBlocking(result)
        select facts.Found(
            policy,
            FindingSeverity.Medium,
            $"{FindingFacts.Name(policy)} is about everybody and leaves nobody out: {facts.Demand(policy)}. When something goes wrong with that, nobody can get in to mend it.",
            "Leave out the group of the accounts that are kept for emergencies.") with { Proof = FindingFacts.Proof(result) };

    public static IEnumerable<PolicyFinding> TargetsNobody(FindingFacts facts) =>
        from policy in facts.Live
        where policy.Workload is null && IsUnderstood(policy)
        let isEmpty = IsAboutNobody(policy)
        where isEmpty || IsEmptyToday(facts, policy)
        select facts.Found(
            policy,
            FindingSeverity.Low,
            $"{FindingFacts.Name(policy)} {(isEmpty ? "is about nobody, so it does nothing" : "is about nobody who is in the directory today")}.",
            "Name the people whom it is meant for, or delete it.");

    public static IEnumerable<PolicyFinding> TargetsNothing(FindingFacts facts) =>
        from policy in facts.Live
        where policy.Resources is { UserActions: [], AuthenticationContexts: [], HasApplicationFilter: false }
            && policy.Resources.Applications.Include.All(app => app.Equals("None", StringComparison.OrdinalIgnoreCase))
            && !policy.Unmodelled.Any(path => path.StartsWith("conditions.", StringComparison.Ordinal))
        select facts.Found(
            policy,
            FindingSeverity.Low,
            $"{FindingFacts.Name(policy)} names nothing that anybody could ask for, so it does nothing.",
            "Name the resources that it is meant for, or delete it.");

    // Whom a policy leaves out through a group can't be told without knowing who is in it.
    private static IEnumerable<SignIn> Accounts(FindingFacts facts, ConditionalAccessPolicy policy, Exempt one)
    {
        if (facts.Known.People is { } people)
        {
            return people.Where(count => count.Class.Memberships.Has(one.Kind, one.Id)).Select(count => Admin(count.Class.As(EmergencyAccounts.Admin, facts.Known.Uncertain)));
        }

        return one.Kind is MembershipKind.User && !policy.Users.Groups.Exclude.IsEmpty ? [] : [Admin(one.As(EmergencyAccounts.Admin))];
    }

    private static SignIn Admin(SignIn signIn) => signIn with { RoleTemplateIds = (signIn.RoleTemplateIds.Value ?? SignIn.SetOf([])).Add(GlobalAdministrator) };

    /// <summary>Whether a policy takes nobody in, whoever is in the directory.</summary>
    public static bool IsAboutNobody(ConditionalAccessPolicy policy) => IsUnderstood(policy)
        && policy.Users is { Groups.Include: [], Roles.Include: [], IncludeGuests: null or { Types: [] } or { Tenants: [] } }
        && policy.Users.Users.Include.All(user => user.Equals("None", StringComparison.OrdinalIgnoreCase));

    private static bool IsUnderstood(ConditionalAccessPolicy policy) => !policy.Unmodelled.Any(path => path.StartsWith("conditions.users", StringComparison.Ordinal));

    private static bool IsEmptyToday(FindingFacts facts, ConditionalAccessPolicy policy) => facts.Known.People is { Length: > 0 }
        && facts.Reach(policy) is { Sure: 0, Maybe: 0 };
}
