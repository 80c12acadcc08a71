using System.Collections.Immutable;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Core.Eligibility;

/// <summary>What one person can use and do, with all reasons.</summary>
/// <param name="User">The person.</param>
/// <param name="Experiences">The verdict on every experience, in the playbook's order.</param>
/// <param name="Actions">The verdict on every action of the playbook's access table, in its order.</param>
public sealed record PersonEligibility(UserFacts User, ImmutableArray<ExperienceVerdict> Experiences, ImmutableArray<ActionVerdict> Actions)
{
    /// <summary>Whether something is known to be missing. What isn't for this sort of person isn't missing.</summary>
    public bool LacksSomething =>
        Experiences.Any(one => one.Verdict is Verdict.NotReady) || Actions.Any(one => one.Verdict is Verdict.NotReady);
}

/// <summary>The verdict on one action, such as creating an event, with everything that led to it, what decides first.</summary>
/// <param name="ActionId">The action's id in the playbook.</param>
/// <param name="Verdict">The answer.</param>
/// <param name="Reasons">All reasons, also those in favour.</param>
public sealed record ActionVerdict(string ActionId, Verdict Verdict, ImmutableArray<Reason> Reasons);
