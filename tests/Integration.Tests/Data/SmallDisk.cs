using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace MeshReadiness.Integration.Tests.Data;

/// <summary>Keeps an SQLite file from growing, as a full disk would.</summary>
public sealed class SmallDisk : DbConnectionInterceptor
{
    private const string Unlimited = "4294967294";

    public bool IsFull { get; set; }

    // A limit below the file's size is taken as the file's size.
    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"PRAGMA max_page_count = {(IsFull ? "1" : Unlimited)}";
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
