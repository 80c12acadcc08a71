using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Scanning;
using MeshReadiness.Data;

namespace MeshReadiness.Web.Features.Scans;

/// <summary>How far the running scan is. Immutable, so every open page can read it at any time.</summary>
/// <param name="Trigger">Why it runs.</param>
/// <param name="StartedBy">Who started it.</param>
/// <param name="StartedAt">When, in UTC.</param>
/// <param name="Kind">How it reads people.</param>
/// <param name="Phase">What it does now.</param>
/// <param name="PeopleRead">How many people are stored so far.</param>
/// <param name="PeopleExpected">How many there are in all; <see langword="null"/> until the tenant has told.</param>
/// <param name="Waiting">Why it can't go on at the moment; <see langword="null"/> while it can.</param>
/// <param name="PeopleChanged">Of an incremental scan, how many people it has stored anew so far.</param>
public sealed record ScanProgress(
    ScanTrigger Trigger,
    Actor StartedBy,
    DateTimeOffset StartedAt,
    ScanKind Kind,
    ScanPhase Phase,
    int PeopleRead,
    int? PeopleExpected,
    ScanWait? Waiting = null,
    int PeopleChanged = 0)
{
    private const double PeopleShare = 90;

    // Members of what policies name are read before the first of the people.
    private const double MembersShare = 1;

    /// <summary>How much of the work is done, 0 to 100; <see langword="null"/> while nobody can say.</summary>
    public double? Percent => (Phase, PeopleExpected) switch
    {
        (ScanPhase.Waiting or ScanPhase.Tenant, _) => 0,
        (ScanPhase.Index, _) => PeopleShare,
        (ScanPhase.Plans, _) => 94,
        (ScanPhase.Changes, _) => Kind is ScanKind.Full ? 96 : null,
        (ScanPhase.Judging, _) => 98,
        (_, > 0) => Math.Clamp(PeopleShare * PeopleRead / PeopleExpected.Value, MembersShare, PeopleShare),
        _ => null,
    };

    /// <summary>The same scan as its last checkpoint shows it.</summary>
    internal ScanProgress At(RunningScan scan) => this with
    {
        Trigger = scan.Trigger,
        StartedBy = scan.StartedBy,
        StartedAt = scan.StartedAt,
        Kind = scan.Kind,
        Phase = scan.At.Stage switch
        {
            ScanStage.Tenant => ScanPhase.Tenant,
            ScanStage.People => ScanPhase.People,
            ScanStage.Index => ScanPhase.Index,
            ScanStage.Plans => ScanPhase.Plans,
            ScanStage.Changes => ScanPhase.Changes,
            _ => ScanPhase.Judging,
        },
        PeopleRead = scan.People,
        PeopleExpected = scan.At.PeopleExpected,
        PeopleChanged = scan.Kind is ScanKind.Incremental ? (int)(scan.At.NextKey - scan.FirstKey) : 0,
    };
}

/// <summary>A scan that waits for something to pass.</summary>
/// <param name="Reason">What it waits for, in a sentence.</param>
/// <param name="Until">When it tries again, in UTC.</param>
public sealed record ScanWait(string Reason, DateTimeOffset Until)
{
    /// <summary>What problems advise whoever reads them. A scan that waits does it by itself.</summary>
    private static readonly string[] Advice = [" Start the scan again", " and start the scan again", ", then try again"];

    /// <summary>Waits for a problem to pass.</summary>
    internal static ScanWait For(Problem problem, DateTimeOffset until)
    {
        var sentence = problem.Detail;

        foreach (var advice in Advice)
        {
            // Advice ends the sentence that it stands in, and the sentence ends the problem.
            var at = sentence.IndexOf(advice, StringComparison.Ordinal);
            sentence = at < 0 ? sentence : sentence[..at].TrimEnd('.') + ".";
        }

        return new(sentence, until);
    }
}

/// <summary>What a scan does, in order.</summary>
public enum ScanPhase
{
    /// <summary>In line, not started.</summary>
    Waiting,

    /// <summary>Reading the tenant and its products.</summary>
    Tenant,

    /// <summary>Reading people, page by page.</summary>
    People,

    /// <summary>Making people findable.</summary>
    Index,

    /// <summary>Reading plans that licences don't tell.</summary>
    Plans,

    /// <summary>Reading what changed.</summary>
    Changes,

    /// <summary>Judging what was read and making it visible.</summary>
    Judging,
}
