using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace MeshReadiness.Data;

/// <summary>
/// A statement that is prepared once and run for many rows, or read again and again. It speaks to SQLite itself: the
/// provider's commands make a reader and a box for every value, which at millions of rows costs more than the rows. Runs in
/// whatever transaction the connection has.
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

    /// <summary>Goes on to the next row; behind the last one the statement is ready to be run anew.</summary>
    /// <exception cref="SqliteException">The database refused it.</exception>
    public bool Next()
    {
        var result = raw.sqlite3_step(_statement);

        if (result == raw.SQLITE_ROW)
        {
            return true;
        }

        raw.sqlite3_reset(_statement);

        if (result != raw.SQLITE_DONE)
        {
            Check(result);
        }

        return false;
    }

    /// <summary>Reads no further, so that the statement holds nothing.</summary>
    public void Reset() => raw.sqlite3_reset(_statement);

    /// <summary>A number of the row; columns count from 0.</summary>
    public long Long(int column) => raw.sqlite3_column_int64(_statement, column);

    /// <summary>A number of the row, or nothing.</summary>
    public int? Int(int column) => IsNull(column) ? null : raw.sqlite3_column_int(_statement, column);

    /// <summary>A text of the row, or nothing.</summary>
    public string? Text(int column) => IsNull(column) ? null : raw.sqlite3_column_text(_statement, column).utf8_to_string();

    /// <summary>Bytes of the row; good until the next one.</summary>
    public ReadOnlySpan<byte> Blob(int column) => raw.sqlite3_column_blob(_statement, column);

    public void Dispose() => _statement.Dispose();

    private bool IsNull(int column) => raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL;

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, _connection);
}
