using System.Collections.Concurrent;
using System.Collections.Immutable;
using MeshReadiness.Core.ConditionalAccess.SignIns;

namespace MeshReadiness.Core.ConditionalAccess.Population;

/// <summary>What comes of people one by one, each class judged once. For use by several threads at once.</summary>
public sealed class PersonOutcomes
{
    private readonly PopulationRules _rules;
    private readonly ImmutableArray<CompiledScenario> _scenarios;
    private readonly ConcurrentDictionary<PersonClass, ImmutableArray<SignInOutcome?>> _known = [];

    /// <summary>Prepares scenarios.</summary>
    public PersonOutcomes(PopulationRules rules, ImmutableArray<SignInScenario> scenarios) =>
        (_rules, _scenarios) = (rules, [.. scenarios.Select(rules.Prepare)]);

    /// <summary>What comes of a person in each scenario, in their order; <see langword="null"/> in one that isn't for the person.</summary>
    public ImmutableArray<SignInOutcome?> Of(PersonClass person) => _known.GetOrAdd(person, one => _rules.Judge(one, _scenarios));
}
