using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace MeshReadiness.Data;

/// <summary>Says at start which key is wrong. A connection string is never repeated: it may hold a password.</summary>
internal sealed class DatabaseOptionsValidator : IValidateOptions<DatabaseOptions>
{
    private const string SqlServerExample = "Server=sql.example.org;Database=MeshReadiness;Authentication=Active Directory Default";
    private const string SqliteExample = "Data Source=/var/lib/meshreadiness/meshreadiness.db";

    public ValidateOptionsResult Validate(string? name, DatabaseOptions options)
    {
        List<string> wrong = [];

        if (!Enum.IsDefined(options.Provider))
        {
            wrong.Add("Set Database:Provider to Sqlite or SqlServer, for example Sqlite.");
        }

        if (options.Provider is DatabaseProvider.SqlServer && string.IsNullOrWhiteSpace(options.ConnectionString))
        {
            wrong.Add($"Set Database:ConnectionString, for example {SqlServerExample}, because Database:Provider is SqlServer.");
        }
        else if (!string.IsNullOrWhiteSpace(options.ConnectionString) && !CanBeRead(options))
        {
            wrong.Add("Database:ConnectionString can't be read as a connection string for "
                + $"{options.Provider}. Write it like {(options.Provider is DatabaseProvider.SqlServer ? SqlServerExample : SqliteExample)}.");
        }

        if (options.Provider is DatabaseProvider.Sqlite
            && string.IsNullOrWhiteSpace(options.ConnectionString) && string.IsNullOrWhiteSpace(options.Folder))
        {
            wrong.Add("Set Database:Folder, for example data, or leave it out to use that.");
        }

        if (options.BusyTimeoutSeconds is < 1 or > 600)
        {
            wrong.Add("Set Database:BusyTimeoutSeconds to a number from 1 to 600, for example 15.");
        }

        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private static bool CanBeRead(DatabaseOptions options)
    {
        try
        {
            DbConnectionStringBuilder read = options.Provider is DatabaseProvider.SqlServer
                ? new SqlConnectionStringBuilder(options.ConnectionString)
                : new SqliteConnectionStringBuilder(options.ConnectionString);
            return read.Count > 0;
        }
        catch (Exception error) when (error is ArgumentException or FormatException or KeyNotFoundException)
        {
            return false;
        }
    }
}
