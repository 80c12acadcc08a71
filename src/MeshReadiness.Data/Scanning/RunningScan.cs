using MeshReadiness.Core.Scanning;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Data;

/// <summary>A scan that is not over, with all that it needs to go on.</summary>
/// <param name="Id">The id of the snapshot that it makes.</param>
/// <param name="Number">The snapshot's number; people are valid from one number to another.</param>
/// <param name="Kind">How it reads people.</param>
/// <param name="KindBecause">Why it is full although an incremental scan was asked for.</param>
/// <param name="Trigger">Why it was started.</param>
/// <param name="StartedBy">Who started it.</param>
/// <param name="StartedAt">When, in UTC.</param>
/// <param name="BaseId">The snapshot that an incremental scan goes on from.</param>
/// <param name="Roster">The roster that it writes into.</param>
/// <param name="FirstKey">The first key that it gives to a person.</param>
/// <param name="At">How far it is.</param>
/// <param name="People">How many people it has stored.</param>
/// <param name="Cost">What it has asked for so far.</param>
/// <param name="UsersMark">For a full scan, from where on changes have to be caught up with; for an incremental one, where it begins.</param>
/// <param name="CancelRequested">Whether a person asked it to end.</param>
public sealed record RunningScan(
    Guid Id,
    int Number,
    ScanKind Kind,
    string? KindBecause,
    ScanTrigger Trigger,
    Actor StartedBy,
    DateTimeOffset StartedAt,
    Guid? BaseId,
    int Roster,
    long FirstKey,
    ScanCheckpoint At,
    int People,
    ReadingCost Cost,
    string? UsersMark,
    bool CancelRequested);

/// <summary>How far a scan is.</summary>
/// <param name="Stage">What it does.</param>
/// <param name="Link">Where to go on reading; <see langword="null"/> to begin the stage.</param>
/// <param name="NextKey">The key that the next person gets.</param>
/// <param name="IndexedTo">Up to which key people can be found.</param>
/// <param name="PeopleExpected">How many people there are; <see langword="null"/> when nobody told.</param>
/// <param name="Revision">Counts up with every save.</param>
/// <param name="SkuId">The product whose holders' plans are being read.</param>
public sealed record ScanCheckpoint(
    ScanStage Stage, string? Link, long NextKey, long IndexedTo, int? PeopleExpected, int Revision, Guid? SkuId = null)
{
    /// <summary>The same scan in a stage.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="link">Where to go on reading in it.</param>
    /// <param name="skuId">The product whose holders' plans are read there.</param>
    public ScanCheckpoint In(ScanStage stage, string? link = null, Guid? skuId = null) => this with { Stage = stage, Link = link, SkuId = skuId };
}
