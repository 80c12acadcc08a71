using MeshReadiness.Core.Scanning;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Web.Components;

namespace MeshReadiness.Web.Features.Scans;

/// <summary>Scans in words.</summary>
internal static class ScanWords
{
    public static string Short(ScanProgress progress) => progress.Phase switch
    {
        ScanPhase.Waiting => "Scan starts",
        ScanPhase.Tenant => "Reading the tenant",
        ScanPhase.People => progress.PeopleExpected is { } expected
            ? $"{Format.Number(progress.PeopleRead)} of {Format.Count(expected, "person", "people")}"
            : Format.Count(progress.PeopleRead, "person", "people"),
        ScanPhase.Index => "Putting people in order",
        ScanPhase.Plans => "Asking for unclear plans",
        ScanPhase.Changes => "Reading changes",
        _ => "Judging",
    };

    public static string Of(ScanTrigger trigger) => trigger switch
    {
        ScanTrigger.FirstRun => "First start",
        ScanTrigger.Manual => "On demand",
        _ => "Schedule",
    };

    public static (Tone Tone, string Word) Of(ScanState state) => state switch
    {
        ScanState.Complete => (Tone.Good, "Complete"),
        ScanState.Failed => (Tone.Bad, "Failed"),
        ScanState.Cancelled => (Tone.Warn, "Cancelled"),
        _ => (Tone.Unknown, "Running"),
    };

    public static string Of(TenantTopic topic) => topic switch
    {
        TenantTopic.Organization => "Organisation",
        TenantTopic.SubscribedSkus => "Products and seats",
        TenantTopic.Policies => "Conditional Access policies",
        TenantTopic.NamedLocations => "Named locations",
        TenantTopic.Groups => "Groups that matter",
        _ => "People",
    };
}
