using System.Globalization;
using MeshReadiness.Core.Scanning;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace MeshReadiness.Integration.Tests.Data;

/// <summary>A database of the first version is brought up to date: what people wrote and the history stay, its people are read anew.</summary>
public sealed class EarlierDatabaseTests : IAsyncLifetime
{
    private const string First = "20261123123418_Initial";
    private static readonly string[] Emptied =
        ["Footprints", "FootprintVerdicts", "SubscribedSkus", "Groups", "Policies", "NamedLocations", "TenantParts", "People", "CurrentSnapshot"];

    private readonly TestFolder _folder = new();
    private TestDatabase _database = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = TestDatabase.Sqlite(_folder.Path);
        await using var db = _database.Open();
        await db.GetService<IMigrator>().MigrateAsync(First, Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task The_audit_record_and_the_history_stay_and_the_numbers_follow_the_time()
    {
        using var file = Open();
        AddSnapshot(file, 3, minute: 20, "Complete");
        AddSnapshot(file, 1, minute: 10, "Failed");
        AddSnapshot(file, 2, minute: 10, "Complete");
        AddSnapshot(file, 4, minute: 30, "Running");
        Add(file, "CurrentSnapshot", ("Slot", 1), ("SnapshotId", Id(3)));
        Add(file, "AuditEntries", ("Id", 1), ("At", 5), ("Action", "scan.started"), ("Subject", "s"), ("ActorName", "Ada"));
        Add(file, "AuditEntries", ("Id", 2), ("At", 6), ("Action", "scan.ended"), ("Subject", "s"), ("ActorName", "Bo"));

        foreach (var table in Emptied.Where(table => table != "CurrentSnapshot"))
        {
            Add(file, table, ("SnapshotId", Id(3)));
        }

        Add(file, "Reports", ("SnapshotId", Id(3)), ("Ready", 17));
        Add(file, "SnapshotReadings", ("SnapshotId", Id(3)));
        const string Lines = "SELECT Id, At, ActorId, ActorName, Action, Subject, Detail FROM AuditEntries ORDER BY Id";
        var audit = Read(file, Lines);
        file.Close();

        TestScan.Ok(await _database.Preparation.PrepareAsync(Cancel));

        using var after = Open();
        Assert.Equal(audit, Read(after, Lines));
        Assert.Equal(
            ["1 01 Failed 1 Full", "2 02 Complete 1 Full", "3 03 Complete 1 Full", "4 04 Failed 1 Full"],
            Read(after, "SELECT Number, hex(substr(Id, 16)), State, IsEmptied, Kind FROM Snapshots ORDER BY Number"));
        Assert.All(Emptied, table => Assert.Equal(["0"], Read(after, $"SELECT COUNT(*) FROM \"{table}\"")));
        Assert.Equal(["17"], Read(after, "SELECT Ready FROM Reports"));
        Assert.Equal(["1"], Read(after, "SELECT COUNT(*) FROM SnapshotReadings"));
        Assert.Equal(["ok"], Read(after, "PRAGMA integrity_check"));
        Assert.Empty(Read(after, "PRAGMA foreign_key_check"));
    }

    [Fact]
    public async Task Afterwards_nothing_is_current_nothing_runs_and_the_next_scan_is_of_everybody()
    {
        using (var file = Open())
        {
            AddSnapshot(file, 1, minute: 10, "Complete");
            AddSnapshot(file, 2, minute: 20, "Running");
            Add(file, "CurrentSnapshot", ("Slot", 1), ("SnapshotId", Id(1)));
        }

        TestScan.Ok(await _database.Preparation.PrepareAsync(Cancel));

        Assert.Null(await _database.Store.CurrentAsync(Cancel));
        Assert.Null((await _database.Writer.ResumeAsync(Cancel)).Value);
        Assert.Equal(2, (await _database.Store.RecentScansAsync(9, Cancel)).Length);
        var scan = await _database.BeginAsync(ScanKind.Incremental);
        Assert.Equal((3, ScanKind.Full), (scan.Scan.Number, scan.Scan.Kind));
        await scan.SaveTenantAsync();
        await scan.ReadAsync(TestPeople.Numbers(1, 5));
        Assert.Equal(5, (await _database.CompleteAsync(scan)).People);
        Assert.Equal(0, await _database.Writer.RemoveOldAsync(keep: 1, Cancel));
    }

    private static byte[] Id(byte last) => [.. new byte[15], last];

    private static void AddSnapshot(SqliteConnection file, byte id, int minute, string state) => Add(
        file, "Snapshots", ("Id", Id(id)), ("StartedAt", TimeSpan.TicksPerMinute * minute), ("State", state), ("Trigger", "Manual"), ("People", 7));

    private SqliteConnection Open()
    {
        var file = new SqliteConnection($"Data Source={_folder.DatabaseFile};Pooling=False");
        file.Open();
        return file;
    }

    // What isn't given and can't be left out is empty.
    private static void Add(SqliteConnection file, string table, params (string Column, object Value)[] given)
    {
        var columns = Read(file, $"SELECT name, type, \"notnull\" FROM pragma_table_info('{table}')").Select(row => row.Split(' ')).ToList();
        var values = columns.Select(column => given.FirstOrDefault(item => item.Column == column[0]).Value
            ?? (column[2] == "0" ? DBNull.Value : column[1] switch { "INTEGER" => 0, "BLOB" => Array.Empty<byte>(), _ => "" })).ToList();
        Assert.All(given, item => Assert.Contains(item.Column, columns.Select(column => column[0])));
        using var insert = file.CreateCommand();
#pragma warning disable CA2100 // Names come from the file itself.
        insert.CommandText = $"INSERT INTO \"{table}\" VALUES ({string.Join(", ", values.Select((_, index) => $"$p{index}"))})";
#pragma warning restore CA2100

        foreach (var (index, value) in values.Index())
        {
            insert.Parameters.AddWithValue($"$p{index}", value);
        }

        insert.ExecuteNonQuery();
    }

    private static List<string> Read(SqliteConnection file, string sql)
    {
        using var command = file.CreateCommand();
#pragma warning disable CA2100 // Names come from this file.
        command.CommandText = sql;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        List<string> rows = [];

        while (reader.Read())
        {
            rows.Add(string.Join(' ', Enumerable.Range(0, reader.FieldCount).Select(column =>
                reader.GetValue(column) is byte[] bytes ? Convert.ToHexString(bytes) : Convert.ToString(reader.GetValue(column), CultureInfo.InvariantCulture))));
        }

        return rows;
    }
}
