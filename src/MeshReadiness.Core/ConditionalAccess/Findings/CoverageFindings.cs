using MeshReadiness.Core.ConditionalAccess.SignIns;
using MeshReadiness.Core.ConditionalAccess.Policies;
using Say = MeshReadiness.Core.Checks.Words;

namespace MeshReadiness.Core.ConditionalAccess.Findings;

/// <summary>What no policy protects although it looks as if one did.</summary>
internal static class CoverageFindings
{
    public static IEnumerable<PolicyFinding> MeshUnprotected(FindingFacts facts) =>
        from policy in facts.Enforced
        where Demands(facts, policy, UsualSignIns.Pc with { Target = UsualSignIns.App(QuestFindings.Needed(facts).FirstOrDefault("")) })
            && facts.Alone(policy, UsualSignIns.Pc).Applies is Truth.No
            && FindingFacts.Those(policy, UsualSignIns.Pc).Any(signIn => facts.Together(signIn).Outcome is SignInOutcome.Allowed)
        select facts.Found(
            policy,
            FindingSeverity.Medium,
            $"{FindingFacts.Name(policy)} protects Office 365 and not Mesh, which isn't part of it, and no other policy demands anything of these people for Mesh.",
            "Name Microsoft Mesh Services beside Office 365, or make a policy for it that demands multifactor authentication.") with { Proof = FindingFacts.Proof(facts.Alone(policy, UsualSignIns.Pc)) };

    public static IEnumerable<PolicyFinding> ExemptUnprotected(FindingFacts facts)
    {
        if (facts.Together(UsualSignIns.Pc).Outcome is SignInOutcome.Allowed or SignInOutcome.Unknown)
        {
            yield break;
        }

        foreach (var one in facts.Enforced.SelectMany(policy => Exempt.Of(policy, pair => pair.Exclude)).DistinctBy(one => (one.Kind, one.Id.ToUpperInvariant())).Where(one => !facts.Emergency.Any(one.Is)))
        {
            if (facts.Together(one.As(UsualSignIns.Pc)).Outcome is not SignInOutcome.Allowed)
            {
                continue;
            }

            var leaving = facts.Enforced.Where(policy => Exempt.Of(policy, pair => pair.Exclude).Any(one.Is) && Demands(facts, policy, UsualSignIns.Pc)).ToList();

            if (leaving.Count > 0)
            {
                yield return facts.Found(
                    leaving[0],
                    FindingSeverity.Medium,
                    $"For {one.InWords(facts.Names)} a password is enough for Mesh, on any device: {Say.List(leaving.Select(FindingFacts.Name), "and")} {(leaving.Count == 1 ? "leaves" : "leave")} them out, and no other policy demands anything of them.",
                    "Make a policy for them that demands multifactor authentication, or take them out of one of the exemptions.") with { People = null };
            }
        }
    }

    private static bool Demands(FindingFacts facts, ConditionalAccessPolicy policy, SignIn signIn) => facts.Alone(policy, signIn) is { Applies: Truth.Yes, Grant.Range.Best: not GrantLevel.Pass };
}
