using System.Collections.Immutable;
using MeshReadiness.Core.ConditionalAccess.Policies;
using MeshReadiness.Core.ConditionalAccess.Population;
using MeshReadiness.Core.ConditionalAccess.SignIns;

namespace MeshReadiness.Core.ConditionalAccess.Findings;

/// <summary>
/// Recognises accounts that are kept for emergencies. No property in the directory tells them; what gives them away is that policies
/// leave them out. People and groups count as such that somebody has named in the configuration, or whose name says it, or that are taken out
/// of most enforced policies about everybody that demand something of an admin on an unknown PC; being taken out of half of them, or of
/// the only one, makes it a guess. Whoever an enforced policy takes in by name isn't kept for emergencies.
/// </summary>
internal static class EmergencyAccounts
{
    private static readonly string[] Words = ["break glass", "break-glass", "breakglass", "break_glass", "emergency"];

    public static ImmutableArray<Exempt> Of(FindingFacts facts)
    {
        var demanding = facts.Enforced.Where(policy => IsAboutEverybody(policy) && DemandsOfAdmins(facts, policy)).ToList();
        var named = facts.Enforced.SelectMany(policy => Exempt.Of(policy, pair => pair.Include)).ToList();

        return
        [
            .. facts.Live.SelectMany(policy => Exempt.Of(policy, pair => pair.Exclude))
                .Where(one => one.Kind is not MembershipKind.Role)
                .DistinctBy(one => (one.Kind, one.Id.ToUpperInvariant()))
                .Select(one => IsNamed(facts, one) ? one
                    : named.Any(one.Is) ? null
                    : Weigh(one, demanding.Count(policy => Exempt.Of(policy, pair => pair.Exclude).Any(one.Is)), demanding.Count))
                .OfType<Exempt>(),
        ];
    }

    /// <summary>Whether a policy takes everybody in.</summary>
    public static bool IsAboutEverybody(ConditionalAccessPolicy policy) => policy.Users.Users.Include.Contains("All", StringComparer.OrdinalIgnoreCase);

    /// <summary>How an admin signs in when it matters: with whatever PC there is.</summary>
    public static SignIn Admin { get; } = UsualSignIns.Pc with { Target = UsualSignIns.App(UsualSignIns.AdminPortal), ClientAppType = "browser" };

    private static bool DemandsOfAdmins(FindingFacts facts, ConditionalAccessPolicy policy) =>
        facts.Alone(policy, Admin) is { Applies: not Truth.No, Grant.Range.Worst: not GrantLevel.Pass };

    private static bool IsNamed(FindingFacts facts, Exempt one) => facts.Known.EmergencyIds.Contains(one.Id, StringComparer.OrdinalIgnoreCase)
        || Words.Any(word => (one.Kind is MembershipKind.Group ? facts.Names.Group(one.Id) : facts.Names.User(one.Id)).Contains(word, StringComparison.OrdinalIgnoreCase));

    private static Exempt? Weigh(Exempt one, int exempting, int all) => exempting * 2 < all || exempting == 0 ? null : one with { IsSure = exempting >= 2 && exempting * 2 > all };
}
