using System.Collections.Immutable;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Core.Scanning;

/// <summary>A snapshot and the scan that made it, without its contents.</summary>
/// <param name="Id">The snapshot's id; also the scan's.</param>
/// <param name="Trigger">Why the scan was started.</param>
/// <param name="StartedBy">Who started it.</param>
/// <param name="StartedAt">When it started, in UTC.</param>
/// <param name="EndedAt">When it ended, in UTC; <see langword="null"/> while it runs.</param>
/// <param name="State">How far it is, or how it ended.</param>
/// <param name="Problem">Why it failed or was cancelled; <see langword="null"/> otherwise.</param>
/// <param name="PlaybookId">The playbook that it was judged by.</param>
/// <param name="PlaybookVersion">That playbook's version.</param>
/// <param name="Tenant">The tenant, once it was read.</param>
/// <param name="People">How many people are stored.</param>
/// <param name="Readings">What came of each topic, in the order in which they were read.</param>
/// <param name="Kind">How the people were read.</param>
/// <param name="KindBecause">Why it is full although an incremental scan was asked for; <see langword="null"/> otherwise.</param>
/// <param name="Changes">How the people differ from the snapshot before, for an incremental scan.</param>
/// <param name="Cost">What the scan asked of the tenant.</param>
public sealed record SnapshotHead(
    Guid Id,
    ScanTrigger Trigger,
    Actor StartedBy,
    DateTimeOffset StartedAt,
    DateTimeOffset? EndedAt,
    ScanState State,
    Problem? Problem,
    string PlaybookId,
    int PlaybookVersion,
    OrganizationFacts? Tenant,
    int People,
    ImmutableArray<TopicReading> Readings,
    ScanKind Kind,
    string? KindBecause,
    PeopleChanges? Changes,
    ReadingCost Cost)
{
    /// <summary>The moment that it speaks of, in UTC: its scan's end, or its start while there is no end.</summary>
    public DateTimeOffset AsOf => EndedAt ?? StartedAt;
}

/// <summary>Why a scan was started.</summary>
public enum ScanTrigger
{
    /// <summary>There was no snapshot yet.</summary>
    FirstRun,

    /// <summary>An admin asked for it.</summary>
    Manual,

    /// <summary>It was due.</summary>
    Schedule,
}

/// <summary>How a scan reads people.</summary>
public enum ScanKind
{
    /// <summary>Everybody anew.</summary>
    Full,

    /// <summary>Only what changed since the scan before, by Graph's delta queries.</summary>
    Incremental,
}

/// <summary>How people differ from one snapshot to the next.</summary>
/// <param name="Added">People who were not there.</param>
/// <param name="Changed">People of whom something that a scan reads is different.</param>
/// <param name="Removed">People who are gone.</param>
public sealed record PeopleChanges(int Added, int Changed, int Removed);

/// <summary>How far a scan is, or how it ended.</summary>
public enum ScanState
{
    /// <summary>Still reading; readers don't see its snapshot.</summary>
    Running,

    /// <summary>Whole. The newest complete snapshot is the one that readers see.</summary>
    Complete,

    /// <summary>Ended by a problem; the snapshot before it stays.</summary>
    Failed,

    /// <summary>Ended by a person or by the portal's shutdown; the snapshot before it stays.</summary>
    Cancelled,
}

/// <summary>Who does something.</summary>
/// <param name="ObjectId">The directory's object id; the only thing of a person that logs may hold.</param>
/// <param name="DisplayName">The name for screens.</param>
public sealed record Actor(string ObjectId, string DisplayName)
{
    /// <summary>The portal itself, for what nobody asked for.</summary>
    public static Actor Portal { get; } = new("portal", "MeshReadiness");
}
