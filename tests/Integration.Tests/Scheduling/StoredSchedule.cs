using MeshReadiness.Integration.Tests.Data;
using Microsoft.Data.Sqlite;

namespace MeshReadiness.Integration.Tests.Scheduling;

/// <summary>The scheduler's tables in a folder's database file, past the scheduler.</summary>
internal static class StoredSchedule
{
    /// <summary>The triggers that are stored, with their cron expressions.</summary>
    public static IReadOnlyDictionary<string, string> Crons(TestFolder folder)
    {
        using var connection = Open(folder);
        using var command = new SqliteCommand("SELECT TRIGGER_NAME, CRON_EXPRESSION FROM QRTZ_CRON_TRIGGERS", connection);
        using var reader = command.ExecuteReader();
        var crons = new Dictionary<string, string>();

        while (reader.Read())
        {
            crons.Add(reader.GetString(0), reader.GetString(1));
        }

        return crons;
    }

    /// <summary>Turns the clock back: all schedules have been due since then.</summary>
    public static void MakeDueSince(TestFolder folder, DateTimeOffset moment)
    {
        using var connection = Open(folder);
        using var command = new SqliteCommand(
            "UPDATE QRTZ_TRIGGERS SET START_TIME = @moment, NEXT_FIRE_TIME = @moment WHERE TRIGGER_TYPE = 'CRON'", connection);
        command.Parameters.AddWithValue("@moment", moment.UtcTicks);
        command.ExecuteNonQuery();
    }

    /// <summary>Keeps everybody else from writing until it is disposed.</summary>
    public static IDisposable Lock(TestFolder folder)
    {
        var connection = Open(folder);
        using var command = new SqliteCommand("BEGIN IMMEDIATE", connection);
        command.ExecuteNonQuery();
        return connection;
    }

    private static SqliteConnection Open(TestFolder folder)
    {
        var connection = new SqliteConnection($"Data Source={folder.DatabaseFile};Pooling=False");
        connection.Open();
        return connection;
    }
}
