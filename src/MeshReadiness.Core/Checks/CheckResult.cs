using System.Collections.Immutable;
using MeshReadiness.Core.Outcomes;

namespace MeshReadiness.Core.Checks;

/// <summary>What a check answers.</summary>
public enum CheckOutcome
{
    /// <summary>The tenant proves that the task is done.</summary>
    Pass,

    /// <summary>The tenant proves that it isn't.</summary>
    Fail,

    /// <summary>A fact that decides could not be read.</summary>
    Unknown,

    /// <summary>There is nothing to decide, for example because nobody is in scope.</summary>
    NotApplicable,
}

/// <summary>The answer of a check with its one sentence and what was found.</summary>
/// <param name="Outcome">The answer.</param>
/// <param name="Sentence">What was seen, with its numbers; the same on every page and in every export.</param>
/// <param name="Findings">The single things that are not as they should be.</param>
public sealed record CheckResult(CheckOutcome Outcome, string Sentence, ImmutableArray<Finding> Findings)
{
    /// <summary>
    /// Whether the tenant gives only a clue: the outcome is proposed, and a person has to confirm it before it counts as proof.
    /// A clue neither closes a task nor blocks one.
    /// </summary>
    public bool IsHint { get; init; }

    /// <summary>The task is done.</summary>
    public static CheckResult Pass(string sentence) => new(CheckOutcome.Pass, sentence, []);

    /// <summary>The task isn't done.</summary>
    public static CheckResult Fail(string sentence, params ImmutableArray<Finding> findings) => new(CheckOutcome.Fail, sentence, findings);

    /// <summary>A needed fact is missing; the sentence names it.</summary>
    public static CheckResult Unknown(string sentence) => new(CheckOutcome.Unknown, sentence, []);

    /// <summary>A part of the tenant could not be read, so the answer can't be known.</summary>
    public static CheckResult Unknown(string what, Problem problem) => Unknown($"{what} could not be read. {problem.Detail}");

    /// <summary>The same answer, as a clue that a person has to confirm.</summary>
    public CheckResult AsHint() => this with { IsHint = true };

    /// <summary>Nothing to decide.</summary>
    public static CheckResult NotApplicable(string sentence) => new(CheckOutcome.NotApplicable, sentence, []);
}

/// <summary>One thing that isn't as it should be.</summary>
/// <param name="Subject">What it is about: a product, a group, a policy, or a number of people.</param>
/// <param name="Is">What was seen.</param>
/// <param name="ShouldBe">What was expected.</param>
/// <param name="Remedy">What to do.</param>
/// <param name="Role">The Entra role that can do it.</param>
public sealed record Finding(string Subject, string Is, string ShouldBe, string Remedy, string? Role);
