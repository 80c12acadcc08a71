using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace MeshReadiness.Data;

/// <summary>A column of a record's table, as the model describes it, for writing past the change tracker.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">What the provider stores in it.</param>
/// <param name="Value">What a record stores in it; <see langword="null"/> for nothing.</param>
internal sealed record RecordColumn(string Name, Type Type, Func<object, object?> Value)
{
    /// <summary>The table of a kind of record, and its columns.</summary>
    public static (string Table, ImmutableArray<RecordColumn> Columns) Of<T>(MeshReadinessDbContext db)
        where T : class
    {
        var entity = db.Model.FindEntityType(typeof(T))!;
        var table = StoreObjectIdentifier.Table(entity.GetTableName()!);
        return (table.Name, [.. entity.GetProperties().Select(property => Of(property, property.GetColumnName(table)!))]);
    }

    private static RecordColumn Of(IProperty property, string name)
    {
        var read = property.PropertyInfo!;
        var converter = property.GetTypeMapping().Converter;
        var type = converter?.ProviderClrType ?? property.ClrType;
        return new(
            name,
            Nullable.GetUnderlyingType(type) ?? type,
            converter is null ? read.GetValue : record => converter.ConvertToProvider(read.GetValue(record)));
    }
}
