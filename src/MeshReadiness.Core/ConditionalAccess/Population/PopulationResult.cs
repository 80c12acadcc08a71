using System.Collections.Immutable;
using MeshReadiness.Core.ConditionalAccess.Policies;
using MeshReadiness.Core.ConditionalAccess.SignIns;

namespace MeshReadiness.Core.ConditionalAccess.Population;

/// <summary>What policies do to everybody.</summary>
/// <param name="Classes">The people, in the order given.</param>
/// <param name="Scenarios">What comes of each scenario, in the order given.</param>
/// <param name="Reach">How many people each policy is about, in the order given.</param>
/// <param name="Footprints">How many sorts of people had to be judged.</param>
public sealed record PopulationResult(
    ImmutableArray<ClassCount> Classes, ImmutableArray<ScenarioResult> Scenarios, ImmutableArray<PolicyReach> Reach, int Footprints);

/// <summary>How many people a policy is about, enforced or not, whatever they ask for and however.</summary>
/// <param name="Policy">The policy.</param>
/// <param name="Sure">Whom it is about for certain.</param>
/// <param name="Maybe">Whom it may be about, because nobody knows who is in what it names.</param>
public sealed record PolicyReach(ConditionalAccessPolicy Policy, int Sure, int Maybe);

/// <summary>What comes of everybody who signs in in one way.</summary>
/// <param name="Scenario">The way.</param>
/// <param name="Outcomes">What comes of each class; <see langword="null"/> for whom it isn't for.</param>
/// <param name="People">How many people each outcome has; every outcome is there.</param>
/// <param name="Policies">What each policy does, in the order given.</param>
public sealed record ScenarioResult(
    SignInScenario Scenario, ImmutableArray<SignInOutcome?> Outcomes, ImmutableDictionary<SignInOutcome, int> People, ImmutableArray<PolicyPeople> Policies);

/// <summary>To how many people a policy does what, in one scenario.</summary>
/// <param name="Policy">The policy.</param>
/// <param name="People">How many people each result has; results that nobody has are left out.</param>
/// <param name="Asked">
/// Of how many of them it asks for something that they can give. The sign-in log has one word, failure, for asking and for blocking.
/// </param>
public sealed record PolicyPeople(ConditionalAccessPolicy Policy, ImmutableSortedDictionary<PolicyOutcome, int> People, int Asked);
