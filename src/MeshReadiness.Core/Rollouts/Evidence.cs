using MeshReadiness.Core.Checks;
using MeshReadiness.Core.Scanning;

namespace MeshReadiness.Core.Rollouts;

/// <summary>What a person handed in to prove a task: always dated, always with who.</summary>
/// <param name="Id">Its id, which tickets and reports can name.</param>
/// <param name="Source">What it is.</param>
/// <param name="At">When it was true, in UTC; from then on it ages.</param>
/// <param name="By">Who handed it in.</param>
/// <param name="Words">What the person says, or the name of the file.</param>
/// <param name="Answer">What a parser read from it; <see langword="null"/> for a person's word, which says that the task is done.</param>
public sealed record Evidence(Guid Id, EvidenceSource Source, DateTimeOffset At, Actor By, string Words, CheckResult? Answer = null);

/// <summary>What evidence from a person is.</summary>
public enum EvidenceSource
{
    /// <summary>The person's word.</summary>
    Attestation,

    /// <summary>A file that people read.</summary>
    Upload,

    /// <summary>An export from an admin tool that the portal reads.</summary>
    Import,

    /// <summary>A decision that was recorded with its reasons. It comes and goes with the decision.</summary>
    Decision,
}

/// <summary>What the tenant says about a task.</summary>
/// <param name="Result">The check's answer.</param>
/// <param name="ReadAt">When the tenant was read, in UTC.</param>
/// <param name="Since">Since when the answer is this one and no other: the scan that first gave it.</param>
public sealed record CheckAnswer(CheckResult Result, DateTimeOffset ReadAt, DateTimeOffset Since);
