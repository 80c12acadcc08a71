using System.Collections.Immutable;
using MeshReadiness.Core.Eligibility;

namespace MeshReadiness.Core.HelpDesk;

/// <summary>One thing that somebody may ask the help desk about: an experience or an action, with its verdict for them.</summary>
/// <param name="Id">The experience's or action's id in the playbook.</param>
/// <param name="IsAction">Whether it is an action.</param>
/// <param name="Verdict">The answer.</param>
/// <param name="Reasons">All reasons, what decides first.</param>
public sealed record HelpTopic(string Id, bool IsAction, Verdict Verdict, ImmutableArray<Reason> Reasons)
{
    /// <summary>Everything that was judged for a person: experiences, then actions, each in the playbook's order.</summary>
    public static ImmutableArray<HelpTopic> Of(PersonEligibility person) =>
    [
        .. Experiences(person),
        .. person.Actions.Select(one => new HelpTopic(one.ActionId, true, one.Verdict, one.Reasons)),
    ];

    /// <summary>The experiences alone.</summary>
    public static ImmutableArray<HelpTopic> Experiences(PersonEligibility person) =>
        [.. person.Experiences.Select(one => new HelpTopic(one.ExperienceId, false, one.Verdict, one.Reasons))];

    /// <summary>What a call is most likely about: the first experience that isn't ready; <see langword="null"/> when there is none.</summary>
    public static HelpTopic? Likeliest(PersonEligibility person) =>
        Experiences(person).FirstOrDefault(one => one.Verdict is Verdict.NotReady);
}
