using System.Collections.Immutable;
using MeshReadiness.Core.ConditionalAccess.SignIns;

namespace MeshReadiness.Core.ConditionalAccess.Population;

/// <summary>A scenario with all policies prepared for it. It counts whom it has judged; not for use by several threads at once where that matters.</summary>
internal sealed class CompiledScenario(SignInScenario scenario, ImmutableArray<CompiledPolicy> policies)
{
    private static readonly int Words = Enum.GetValues<PolicyOutcome>().Length;

    private readonly int[] _counts = new int[policies.Length * Words];
    private readonly int[] _asked = new int[policies.Length];

    /// <summary>The scenario.</summary>
    public SignInScenario Scenario => scenario;

    /// <summary>To how many of the people who were counted each policy does what.</summary>
    public ImmutableArray<PolicyPeople> Counted =>
    [
        .. policies.Select((policy, index) => new PolicyPeople(
            policy.Policy,
            _counts.AsSpan(index * Words, Words).ToArray().Select((people, word) => KeyValuePair.Create((PolicyOutcome)word, people))
                .Where(count => count.Value > 0).ToImmutableSortedDictionary(),
            _asked[index])),
    ];

    /// <summary>What comes of people with this footprint; <see langword="null"/> for whom it isn't for.</summary>
    /// <param name="footprint">Their footprint.</param>
    /// <param name="people">How many to count.</param>
    public SignInOutcome? Judge(Footprint footprint, int people = 0)
    {
        if (!scenario.IsFor(PersonClass.Kinds[footprint.Kind]))
        {
            return null;
        }

        var all = GrantRange.Of(GrantLevel.Pass);

        for (var index = 0; index < policies.Length; index++)
        {
            var (word, range) = policies[index].Judge((Truth)footprint.About[index], footprint.Kind);
            all = all.And(range);

            if (people > 0)
            {
                _counts[(index * Words) + (int)word] += people;
                _asked[index] += SignInRules.Outcome(range) is SignInOutcome.BlockedUnlessControlsMet ? people : 0;
            }
        }

        return SignInRules.Outcome(all);
    }
}
