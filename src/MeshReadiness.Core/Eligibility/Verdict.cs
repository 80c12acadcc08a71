using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace MeshReadiness.Core.Eligibility;

/// <summary>The answer for one person and one experience.</summary>
public enum Verdict
{
    /// <summary>Everything that the rules look at is in place.</summary>
    Ready,

    /// <summary>At least one thing is known to be missing.</summary>
    NotReady,

    /// <summary>Nothing is known to be missing, but something that decides could not be read or isn't evaluated.</summary>
    Unknown,

    /// <summary>The experience isn't for this sort of person; they count neither way.</summary>
    NotApplicable,
}

/// <summary>The verdict on one experience with everything that led to it, what decides first.</summary>
/// <param name="ExperienceId">The experience's id in the playbook.</param>
/// <param name="Verdict">The answer.</param>
/// <param name="Reasons">All reasons, also those in favour; never only the first.</param>
public sealed record ExperienceVerdict(string ExperienceId, Verdict Verdict, ImmutableArray<Reason> Reasons);

/// <summary>One sentence that speaks for or against, with what to do about it.</summary>
/// <param name="Code">Stable id to count and to translate by, for example <c>teams:switched-off</c>.</param>
/// <param name="Verdict">What this reason alone would answer.</param>
/// <param name="Sentence">The reason as people read it.</param>
/// <param name="Remedy">What to do; <see langword="null"/> when nothing is wrong or nothing can be done.</param>
/// <param name="Role">The Entra role that can do it.</param>
/// <param name="Source">The page that the rule rests on.</param>
public sealed record Reason(string Code, Verdict Verdict, string Sentence, string? Remedy = null, string? Role = null, string? Source = null)
{
    /// <summary>The facts behind the sentence, each one readable on its own.</summary>
    public ImmutableArray<ProofFact> Proof { get; init; } = [];

    /// <summary>Whether what the rule asks for is there; <see langword="null"/> when unknown. Follows from the verdict.</summary>
    [JsonIgnore]
    public bool? IsMet => Verdict switch
    {
        Verdict.Ready => true,
        Verdict.Unknown => null,
        _ => false,
    };
}
