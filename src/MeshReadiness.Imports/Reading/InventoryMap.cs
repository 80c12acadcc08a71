using System.Collections.Immutable;
using MeshReadiness.Core.Imports;

namespace MeshReadiness.Imports.Reading;

/// <summary>Reads inventories of computers and headsets.</summary>
internal static class InventoryMap
{
    private const decimal BytesInGb = 1024m * 1024 * 1024;

    // What Intune and Graph call the same columns.
    private static readonly Dictionary<string, string[]> OtherNames = new()
    {
        [InventoryColumns.Name] = ["Computer name", "Name"],
        [InventoryColumns.Manufacturer] = ["Vendor", "Make"],
        [InventoryColumns.Model] = [],
        [InventoryColumns.Cores] = ["Cores", "CPU cores", "Number of cores"],
        [InventoryColumns.Memory] = ["Memory (bytes)", "Physical memory (bytes)", "Physical memory in bytes", "Physical memory (GB)", "RAM (GB)", "Total physical memory (bytes)"],
        [InventoryColumns.Managed] = ["Is managed"],
        [InventoryColumns.Compliant] = ["Is compliant"],
    };

    public static ImportedExport Read(Table table, ImmutableArray<string> columns)
    {
        string[] needed = [InventoryColumns.Name, InventoryColumns.Model, .. columns];

        if (needed.Where(name => Find(table, name) is null).ToList() is { Count: > 0 } missing)
        {
            throw table.Missing(missing);
        }

        var apps = columns.Where(name => !OtherNames.ContainsKey(name)).ToList();
        return new InventoryExport([.. table.Rows.Select(row => Device(table, row, apps))]);
    }

    private static InventoryDevice Device(Table table, Row row, IEnumerable<string> apps)
    {
        return new(
            Cell(InventoryColumns.Name)!.Some("the name of a device"),
            Cell(InventoryColumns.Manufacturer)?.TextOrNone(),
            Cell(InventoryColumns.Model)?.TextOrNone(),
            Cell(InventoryColumns.Cores)?.CountOrNone(),
            Memory(Find(table, InventoryColumns.Memory), row),
            Cell(InventoryColumns.Managed)?.FlagOrNone(),
            Cell(InventoryColumns.Compliant)?.FlagOrNone(),
            apps.Select(column => (App: App(column), Version: Cell(column)?.VersionOrNone())).Where(one => one.Version is not null)
                .ToImmutableSortedDictionary(one => one.App, one => one.Version!));

        Cell? Cell(string name) => Find(table, name) is { } column ? row[column] : null;
    }

    private static string? Find(Table table, string name) => table.Find([name, .. OtherNames.GetValueOrDefault(name) ?? []]);

    private static string App(string column) => column[..^InventoryColumns.OfApp("").Length];

    // Machines keep a little for themselves and report that much less than what was built in.
    private static decimal? Memory(string? column, Row row) => column is null ? null
        : row[column].NumberOrNone() is not { } number ? null
        : column.Contains("bytes", StringComparison.OrdinalIgnoreCase) ? Math.Round(number / BytesInGb)
        : number;
}
