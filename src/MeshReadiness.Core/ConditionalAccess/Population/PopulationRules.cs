using System.Collections.Immutable;
using System.Runtime.InteropServices;
using MeshReadiness.Core.ConditionalAccess.Policies;
using MeshReadiness.Core.ConditionalAccess.SignIns;

namespace MeshReadiness.Core.ConditionalAccess.Population;

/// <summary>
/// Judges everybody by all policies. A policy is prepared once; people whom the same policies are about, with the same kind of account,
/// have the same <em>footprint</em> and are judged once. It comes to the same as <see cref="SignInRules"/> for each person.
/// </summary>
public sealed class PopulationRules
{
    private readonly ImmutableArray<ConditionalAccessPolicy> _policies;
    private readonly AppGroups _apps;
    private readonly ImmutableHashSet<string> _uncertain;
    private readonly MembershipBits _bits;

    /// <summary>Prepares policies.</summary>
    /// <param name="policies">The policies.</param>
    /// <param name="apps">What words that stand for several apps mean.</param>
    /// <param name="uncertain">Groups and roles of which nobody knows who is in them.</param>
    public PopulationRules(ImmutableArray<ConditionalAccessPolicy> policies, AppGroups apps, ImmutableHashSet<string> uncertain)
    {
        (_policies, _apps, _uncertain) = (policies, apps, uncertain);
        _bits = new(NamedByPolicies.Of(policies));
    }

    /// <summary>Judges people in every scenario.</summary>
    /// <param name="people">The people.</param>
    /// <param name="scenarios">The scenarios.</param>
    public PopulationResult Judge(ImmutableArray<ClassCount> people, ImmutableArray<SignInScenario> scenarios)
    {
        ImmutableArray<PersonClass> kinds = [.. people.Select(count => KindOf(count.Class)).Distinct()];
        var (footprints, numbers) = Reduce(people, kinds);
        return new(people, [.. scenarios.Select(scenario => Judge(scenario, kinds, footprints, numbers))], footprints.Count);
    }

    private static PersonClass KindOf(PersonClass person) => person with { Memberships = PolicyMemberships.None };

    // The footprint of each class, as a number; and for each footprint its kind, whom it is about, and how many people have it.
    private (List<Footprint> Footprints, int[] Numbers) Reduce(ImmutableArray<ClassCount> people, ImmutableArray<PersonClass> kinds)
    {
        ImmutableArray<CompiledUsers> users = [.. _policies.Select(policy => new CompiledUsers(policy, kinds, _bits, _uncertain))];
        var kindNumbers = kinds.Select((kind, index) => KeyValuePair.Create(kind, index)).ToDictionary();
        var (footprints, numbers) = (new List<Footprint>(), new int[people.Length]);
        var known = new Dictionary<string, int>().GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> key = new char[_policies.Length + 1];
        Span<ulong> bits = new ulong[_bits.Words];

        for (var index = 0; index < people.Length; index++)
        {
            var (person, count) = people[index];
            var kind = kindNumbers[KindOf(person)];
            _bits.Set(person.Memberships.GroupIds, person.Memberships.RoleTemplateIds, bits);
            key[^1] = (char)kind;

            for (var policy = 0; policy < users.Length; policy++)
            {
                key[policy] = (char)users[policy].Met(kind, bits, person.Memberships.UserId);
            }

            ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(known, key, out var isKnown);

            if (!isKnown)
            {
                number = footprints.Count;
                footprints.Add(new(kind, key[..^1].ToString()));
            }

            numbers[index] = number;
            footprints[number].People += count;
        }

        return (footprints, numbers);
    }

    private ScenarioResult Judge(SignInScenario scenario, ImmutableArray<PersonClass> kinds, List<Footprint> footprints, int[] numbers)
    {
        ImmutableArray<CompiledPolicy> compiled = [.. _policies.Select(policy => new CompiledPolicy(policy, scenario.SignIn, kinds, _apps, _uncertain))];
        var outcomes = new SignInOutcome?[footprints.Count];
        var counts = compiled.Select(_ => new int[Enum.GetValues<PolicyOutcome>().Length]).ToArray();

        for (var index = 0; index < footprints.Count; index++)
        {
            var footprint = footprints[index];
            outcomes[index] = scenario.IsFor(kinds[footprint.Kind]) ? Judge(footprint, compiled, counts) : null;
        }

        ImmutableArray<SignInOutcome?> byClass = [.. numbers.Select(number => outcomes[number])];
        return new(
            scenario,
            byClass,
            Enum.GetValues<SignInOutcome>().ToImmutableDictionary(
                outcome => outcome, outcome => footprints.Select((footprint, index) => outcomes[index] == outcome ? footprint.People : 0).Sum()),
            [.. compiled.Select((policy, index) => new PolicyPeople(_policies[index], Counted(counts[index])))]);
    }

    private static SignInOutcome Judge(Footprint footprint, ImmutableArray<CompiledPolicy> policies, int[][] counts)
    {
        var all = GrantRange.Of(GrantLevel.Pass);

        for (var index = 0; index < policies.Length; index++)
        {
            var (word, range) = policies[index].Judge((Truth)footprint.About[index], footprint.Kind);
            counts[index][(int)word] += footprint.People;
            all = all.And(range);
        }

        return SignInRules.Outcome(all);
    }

    private static ImmutableSortedDictionary<PolicyOutcome, int> Counted(int[] counts) => counts
        .Select((people, word) => KeyValuePair.Create((PolicyOutcome)word, people)).Where(count => count.Value > 0).ToImmutableSortedDictionary();

    // People whom the same policies are about, one character for each policy.
    private sealed class Footprint(int kind, string about)
    {
        public int Kind => kind;

        public string About => about;

        public int People { get; set; }
    }
}
