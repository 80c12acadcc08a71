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
    private readonly AppGroups _apps;
    private readonly ImmutableHashSet<string> _uncertain;
    private readonly MembershipBits _bits;
    private readonly ImmutableArray<CompiledUsers> _users;

    /// <summary>Prepares policies.</summary>
    /// <param name="policies">The policies.</param>
    /// <param name="apps">What words that stand for several apps mean.</param>
    /// <param name="uncertain">Groups and roles of which nobody knows who is in them.</param>
    public PopulationRules(ImmutableArray<ConditionalAccessPolicy> policies, AppGroups apps, ImmutableHashSet<string> uncertain)
    {
        (Policies, _apps, _uncertain) = (policies, apps, uncertain);
        _bits = new(NamedByPolicies.Of(policies));
        _users = [.. policies.Select(policy => new CompiledUsers(policy, _bits, uncertain))];
    }

    /// <summary>The policies.</summary>
    public ImmutableArray<ConditionalAccessPolicy> Policies { get; }

    /// <summary>Judges people in every scenario.</summary>
    /// <param name="people">The people.</param>
    /// <param name="scenarios">The scenarios.</param>
    public PopulationResult Judge(ImmutableArray<ClassCount> people, ImmutableArray<SignInScenario> scenarios)
    {
        var (footprints, numbers) = Reduce(people);
        return new(people, [.. scenarios.Select(scenario => Judge(Prepare(scenario), footprints, numbers))], Reach(footprints), footprints.Count);
    }

    /// <summary>How many people each policy is about, in the order of the policies.</summary>
    public ImmutableArray<PolicyReach> Reach(ImmutableArray<ClassCount> people) => Reach(Reduce(people).Footprints);

    /// <summary>Judges one class of people by scenarios that were prepared.</summary>
    internal ImmutableArray<SignInOutcome?> Judge(PersonClass person, ImmutableArray<CompiledScenario> scenarios)
    {
        var footprint = new Footprint(person.Kind, Write(person, new char[_users.Length], new ulong[_bits.Words]).ToString());
        return [.. scenarios.Select(scenario => scenario.Judge(footprint))];
    }

    /// <summary>Prepares a scenario.</summary>
    internal CompiledScenario Prepare(SignInScenario scenario) =>
        new(scenario, [.. Policies.Select(policy => new CompiledPolicy(policy, scenario.SignIn, _apps, _uncertain))]);

    private ImmutableArray<PolicyReach> Reach(List<(Footprint Footprint, int People)> footprints)
    {
        Span<int> sure = new int[Policies.Length], maybe = new int[Policies.Length];

        foreach (var (footprint, people) in footprints)
        {
            for (var policy = 0; policy < Policies.Length; policy++)
            {
                var isAbout = (Truth)footprint.About[policy];
                sure[policy] += isAbout is Truth.Yes ? people : 0;
                maybe[policy] += isAbout is Truth.Unknown ? people : 0;
            }
        }

        var reach = ImmutableArray.CreateBuilder<PolicyReach>(Policies.Length);

        for (var policy = 0; policy < Policies.Length; policy++)
        {
            reach.Add(new(Policies[policy], sure[policy], maybe[policy]));
        }

        return reach.MoveToImmutable();
    }

    // The footprint of each class, as a number; and for each footprint how many people have it.
    private (List<(Footprint Footprint, int People)> Footprints, int[] Numbers) Reduce(ImmutableArray<ClassCount> people)
    {
        var (footprints, numbers) = (new List<(Footprint, int)>(), new int[people.Length]);
        var known = new Dictionary<string, int>().GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> key = new char[_users.Length + 1];
        Span<ulong> bits = new ulong[_bits.Words];

        for (var index = 0; index < people.Length; index++)
        {
            var (person, count) = people[index];
            key[^1] = (char)person.Kind;
            Write(person, key[..^1], bits);
            ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(known, key, out var isKnown);

            if (!isKnown)
            {
                number = footprints.Count;
                footprints.Add((new(person.Kind, key[..^1].ToString()), 0));
            }

            numbers[index] = number;
            CollectionsMarshal.AsSpan(footprints)[number].Item2 += count;
        }

        return (footprints, numbers);
    }

    // Which policies are about the person, one character for each.
    private Span<char> Write(PersonClass person, Span<char> about, Span<ulong> bits)
    {
        var memberships = person.Memberships;
        _bits.Set(memberships.GroupIds, memberships.RoleTemplateIds, bits);

        for (var policy = 0; policy < _users.Length; policy++)
        {
            about[policy] = (char)_users[policy].Met(person.Kind, bits, memberships.UserId);
        }

        return about;
    }

    private static ScenarioResult Judge(CompiledScenario scenario, List<(Footprint Footprint, int People)> footprints, int[] numbers)
    {
        var outcomes = new SignInOutcome?[footprints.Count];
        var people = new int[Enum.GetValues<SignInOutcome>().Length];

        for (var index = 0; index < footprints.Count; index++)
        {
            var (footprint, count) = footprints[index];

            if (scenario.Judge(footprint, count) is { } outcome)
            {
                outcomes[index] = outcome;
                people[(int)outcome] += count;
            }
        }

        return new(
            scenario.Scenario,
            [.. numbers.Select(number => outcomes[number])],
            people.Select((count, outcome) => KeyValuePair.Create((SignInOutcome)outcome, count)).ToImmutableDictionary(),
            scenario.Counted);
    }
}

/// <summary>People whom the same policies are about and who have the same kind of account.</summary>
/// <param name="Kind">Which of the <see cref="PersonClass.Kinds"/>.</param>
/// <param name="About">Whether each policy is about them: a <see cref="Truth"/> as one character for each.</param>
internal readonly record struct Footprint(int Kind, string About);
