using System.CommandLine;
using MeshReadiness.Benchmarks.Surroundings;
using MeshReadiness.Data;
using Microsoft.Data.Sqlite;

namespace MeshReadiness.Benchmarks.Chaos;

/// <summary>The hidden command of a process that takes the database for itself until its parent lets it go.</summary>
internal static class HoldLockCommand
{
    public const string Name = "hold-lock";

    public static Command Create()
    {
        var folder = ChildOptions.Folder();
        var command = new Command(Name, "Holds the database's lock, for the parent process.") { folder };
        command.Hidden = true;
        command.SetAction((parsed, cancellationToken) => HoldAsync(parsed.GetValue(folder)!, cancellationToken));
        return command;
    }

    private static async Task HoldAsync(string folder, CancellationToken cancellationToken)
    {
        await using var database = new SqliteConnection($"Data Source={Path.Combine(folder, DatabaseLocation.FileName)};Pooling=False;Default Timeout=60");
        await database.OpenAsync(cancellationToken);
        await using var command = database.CreateCommand();
        command.CommandText = "BEGIN EXCLUSIVE";
        await command.ExecuteNonQueryAsync(cancellationToken);
        Console.WriteLine("holds");
        await Console.In.ReadLineAsync(cancellationToken);
        command.CommandText = "ROLLBACK";
        await command.ExecuteNonQueryAsync(cancellationToken);
        Console.WriteLine("let go");
    }
}
