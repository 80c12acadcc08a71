using System.Collections.Immutable;
using MeshReadiness.Core.ConditionalAccess.Policies;
using MeshReadiness.Core.ConditionalAccess.Population;
using MeshReadiness.Core.ConditionalAccess.SignIns;

namespace MeshReadiness.Core.ConditionalAccess.Changes;

/// <summary>What a change would do to everybody.</summary>
/// <param name="Scenarios">For each way of signing in to the product.</param>
/// <param name="Protections">For each way in that policies should keep closed or guarded.</param>
public sealed record ChangeEffect(ImmutableArray<ScenarioEffect> Scenarios, ImmutableArray<ScenarioEffect> Protections)
{
    /// <summary>The protections that some people would lose.</summary>
    public IEnumerable<ScenarioEffect> Weakened => Protections.Where(effect => effect.Gain > 0);

    /// <summary>Whether nothing would change for anybody.</summary>
    public bool IsNothing => Scenarios.Concat(Protections).All(effect => effect.Moves.All(move => move.Before == move.After));

    /// <summary>Judges everybody twice.</summary>
    /// <param name="before">The policies as they are.</param>
    /// <param name="change">What would change.</param>
    /// <param name="apps">What words for several apps mean.</param>
    /// <param name="uncertain">Groups and roles of which nobody knows who is in them.</param>
    /// <param name="people">Everybody.</param>
    /// <param name="scenarios">The ways of signing in.</param>
    public static ChangeEffect Of(
        ImmutableArray<ConditionalAccessPolicy> before, PolicyChange change, AppGroups apps, ImmutableHashSet<string> uncertain,
        ImmutableArray<ClassCount> people, ImmutableArray<SignInScenario> scenarios)
    {
        ImmutableArray<SignInScenario> all = [.. scenarios, .. ProtectionProbes.All];
        var after = change.After(before);
        var old = new PopulationRules(before, apps, uncertain).Judge(people, all);
        var changed = new PopulationRules(after, apps, uncertain.Union(Unread(before, after))).Judge(people, all);
        ImmutableArray<ScenarioEffect> effects = [.. all.Select((scenario, index) => new ScenarioEffect(scenario, Moves(people, old.Scenarios[index], changed.Scenarios[index])))];
        return new([.. effects.Take(scenarios.Length)], [.. effects.Skip(scenarios.Length)]);
    }

    /// <summary>Groups and roles that a change would name and that no policy names yet: who is in them was never read.</summary>
    /// <param name="before">The policies as they are.</param>
    /// <param name="after">The policies as they would be.</param>
    public static IEnumerable<string> Unread(ImmutableArray<ConditionalAccessPolicy> before, ImmutableArray<ConditionalAccessPolicy> after)
    {
        var (old, changed) = (NamedByPolicies.Of(before), NamedByPolicies.Of(after));
        return changed.GroupIds.Except(old.GroupIds).Concat(changed.RoleTemplateIds.Except(old.RoleTemplateIds));
    }

    /// <summary>Which policies would block people all the same, each judged alone; the one that blocks most people first.</summary>
    /// <param name="before">The policies as they are.</param>
    /// <param name="change">What would change.</param>
    /// <param name="apps">What words for several apps mean.</param>
    /// <param name="uncertain">Groups and roles of which nobody knows who is in them.</param>
    /// <param name="people">Everybody.</param>
    /// <param name="scenarios">The ways of signing in.</param>
    /// <returns>For each scenario, in the order given, the policies with how many people each blocks.</returns>
    public static ImmutableArray<ImmutableArray<(ConditionalAccessPolicy Policy, int People)>> StillBlocking(
        ImmutableArray<ConditionalAccessPolicy> before, PolicyChange change, AppGroups apps, ImmutableHashSet<string> uncertain,
        ImmutableArray<ClassCount> people, ImmutableArray<SignInScenario> scenarios)
    {
        var after = change.After(before);
        var doubtful = uncertain.Union(Unread(before, after));
        var alone = after.Select(policy => (Policy: policy, new PopulationRules([policy], apps, doubtful).Judge(people, scenarios).Scenarios)).ToList();

        return [.. scenarios.Select((_, index) => alone
            .Select(one => (one.Policy, People: one.Scenarios[index].People[SignInOutcome.Blocked]))
            .Where(one => one.People > 0)
            .OrderByDescending(one => one.People)
            .ToImmutableArray())];
    }

    private static ImmutableArray<OutcomeMove> Moves(ImmutableArray<ClassCount> people, ScenarioResult before, ScenarioResult after) =>
    [
        .. people
            .Select((count, index) => (Count: count, Before: before.Outcomes[index], After: after.Outcomes[index]))
            .Where(one => one.Before is not null)
            .GroupBy(one => (one.Before, one.After))
            .Select(group => new OutcomeMove(group.Key.Before!.Value, group.Key.After!.Value, group.Sum(one => one.Count.People), [.. group.Select(one => one.Count.Class)]))
            .OrderBy(move => move.Before)
            .ThenBy(move => move.After),
    ];
}

/// <summary>What a change would do to everybody who signs in in one way.</summary>
/// <param name="Scenario">The way.</param>
/// <param name="Moves">People by what comes of it before and after, those included for whom nothing changes.</param>
public sealed record ScenarioEffect(SignInScenario Scenario, ImmutableArray<OutcomeMove> Moves)
{
    /// <summary>How many people get further than before.</summary>
    public int Gain => Moves.Where(move => move.Step > 0).Sum(move => move.People);

    /// <summary>How many people get less far.</summary>
    public int Loss => Moves.Where(move => move.Step < 0).Sum(move => move.People);

    /// <summary>How many people have an outcome before.</summary>
    public int Before(SignInOutcome outcome) => Moves.Where(move => move.Before == outcome).Sum(move => move.People);

    /// <summary>How many people have an outcome after.</summary>
    public int After(SignInOutcome outcome) => Moves.Where(move => move.After == outcome).Sum(move => move.People);
}

/// <summary>People who had one outcome and would have another.</summary>
/// <param name="Before">What they have.</param>
/// <param name="After">What they would have.</param>
/// <param name="People">How many.</param>
/// <param name="Classes">Who: the classes that they are of.</param>
public sealed record OutcomeMove(SignInOutcome Before, SignInOutcome After, int People, ImmutableArray<PersonClass> Classes)
{
    /// <summary>Above zero when they get further, below when less far. Unknown stands between being blocked and being asked.</summary>
    public int Step => Rank(After) - Rank(Before);

    private static int Rank(SignInOutcome outcome) => outcome switch
    {
        SignInOutcome.Allowed => 3,
        SignInOutcome.BlockedUnlessControlsMet => 2,
        SignInOutcome.Unknown => 1,
        _ => 0,
    };
}
