using System.Collections.Immutable;
using MeshReadiness.Core.Eligibility;
using MeshReadiness.Core.Playbooks;

namespace MeshReadiness.Core.HelpDesk;

/// <summary>A symptom, answered for one person: which causes are likely, which can be ruled out, and which can't be seen from here.</summary>
/// <param name="Symptom">The symptom.</param>
/// <param name="Causes">Its causes, likely ones first and those that are ruled out last; otherwise in their own order.</param>
public sealed record SymptomAnswer(Symptom Symptom, ImmutableArray<CauseAnswer> Causes)
{
    /// <summary>Weighs the causes against what is known of a person.</summary>
    /// <param name="symptom">The symptom.</param>
    /// <param name="person">The person.</param>
    /// <param name="playbook">The playbook that the verdicts come from.</param>
    /// <param name="readAt">When the facts were read.</param>
    public static SymptomAnswer For(Symptom symptom, PersonEligibility person, Playbook playbook, DateTimeOffset readAt) =>
        For(symptom, new PersonSigns(person, playbook, readAt));

    /// <summary>The same for signs that are known already.</summary>
    public static SymptomAnswer For(Symptom symptom, PersonSigns signs) =>
        new(symptom, [.. symptom.Causes.Select(cause => Weigh(cause, signs)).OrderBy(answer => answer.Likelihood)]);

    // What speaks against a cause weighs more: a licence that is on isn't missing, whatever else is wrong with another.
    private static CauseAnswer Weigh(SymptomCause cause, PersonSigns signs) =>
        signs.First(cause.Unless) is { } against ? new(cause, Likelihood.RuledOut, against)
        : signs.First(cause.When) is { } because ? new(cause, Likelihood.Likely, because)
        : new(cause, Likelihood.Possible, signs.First(cause.When.Select(NotKnown)));

    private static string NotKnown(string sign) => sign.EndsWith(PersonSigns.NotMet, StringComparison.Ordinal)
        ? sign[..^PersonSigns.NotMet.Length] + PersonSigns.NotKnown
        : sign;
}

/// <summary>One cause, weighed for a person.</summary>
/// <param name="Cause">The cause.</param>
/// <param name="Likelihood">How likely it is.</param>
/// <param name="Because">The fact that says so; <see langword="null"/> when none is known.</param>
public sealed record CauseAnswer(SymptomCause Cause, Likelihood Likelihood, string? Because);

/// <summary>How likely a cause is, most likely first.</summary>
public enum Likelihood
{
    /// <summary>The person's facts point to it.</summary>
    Likely,

    /// <summary>Can't be seen from here.</summary>
    Possible,

    /// <summary>The person's facts speak against it.</summary>
    RuledOut,
}
