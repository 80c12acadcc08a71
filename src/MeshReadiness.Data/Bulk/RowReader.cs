using System.Collections;
using System.Data.Common;
using System.Globalization;

namespace MeshReadiness.Data;

/// <summary>Reads rows that are in memory as if they came from a database, which is what bulk copies take.</summary>
/// <typeparam name="T">The type of a row.</typeparam>
/// <param name="rows">The rows, taken one by one.</param>
/// <param name="columns">Name, type and value of each column.</param>
internal sealed class RowReader<T>(IEnumerable<T> rows, (string Name, Type Type, Func<T, object?> Value)[] columns) : DbDataReader
{
    private readonly IEnumerator<T> _rows = rows.GetEnumerator();
    private bool _isClosed;

    public override int FieldCount => columns.Length;

    public override bool HasRows => true;

    public override bool IsClosed => _isClosed;

    public override int Depth => 0;

    public override int RecordsAffected => -1;

    public override object this[int ordinal] => GetValue(ordinal);

    public override object this[string name] => GetValue(GetOrdinal(name));

    public override bool Read() => _rows.MoveNext();

    public override bool NextResult() => false;

    public override string GetName(int ordinal) => columns[ordinal].Name;

    public override int GetOrdinal(string name) => Array.FindIndex(columns, column => column.Name == name);

    public override Type GetFieldType(int ordinal) => columns[ordinal].Type;

    public override string GetDataTypeName(int ordinal) => columns[ordinal].Type.Name;

    public override object GetValue(int ordinal) => columns[ordinal].Value(_rows.Current) ?? DBNull.Value;

    public override bool IsDBNull(int ordinal) => columns[ordinal].Value(_rows.Current) is null;

    public override int GetValues(object[] values)
    {
        var count = Math.Min(values.Length, columns.Length);

        for (var ordinal = 0; ordinal < count; ordinal++)
        {
            values[ordinal] = GetValue(ordinal);
        }

        return count;
    }

    public override bool GetBoolean(int ordinal) => (bool)GetValue(ordinal);

    public override byte GetByte(int ordinal) => Convert.ToByte(GetValue(ordinal), CultureInfo.InvariantCulture);

    public override char GetChar(int ordinal) => (char)GetValue(ordinal);

    public override DateTime GetDateTime(int ordinal) => (DateTime)GetValue(ordinal);

    public override decimal GetDecimal(int ordinal) => Convert.ToDecimal(GetValue(ordinal), CultureInfo.InvariantCulture);

    public override double GetDouble(int ordinal) => Convert.ToDouble(GetValue(ordinal), CultureInfo.InvariantCulture);

    public override float GetFloat(int ordinal) => Convert.ToSingle(GetValue(ordinal), CultureInfo.InvariantCulture);

    public override Guid GetGuid(int ordinal) => (Guid)GetValue(ordinal);

    public override short GetInt16(int ordinal) => Convert.ToInt16(GetValue(ordinal), CultureInfo.InvariantCulture);

    public override int GetInt32(int ordinal) => Convert.ToInt32(GetValue(ordinal), CultureInfo.InvariantCulture);

    public override long GetInt64(int ordinal) => Convert.ToInt64(GetValue(ordinal), CultureInfo.InvariantCulture);

    public override string GetString(int ordinal) => (string)GetValue(ordinal);

    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) =>
        throw new NotSupportedException("No column holds bytes.");

    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) =>
        throw new NotSupportedException("No column is read letter by letter.");

    public override IEnumerator GetEnumerator() => new DbEnumerator(this);

    public override void Close() => _isClosed = true;

    protected override void Dispose(bool disposing)
    {
        _rows.Dispose();
        base.Dispose(disposing);
    }
}
