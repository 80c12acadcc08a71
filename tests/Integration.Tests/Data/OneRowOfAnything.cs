using System.Collections;
using System.Data.Common;

namespace MeshReadiness.Integration.Tests.Data;

/// <summary>One row in which every column holds whatever is asked for, to follow a query to what comes after it.</summary>
internal sealed class OneRowOfAnything(bool isNull, string text = OneRowOfAnything.FirstWord) : DbDataReader
{
    // The first word of every enum.
    public const string FirstWord = "0";

    private int _read;

    public override int FieldCount => 64;

    public override bool HasRows => true;

    public override bool IsClosed => false;

    public override int Depth => 0;

    public override int RecordsAffected => 1;

    public override object this[int ordinal] => GetValue(ordinal);

    public override object this[string name] => GetValue(0);

    public override bool Read() => _read++ == 0;

    public override bool NextResult() => false;

    public override bool IsDBNull(int ordinal) => isNull;

    public override T GetFieldValue<T>(int ordinal) => default!;

    public override string GetString(int ordinal) => text;

    public override int GetInt32(int ordinal) => 1;

    public override long GetInt64(int ordinal) => 1;

    public override Guid GetGuid(int ordinal) => Guid.Empty;

    public override bool GetBoolean(int ordinal) => false;

    public override string GetName(int ordinal) => $"c{ordinal}";

    public override int GetOrdinal(string name) => 0;

    public override Type GetFieldType(int ordinal) => typeof(object);

    public override string GetDataTypeName(int ordinal) => "object";

    public override object GetValue(int ordinal) => 1;

    public override int GetValues(object[] values) => 0;

    public override byte GetByte(int ordinal) => 1;

    public override char GetChar(int ordinal) => '0';

    public override short GetInt16(int ordinal) => 1;

    public override DateTime GetDateTime(int ordinal) => default;

    public override decimal GetDecimal(int ordinal) => 1;

    public override double GetDouble(int ordinal) => 1;

    public override float GetFloat(int ordinal) => 1;

    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) => 0;

    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) => 0;

    public override IEnumerator GetEnumerator() => new DbEnumerator(this);
}
