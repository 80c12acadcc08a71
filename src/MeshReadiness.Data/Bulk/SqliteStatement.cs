using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace MeshReadiness.Data;

/// <summary>
/// A statement that is prepared once and run for many rows. It speaks to SQLite itself: the provider's commands make a
/// reader and a box for every value, which at millions of rows costs more than the rows. Runs in whatever transaction the
/// connection has.
/// </summary>
internal sealed class SqliteStatement : IDisposable
{
    private const int StackBytes = 512;

    private readonly sqlite3 _connection;
    private readonly sqlite3_stmt _statement;

    public SqliteStatement(SqliteConnection connection, string sql)
    {
        _connection = connection.Handle!;
        Check(raw.sqlite3_prepare_v2(_connection, sql, out _statement));
    }

    /// <summary>Sets a parameter, counted from 1.</summary>
    public void Bind(int parameter, long? value) =>
        Check(value is { } number ? raw.sqlite3_bind_int64(_statement, parameter, number) : raw.sqlite3_bind_null(_statement, parameter));

    /// <summary>Sets a parameter, counted from 1. SQLite takes a copy.</summary>
    public void Bind(int parameter, ReadOnlySpan<char> value)
    {
        Span<byte> stack = stackalloc byte[StackBytes];
        var bytes = Encoding.UTF8.GetMaxByteCount(value.Length) <= StackBytes ? stack : new byte[Encoding.UTF8.GetByteCount(value)];
        Check(raw.sqlite3_bind_text(_statement, parameter, bytes[..Encoding.UTF8.GetBytes(value, bytes)]));
    }

    /// <summary>Sets a parameter, counted from 1.</summary>
    public void Bind(int parameter, string? value)
    {
        if (value is null)
        {
            Check(raw.sqlite3_bind_null(_statement, parameter));
        }
        else
        {
            Bind(parameter, value.AsSpan());
        }
    }

    /// <summary>Sets a parameter, counted from 1, to a value of a type that this provider stores.</summary>
    public void BindAny(int parameter, object? value)
    {
        switch (value)
        {
            case null or string:
                Bind(parameter, (string?)value);
                break;
            case byte[] bytes:
                Check(raw.sqlite3_bind_blob(_statement, parameter, bytes));
                break;
            default:
                Bind(parameter, Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
        }
    }

    /// <summary>Runs the statement with the values that were set.</summary>
    /// <exception cref="SqliteException">The database refused it.</exception>
    public void Run()
    {
        var result = raw.sqlite3_step(_statement);
        raw.sqlite3_reset(_statement);

        if (result != raw.SQLITE_DONE)
        {
            Check(result);
        }
    }

    public void Dispose() => _statement.Dispose();

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, _connection);
}
