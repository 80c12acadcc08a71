using MeshReadiness.Core.Scanning;

namespace MeshReadiness.Web.Features.Scans;

/// <summary>How far the running scan is. Immutable, so every open page can read it at any time.</summary>
/// <param name="Trigger">Why it runs.</param>
/// <param name="StartedBy">Who started it.</param>
/// <param name="StartedAt">When, in UTC.</param>
/// <param name="Phase">What it does now.</param>
/// <param name="PeopleRead">How many people are stored so far.</param>
/// <param name="PeopleExpected">How many there are in all; <see langword="null"/> until the tenant has told.</param>
public sealed record ScanProgress(
    ScanTrigger Trigger, Actor StartedBy, DateTimeOffset StartedAt, ScanPhase Phase, int PeopleRead, int? PeopleExpected)
{
    /// <summary>How much of the work is done, 0 to 100; <see langword="null"/> while nobody can say.</summary>
    public double? Percent => (Phase, PeopleExpected) switch
    {
        (ScanPhase.Waiting or ScanPhase.Tenant, _) => 0,
        (ScanPhase.Judging, _) => 100,
        (_, > 0) => Math.Min(100, 100.0 * PeopleRead / PeopleExpected.Value),
        _ => null,
    };
}

/// <summary>What a scan does, in order.</summary>
public enum ScanPhase
{
    /// <summary>In line, not started.</summary>
    Waiting,

    /// <summary>Reading the tenant, its products, policies and groups.</summary>
    Tenant,

    /// <summary>Reading people, page by page.</summary>
    People,

    /// <summary>Judging what was read and making it visible.</summary>
    Judging,
}
