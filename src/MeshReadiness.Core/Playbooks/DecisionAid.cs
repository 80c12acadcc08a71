using System.Collections.Immutable;

namespace MeshReadiness.Core.Playbooks;

/// <summary>Helps people to a decision that no fact can make for them: questions in order, and what each answer speaks for.</summary>
/// <param name="Id">Stable id, for example <c>which-tenant</c>.</param>
/// <param name="Title">The question behind all questions.</param>
/// <param name="Outcomes">What can be decided.</param>
/// <param name="Questions">What to ask, in order.</param>
/// <param name="Warnings">What has to be known before the decision is recorded.</param>
/// <param name="Task">The id of the task that records it.</param>
/// <param name="Source">The page that it rests on.</param>
public sealed record DecisionAid(
    string Id,
    string Title,
    ImmutableArray<DecisionOutcome> Outcomes,
    ImmutableArray<DecisionQuestion> Questions,
    ImmutableArray<DecisionWarning> Warnings,
    string Task,
    string Source);

/// <summary>One of the things that can be decided.</summary>
/// <param name="Id">Stable id within its decision.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Meaning">What follows from it, one or two sentences.</param>
/// <param name="LeavesOpen">
/// What has to be done after it before the decision's task is done; <see langword="null"/> when deciding is all there is to do.
/// </param>
public sealed record DecisionOutcome(string Id, string Name, string Meaning, string? LeavesOpen = null);

/// <summary>One question on the way to a decision.</summary>
/// <param name="Id">Stable id within its decision.</param>
/// <param name="Question">The question.</param>
/// <param name="Why">Why it matters.</param>
/// <param name="Facts">What to show of the tenant beside it.</param>
/// <param name="Options">The answers to choose from.</param>
public sealed record DecisionQuestion(
    string Id, string Question, string Why, ImmutableArray<DecisionFact> Facts, ImmutableArray<DecisionOption> Options);

/// <summary>One answer.</summary>
/// <param name="Id">Stable id within its decision.</param>
/// <param name="Words">The answer in words.</param>
/// <param name="SpeaksFor">The id of the outcome that it speaks for; <see langword="null"/> when it fits all.</param>
/// <param name="Because">Why it does.</param>
public sealed record DecisionOption(string Id, string Words, string? SpeaksFor, string Because);

/// <summary>Something that has to be known before a decision is recorded.</summary>
/// <param name="Id">Stable id within its decision.</param>
/// <param name="Text">What it is, one or two sentences.</param>
/// <param name="After">The ids of the options after which it is shown; always when there are none.</param>
/// <param name="Source">The page that says so.</param>
public sealed record DecisionWarning(string Id, string Text, ImmutableArray<string> After, string Source);

/// <summary>What a scan knows of the tenant that can stand beside a question.</summary>
public enum DecisionFact
{
    /// <summary>The tenant's id and default domain.</summary>
    TenantIdentity,

    /// <summary>What sort of customer the tenant belongs to.</summary>
    TenantType,

    /// <summary>The products that were bought, with their seats.</summary>
    Products,

    /// <summary>The subscriptions behind the products: trials and their ends.</summary>
    Subscriptions,

    /// <summary>How many members there are, and how many are ready for what.</summary>
    Members,

    /// <summary>How many guests there are, and how many have accepted.</summary>
    Guests,

    /// <summary>The Conditional Access policies.</summary>
    Policies,

    /// <summary>The devices that are managed.</summary>
    Devices,
}
