using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Scanning;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Web.Components;

namespace MeshReadiness.Web.Features.Scans;

/// <summary>Scans in words.</summary>
internal static class ScanWords
{
    private static readonly ScanPhase[] Full =
        [ScanPhase.Tenant, ScanPhase.People, ScanPhase.Index, ScanPhase.Plans, ScanPhase.Changes, ScanPhase.Judging];

    private static readonly ScanPhase[] Incremental = [ScanPhase.Tenant, ScanPhase.Changes, ScanPhase.Judging];

    /// <summary>What the scan does now, in as few words as fit beside the tenant's name.</summary>
    public static string Short(ScanProgress progress) => progress switch
    {
        { Waiting: not null } => "Scan waits",
        { Phase: ScanPhase.Waiting } => "Scan starts",
        { Phase: ScanPhase.Tenant } => "Reading the tenant",
        { Phase: ScanPhase.People } => People(progress),
        { Phase: ScanPhase.Index } => "Putting people in order",
        { Phase: ScanPhase.Plans } => "Asking for unclear plans",
        { Phase: ScanPhase.Changes } => "Reading changes",
        _ => "Judging",
    };

    /// <summary>What the scan does now, in a line of its own.</summary>
    public static string Long(ScanProgress progress) => progress switch
    {
        { Phase: ScanPhase.Waiting } => "Starts in a moment",
        { Phase: ScanPhase.Tenant } => "Reading the tenant and its products",
        { Phase: ScanPhase.People } => $"{People(progress)} read",
        { Phase: ScanPhase.Index } => $"{Read(progress)}. Making them findable",
        { Phase: ScanPhase.Plans } => $"{Read(progress)}. Asking for plans that their licences don’t tell",
        { Phase: ScanPhase.Changes, Kind: ScanKind.Full } => $"{Read(progress)}. Catching up with what changed meanwhile",
        { Phase: ScanPhase.Changes, PeopleChanged: > 0 and var changed } => $"{Format.Count(changed, "person", "people")} with changes read so far",
        { Phase: ScanPhase.Changes } => "Asking what changed",
        _ => "Judging everybody, and making the snapshot visible",
    };

    /// <summary>What the scan goes through, in order.</summary>
    public static IReadOnlyList<ScanPhase> Phases(ScanKind kind) => kind is ScanKind.Full ? Full : Incremental;

    public static string Of(ScanPhase phase) => phase switch
    {
        ScanPhase.Waiting => "In line",
        ScanPhase.Tenant => "Tenant",
        ScanPhase.People => "People",
        ScanPhase.Index => "Order",
        ScanPhase.Plans => "Unclear plans",
        ScanPhase.Changes => "Changes",
        _ => "Verdicts",
    };

    /// <summary>How much a scan reads.</summary>
    public static string Of(ScanKind kind) => kind is ScanKind.Full ? "Everything" : "What changed";

    /// <summary>The kind as requests and records write it.</summary>
    public static string Name(ScanKind kind) => kind is ScanKind.Full ? "full" : "incremental";

    public static string Of(ScanTrigger trigger) => trigger switch
    {
        ScanTrigger.FirstRun => "First start",
        ScanTrigger.Manual => "On demand",
        _ => "Schedule",
    };

    /// <summary>Why it ran, and for whom where a person asked.</summary>
    public static string Reason(ScanTrigger trigger, Actor startedBy) =>
        startedBy == Actor.Portal ? Of(trigger) : $"{Of(trigger)}, {startedBy.DisplayName}";

    /// <summary>How a scan ended. One whose link had run out has failed at nothing: the next one stands for it.</summary>
    public static (Tone Tone, string Word) Result(SnapshotHead scan) => scan switch
    {
        { State: ScanState.Complete } when scan.Readings.Any(reading => reading.Problem is not null) => (Tone.Warn, "Partly read"),
        { State: ScanState.Complete } => (Tone.Good, "Complete"),
        _ when IsReplaced(scan) => (Tone.Neutral, "Replaced"),
        { State: ScanState.Failed } => (Tone.Bad, "Failed"),
        { State: ScanState.Cancelled } => (Tone.Warn, "Cancelled"),
        _ => (Tone.Unknown, "Running"),
    };

    /// <summary>What came of a scan, in a sentence or two.</summary>
    public static string What(SnapshotHead scan) => scan switch
    {
        _ when IsReplaced(scan) => $"{ScanProblems.MarkExpired} Everybody was read anew right after.",
        { Problem: { } problem } => problem.Detail,
        { Changes: { } changes } => What(changes) + Gaps(scan),
        _ => (Because(scan) ?? "Everybody was read.") + Gaps(scan),
    };

    /// <summary>Why everybody was read although changes were asked for.</summary>
    public static string? Because(SnapshotHead scan) => scan.KindBecause is { Length: > 0 } because
        ? $"Everybody was read anew because {char.ToLowerInvariant(because[0])}{because[1..]}"
        : null;

    /// <summary>Whether a full scan took its place because the link to ask for changes had run out.</summary>
    public static bool IsReplaced(SnapshotHead scan) =>
        scan is { Kind: ScanKind.Incremental, State: ScanState.Failed, Problem.Kind: ProblemKind.Expired };

    public static string Of(TenantTopic topic) => topic switch
    {
        TenantTopic.Organization => "Organisation",
        TenantTopic.SubscribedSkus => "Products and seats",
        TenantTopic.Policies => "Conditional Access policies",
        TenantTopic.NamedLocations => "Named locations",
        TenantTopic.Groups => "Groups that matter",
        TenantTopic.GroupCreation => "Who may create groups",
        TenantTopic.Roles => "Role holders",
        TenantTopic.Subscriptions => "Purchases and trials",
        TenantTopic.GuestInvitations => "Guest invitations",
        TenantTopic.CrossTenantAccess => "Partner organisations",
        TenantTopic.GuestSignIns => "First sign-ins of guests",
        TenantTopic.Applications => "Microsoft Mesh Services",
        TenantTopic.TeamsApps => "Teams apps",
        TenantTopic.TeamsPolicies => "Teams policies",
        TenantTopic.MobileApps => "Apps of device management",
        TenantTopic.Headsets => "Headsets",
        TenantTopic.SignIns => "Sign-ins to Mesh",
        TenantTopic.Devices => "Devices",
        TenantTopic.PolicyMembers => "Who policies name",
        _ => "People",
    };

    private static string What(PeopleChanges changes)
    {
        var parts = new[] { (changes.Added, "added"), (changes.Changed, "changed"), (changes.Removed, "removed") }
            .Where(part => part.Item1 > 0)
            .Select(part => $"{Format.Number(part.Item1)} {part.Item2}")
            .ToList();

        return parts.Count == 0 ? "Nobody changed." : string.Join(", ", parts) + ".";
    }

    private static string Gaps(SnapshotHead scan)
    {
        var gaps = scan.Readings.Where(reading => reading.Problem is not null).Select(reading => Of(reading.Topic)).ToList();
        return gaps.Count == 0 ? "" : $" {Format.Count(gaps.Count, "part", "parts")} could not be read: {string.Join(", ", gaps)}.";
    }

    // Whoever comes on two pages is sorted out later, so that for a while there may be more than there are.
    private static string People(ScanProgress progress) => progress.PeopleExpected is { } expected
        ? $"{Format.Number(Math.Min(progress.PeopleRead, expected))} of {Format.Count(expected, "person", "people")}"
        : Format.Count(progress.PeopleRead, "person", "people");

    private static string Read(ScanProgress progress) => $"{Format.Count(progress.PeopleRead, "person", "people")} read";
}
