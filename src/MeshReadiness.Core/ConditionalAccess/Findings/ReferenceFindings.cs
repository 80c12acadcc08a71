using System.Collections.Immutable;
using MeshReadiness.Core.ConditionalAccess.Policies;
using MeshReadiness.Core.ConditionalAccess.Population;
using Say = MeshReadiness.Core.Checks.Words;

namespace MeshReadiness.Core.ConditionalAccess.Findings;

/// <summary>What policies name and isn't there any more.</summary>
internal static class ReferenceFindings
{
    public static IEnumerable<PolicyFinding> Groups(FindingFacts facts) =>
        Gone(facts, facts.Known.GroupIds, policy => policy.Users.Groups, ("group", "groups"), policy => IsAboutOthers(policy, policy.Users.Users.Include));

    public static IEnumerable<PolicyFinding> Users(FindingFacts facts) =>
        Gone(facts, facts.Known.UserIds, policy => policy.Users.Users, ("account", "accounts"), policy => IsAboutOthers(policy, policy.Users.Groups.Include));

    public static IEnumerable<PolicyFinding> Locations(FindingFacts facts) =>
        Gone(facts, facts.Known.LocationIds, policy => policy.Locations ?? new([], []), ("named location", "named locations"), _ => false);

    private static IEnumerable<PolicyFinding> Gone(
        FindingFacts facts, ImmutableHashSet<string>? there, Func<ConditionalAccessPolicy, IncludeExclude> pair, (string One, string Many) what, Func<ConditionalAccessPolicy, bool> isAboutOthers)
    {
        foreach (var policy in there is null ? [] : facts.Live)
        {
            var (include, exclude) = (pair(policy).Include.Where(IsGone).ToList(), pair(policy).Exclude.Where(IsGone).ToList());

            if (include.Count + exclude.Count == 0)
            {
                continue;
            }

            var isEmpty = include.Count > 0 && include.Count == pair(policy).Include.Length && !isAboutOthers(policy);
            var all = include.Count + exclude.Count;
            yield return facts.Found(
                policy,
                isEmpty ? FindingSeverity.High : include.Count > 0 ? FindingSeverity.Medium : FindingSeverity.Low,
                $"{FindingFacts.Name(policy)} names {Say.Count(all, what.One, what.Many)} that {(all == 1 ? "is" : "are")} gone: {Say.List(include.Concat(exclude).Distinct(), "and")}."
                    + (isEmpty ? " Nothing else is named there, so the policy does nothing." : include.Count == 0 ? " Nobody is left out by that any more." : ""),
                $"Take {(all == 1 ? "it" : "them")} out, or put in what took {(all == 1 ? "its" : "their")} place.");
        }

        bool IsGone(string id) => !IsWord(id) && !there!.Contains(id, StringComparer.OrdinalIgnoreCase);
    }

    private static bool IsAboutOthers(ConditionalAccessPolicy policy, ImmutableArray<string> besides) =>
        !besides.IsEmpty || !policy.Users.Roles.Include.IsEmpty || policy.Users.IncludeGuests is not null;

    private static bool IsWord(string id) => NamedByPolicies.IsWord(id) || id.ToUpperInvariant() is "ALLTRUSTED" or "00000000-0000-0000-0000-000000000000";
}
