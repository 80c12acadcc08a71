using MeshReadiness.SampleTenant.Company;

namespace MeshReadiness.SampleTenant.Scenarios;

/// <summary>Who is in a directory, by shares of a thousand.</summary>
internal static class Staffing
{
    public static readonly Weighted<PersonKind> Usual = new(
        (860, PersonKind.Member), (40, PersonKind.Guest), (20, PersonKind.PendingGuest), (40, PersonKind.Disabled), (10, PersonKind.Room),
        (10, PersonKind.SharedMailbox), (8, PersonKind.ServiceAccount), (6, PersonKind.ExternalMember), (6, PersonKind.MeetingRoom));

    public static readonly Weighted<PersonKind> Tidy = new(
        (900, PersonKind.Member), (40, PersonKind.Guest), (30, PersonKind.Disabled), (15, PersonKind.Room), (15, PersonKind.SharedMailbox));
}
