using System.Collections.Immutable;
using MeshReadiness.Core.ConditionalAccess.Policies;

namespace MeshReadiness.Core.ConditionalAccess.Findings;

/// <summary>How grave a finding is, from what opens a door or locks everybody out to what is only good to know.</summary>
public enum FindingSeverity
{
    /// <summary>A protection that people count on isn't there, or the last way in is shut.</summary>
    Critical,

    /// <summary>People are kept out, or the policy doesn't do what it is for.</summary>
    High,

    /// <summary>It does harm in some cases, or nobody can tell here in which.</summary>
    Medium,

    /// <summary>Untidy, and a trap for whoever edits it next.</summary>
    Low,

    /// <summary>Good to know.</summary>
    Info,
}

/// <summary>Something that is wrong with a policy, or with several together.</summary>
/// <param name="Severity">How grave it is.</param>
/// <param name="Policy">The policy where it has to be mended.</param>
/// <param name="Sentence">What is wrong and what comes of it.</param>
/// <param name="Remedy">What to do.</param>
public sealed record PolicyFinding(FindingSeverity Severity, ConditionalAccessPolicy Policy, string Sentence, string Remedy)
{
    /// <summary>Who can do it: an Entra role.</summary>
    public const string Role = "Conditional Access Administrator";

    /// <summary>What it is, as <see cref="FindingRules.All"/> lists it.</summary>
    public string Code { get; init; } = "";

    /// <summary>What it follows from, fact by fact, in sentences.</summary>
    public ImmutableArray<string> Proof { get; init; } = [];

    /// <summary>The people whom it touches; <see langword="null"/> when nobody counted them.</summary>
    public int? People { get; init; }

    /// <summary>The registered devices that it sets free or keeps out; <see langword="null"/> when nobody counted them.</summary>
    public int? Devices { get; init; }
}
