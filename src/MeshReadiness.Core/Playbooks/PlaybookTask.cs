using System.Collections.Immutable;

namespace MeshReadiness.Core.Playbooks;

/// <summary>One thing to do.</summary>
/// <param name="Id">Stable id, for example <c>s2-seats-available</c>; never renumbered.</param>
/// <param name="Title">The state to reach, in a few words.</param>
/// <param name="DoneWhen">What can be seen when it is done.</param>
/// <param name="Why">What goes wrong otherwise.</param>
/// <param name="Function">Who in the company sees to it.</param>
/// <param name="Role">The Entra role that can do it; <see langword="null"/> when none is needed.</param>
/// <param name="Evidence">How it is proven.</param>
/// <param name="EvidenceNote">What to look at or to hand in.</param>
/// <param name="Gates">The experiences that wait for it, in the playbook's gate words; <c>all</c> for every one.</param>
/// <param name="Severity">What it means when it isn't done.</param>
/// <param name="Source">The page that asks for it.</param>
/// <param name="Check">The rule that proves it from the snapshot; <see langword="null"/> where none can yet.</param>
public sealed record PlaybookTask(
    string Id,
    string Title,
    string DoneWhen,
    string Why,
    string Function,
    string? Role,
    EvidenceKind Evidence,
    string EvidenceNote,
    ImmutableArray<string> Gates,
    Severity Severity,
    string Source,
    CheckReference? Check)
{
    /// <summary>The tasks that must be done first, by id; none of them is due later than this one.</summary>
    public ImmutableArray<string> DependsOn { get; init; } = [];

    /// <summary>For how many days its evidence stays fresh.</summary>
    public required int FreshDays { get; init; }

    /// <summary>When it should be done, in days before the rollout's target date.</summary>
    public required int DaysBefore { get; init; }

    /// <summary>The admin tools where the work is done, by id.</summary>
    public ImmutableArray<string> Tools { get; init; } = [];

    /// <summary>The contact who sees to it, by id; <see langword="null"/> when the rollout's own team does.</summary>
    public string? Contact { get; init; }

    /// <summary>The export that can be handed in as evidence; <see langword="null"/> where there is none.</summary>
    public ImportReference? Import { get; init; }
}

/// <summary>Which rule proves a task, and with what.</summary>
/// <param name="Id">The check's id in <see cref="Checks.CheckRules"/>.</param>
/// <param name="Parameters">What the check needs to know, by name, for example which requirement to look at.</param>
public sealed record CheckReference(string Id, ImmutableDictionary<string, string> Parameters);

/// <summary>How a task is proven.</summary>
public enum EvidenceKind
{
    /// <summary>Microsoft Graph proves it.</summary>
    Auto,

    /// <summary>Microsoft Graph gives a clue, a person confirms.</summary>
    AutoHint,

    /// <summary>A network test from a client proves it.</summary>
    Probe,

    /// <summary>A file that an admin hands in proves it.</summary>
    Upload,

    /// <summary>A person gives their word.</summary>
    Attest,
}

/// <summary>What it means when a task isn't done.</summary>
public enum Severity
{
    /// <summary>The experience fails.</summary>
    Blocker,

    /// <summary>Part of it fails, or the risk is high.</summary>
    Important,

    /// <summary>Good practice.</summary>
    Advice,
}
