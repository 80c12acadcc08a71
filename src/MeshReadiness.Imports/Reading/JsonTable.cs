using System.Collections.Immutable;
using System.Text.Json;

namespace MeshReadiness.Imports.Reading;

/// <summary>Takes JSON as rows: a list of objects, a single object as ConvertTo-Json writes it for one, or Graph's answer around a list.</summary>
internal static class JsonTable
{
    private static readonly string[] Names = ["Id", "DisplayName", "Name"];

    public static Table Read(JsonTree root)
    {
        var items = root is { IsObject: true } && root["value"] is { IsList: true } answer ? answer.Items : root.IsList ? root.Items : [root];
        List<string> columns = [];
        HashSet<string> keys = [];
        var rows = ImmutableArray.CreateBuilder<Row>();

        foreach (var item in items)
        {
            if (!item.IsObject)
            {
                throw item.Broken($"{Cell.Quote(item.Text)} was found; an object with properties was expected. Export with ConvertTo-Json -Depth 5.");
            }

            if (rows.Count == Table.MostRows)
            {
                throw Table.TooManyRows(item.Place);
            }

            columns.AddRange(item.Properties.Select(property => property.Key).Where(name => keys.Add(Row.Key(name))));
            rows.Add(columns.Count <= Table.MostColumns ? ToRow(item) : throw Table.TooManyColumns(item.Place));
        }

        return new([.. columns], rows.ToImmutable());
    }

    private static Row ToRow(JsonTree item)
    {
        Dictionary<string, Cell> cells = [];

        foreach (var (name, value) in item.Properties)
        {
            if (!cells.TryAdd(Row.Key(name), ToCell(value)))
            {
                throw value.Broken($"the property {Cell.Quote(name)} was found twice in other spellings; each was expected once.");
            }
        }

        return new(item.Place, cells);
    }

    private static Cell ToCell(JsonTree value) => value.IsList
        ? new(value.Place, null, value.Items)
        : value.IsObject ? new(value.Place, null, value.Properties.Count == 0 ? [] : [value])
        : new(value.Place, value.Text, []);

    /// <summary>What stands for an item of a list: its id, or its name. Apps of a policy, people that it is assigned to.</summary>
    public static string Name(JsonTree item) => item.IsObject
        ? Names.Select(name => item[name]).FirstOrDefault(value => value is { Kind: JsonTokenType.String })?.Text
            ?? throw item.Broken("an object without Id was found; one with Id was expected. Export with ConvertTo-Json -Depth 5.")
        : item.Text;
}
