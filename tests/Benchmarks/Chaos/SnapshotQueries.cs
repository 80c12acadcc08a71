namespace MeshReadiness.Benchmarks.Chaos;

/// <summary>What of a snapshot is told with what it points at. <c>Here</c> is the current one, <c>Visible</c> its people.</summary>
internal static class SnapshotQueries
{
    private const string Profile = "p.UserType, p.AccountEnabled, p.Invitation, p.HasUsageLocation, h.Json, (SELECT Json FROM Memberships WHERE Id = p.MembershipsId) AS Memberships";

    public static IReadOnlyList<(string Name, string Sql)> All { get; } =
    [
        ("Snapshot", "SELECT State, PlaybookId, PlaybookVersion, TenantId, TenantName, TenantType, TenantCountry, TenantDomain, People, IsEmptied, ProblemDetail FROM Here"),
        ("Person", $"""
            SELECT v.Id, v.DisplayName, v.UserPrincipalName, v.Mail, v.SortName, {Profile},
                (SELECT Text FROM Labels WHERE Id = v.DepartmentId) AS Department, (SELECT Text FROM Labels WHERE Id = v.JobTitleId) AS JobTitle,
                (SELECT Text FROM Labels WHERE Id = v.OfficeLocationId) AS Office, (SELECT Text FROM Labels WHERE Id = v.CountryId) AS Country,
                (SELECT Text FROM Labels WHERE Id = v.UsageLocationId) AS UsageLocation
            FROM Visible v LEFT JOIN Profiles p ON p.Id = v.ProfileId LEFT JOIN Holdings h ON h.Id = p.HoldingsId
            """),
        ("FoundById", "SELECT i.Id FROM PeopleById i JOIN Visible v ON v.Key = i.Key AND v.Id = i.Id JOIN Here h ON h.Roster = i.Roster"),
        ("FoundByName", """
            SELECT v.Id, n.SortName FROM PeopleByName n JOIN Visible v ON v.Key = n.Key AND v.ProfileId = n.ProfileId JOIN Here h ON h.Roster = n.Roster
            """),
        ("FoundByWord", "SELECT v.Id, i.term FROM temp.Instances i JOIN Visible v ON v.Key = i.doc"),
        ("Profiles", $"""
            SELECT s.Footprint, s.People, {Profile}
            FROM SnapshotProfiles s JOIN Here ON Here.Id = s.SnapshotId LEFT JOIN Profiles p ON p.Id = s.ProfileId LEFT JOIN Holdings h ON h.Id = p.HoldingsId
            """),
        ("GroupCounts", """
            SELECT g.Dimension, l.Text, g.Footprint, g.People FROM GroupCounts g JOIN Here ON Here.Id = g.SnapshotId LEFT JOIN Labels l ON l.Id = g.LabelId
            WHERE g.People > 0
            """),
        ("Products", """
            SELECT hex(k.SkuId) AS Sku, h.Json FROM HoldingsSkus k JOIN Holdings h ON h.Id = k.HoldingsId
            WHERE EXISTS (SELECT 1 FROM Profiles p JOIN Visible v ON v.ProfileId = p.Id WHERE p.HoldingsId = h.Id)
            """),

        // What nobody can see any more and nothing leads to, or what leads nowhere.
        ("Lost", """
            SELECT p.Id FROM People p WHERE NOT EXISTS (
                SELECT 1 FROM Snapshots s WHERE s.State = (SELECT State FROM Here) AND s.Roster = p.Key >> 32 AND p.Since <= s.Number AND p."Until" > s.Number)
            """),
        ("LostId", "SELECT Id FROM PeopleById WHERE Key NOT IN (SELECT Key FROM People)"),
        ("LostName", "SELECT SortName FROM PeopleByName WHERE Key NOT IN (SELECT Key FROM People)"),
        ("LostWord", "SELECT doc FROM temp.Instances WHERE doc NOT IN (SELECT Key FROM People)"),
        ("Unfinished", "SELECT Stage FROM ScanCheckpoints"),
    ];
}
