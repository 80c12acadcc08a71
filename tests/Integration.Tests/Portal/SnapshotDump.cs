using Microsoft.Data.Sqlite;

namespace MeshReadiness.Integration.Tests.Portal;

/// <summary>
/// Writes down everything that a database file stores of its current snapshot, whatever the tables are called: a line
/// per row, sorted. Left out is what differs between two scans of the same tenant: ids of the scan, times, who asked.
/// </summary>
internal static class SnapshotDump
{
    private static readonly string[] OfTheScan =
    [
        "SnapshotId", "Trigger", "StartedById", "StartedByName", "StartedAt", "TouchedAt", "EndedAt", "ReadAt", "Since", "Number", "Kind", "KindBecause",
        "Roster", "FirstKey", "BaseId", "UsersMark", "GroupsMark", "Added", "Changed", "Removed", "Calls", "Bytes", "Units", "Retries", "Throttled", "Waited",
    ];

    // Numbers that stand for something are written out.
    private const string People =
        """
        SELECT p.Id, p.DisplayName, p.UserPrincipalName, p.Mail, p.SortName, r.UserType, r.AccountEnabled, r.Invitation, r.HasUsageLocation, h.Json, m.Json AS Memberships,
            d.Text AS Department, j.Text AS JobTitle, o.Text AS Office, c.Text AS Country, u.Text AS UsageLocation
        FROM Snapshots s JOIN People p ON p.Key >> 32 = s.Roster AND p.Since <= s.Number AND p.Until > s.Number
        JOIN Profiles r ON r.Id = p.ProfileId JOIN Holdings h ON h.Id = r.HoldingsId LEFT JOIN Memberships m ON m.Id = r.MembershipsId
        JOIN PeopleById i ON i.Roster = s.Roster AND i.Id = p.Id AND i.Key = p.Key
        JOIN PeopleByName n ON n.Roster = s.Roster AND n.SortName = p.SortName AND n.Key = p.Key AND n.ProfileId = p.ProfileId
        LEFT JOIN Labels d ON d.Id = p.DepartmentId LEFT JOIN Labels j ON j.Id = p.JobTitleId LEFT JOIN Labels o ON o.Id = p.OfficeLocationId
        LEFT JOIN Labels c ON c.Id = p.CountryId LEFT JOIN Labels u ON u.Id = p.UsageLocationId
        WHERE s.Id IN (SELECT SnapshotId FROM CurrentSnapshot)
        """;

    private const string Profiles =
        """
        SELECT r.UserType, r.AccountEnabled, r.Invitation, r.HasUsageLocation, h.Json, m.Json AS Memberships, s.Footprint, s.People
        FROM SnapshotProfiles s JOIN Profiles r ON r.Id = s.ProfileId JOIN Holdings h ON h.Id = r.HoldingsId
        LEFT JOIN Memberships m ON m.Id = r.MembershipsId
        WHERE s.SnapshotId IN (SELECT SnapshotId FROM CurrentSnapshot)
        """;

    private const string Groups =
        """
        SELECT g.Dimension, l.Text, g.Footprint, g.People FROM GroupCounts g LEFT JOIN Labels l ON l.Id = g.LabelId
        WHERE g.SnapshotId IN (SELECT SnapshotId FROM CurrentSnapshot)
        """;

    // What belongs to no complete snapshot.
    private const string Nobodys =
        """
        SELECT 1 FROM People p WHERE NOT EXISTS (
            SELECT 1 FROM Snapshots s WHERE s.State = 'Complete' AND s.Roster = p.Key >> 32 AND p.Since <= s.Number AND p.Until > s.Number)
        UNION ALL SELECT 1 FROM PeopleById i WHERE i.Key NOT IN (SELECT Key FROM People)
        UNION ALL SELECT 1 FROM PeopleByName n WHERE n.Key NOT IN (SELECT Key FROM People)
        """;

    public static string Of(string databaseFile)
    {
        using var database = Open(databaseFile);
        var current = Rows(database, "SELECT hex(SnapshotId) AS Id FROM CurrentSnapshot", []).Single()["Id=".Length..];

        return string.Join('\n', Parts(database).Except(["SnapshotProfiles", "GroupCounts"])
            .SelectMany(table => Rows(database, $"SELECT * FROM \"{table}\" WHERE hex(SnapshotId) = '{current}'", OfTheScan).Select(row => $"{table}: {row}"))
            .Concat(Rows(database, $"SELECT * FROM Snapshots WHERE hex(Id) = '{current}'", [.. OfTheScan, "Id"]).Select(row => $"Snapshots: {row}"))
            .Concat(Rows(database, People, []).Select(row => $"People: {row}"))
            .Concat(Rows(database, Profiles, []).Select(row => $"SnapshotProfiles: {row}"))
            .Concat(Rows(database, Groups, []).Select(row => $"GroupCounts: {row}"))
            .Order(StringComparer.Ordinal));
    }

    /// <summary>How many rows are left of snapshots that never were whole, their heads and what came of their topics aside.</summary>
    public static int Leftovers(string databaseFile)
    {
        using var database = Open(databaseFile);

        return Rows(database, Nobodys, []).Count() + Parts(database)
            .Where(table => table != "SnapshotReadings")
            .Sum(table => Rows(
                database, $"SELECT 1 FROM \"{table}\" WHERE SnapshotId NOT IN (SELECT Id FROM Snapshots WHERE State = 'Complete')", []).Count());
    }

    private static SqliteConnection Open(string databaseFile)
    {
        var database = new SqliteConnection($"Data Source={databaseFile};Mode=ReadOnly;Pooling=False");
        database.Open();
        return database;
    }

    private static List<string> Parts(SqliteConnection database) => [.. Rows(
        database,
        "SELECT t.name FROM sqlite_master t JOIN pragma_table_info(t.name) c WHERE t.type = 'table' AND c.name = 'SnapshotId' AND t.name <> 'CurrentSnapshot'",
        []).Select(row => row["name=".Length..])];

    private static IEnumerable<string> Rows(SqliteConnection database, string sql, string[] without)
    {
        using var command = database.CreateCommand();
#pragma warning disable CA2100 // Table names come from the file itself.
        command.CommandText = sql;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();

        while (reader.Read())
        {
            yield return string.Join(" | ", Enumerable.Range(0, reader.FieldCount)
                .Where(column => !without.Contains(reader.GetName(column)))
                .Select(column => $"{reader.GetName(column)}={Text(reader.GetValue(column))}"));
        }
    }

    private static string Text(object value) => value switch
    {
        DBNull => "NULL",
        byte[] bytes => Convert.ToHexString(bytes),
        _ => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!.ReplaceLineEndings("\\n"),
    };
}
