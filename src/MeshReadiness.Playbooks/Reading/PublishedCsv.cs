using System.Collections.Immutable;
using MeshReadiness.Core.Licensing;

namespace MeshReadiness.Playbooks.Reading;

/// <summary>
/// Reads the table as Microsoft publishes it: a row for each plan of each product. Published oddities are forgiven: rows that
/// are there twice, runs of blanks in names, a product under two names, of which the later is kept.
/// </summary>
internal static class PublishedCsv
{
    private static readonly string[] Columns =
    [
        "Product_Display_Name", "String_Id", "GUID", "Service_Plan_Name", "Service_Plan_Id", "Service_Plans_Included_Friendly_Names",
    ];

    public static ProductCatalogue Read(string text)
    {
        Dictionary<Guid, CatalogueProduct> products = [];
        Dictionary<Guid, List<CataloguePlan>> plans = [];
        int[]? places = null;

        foreach (var row in CsvRows.Read(text))
        {
            if (places is null)
            {
                places = Places(row);
                continue;
            }

            if (row.Cells.Length <= places.Max())
            {
                throw row.Broken($"has {row.Cells.Length} cells; as many as there are columns are needed, {places.Max() + 1} at least.");
            }

            var cells = places.Select(place => OneBlank(row.Cells[place])).ToArray();
            var (skuId, plan) = (Id(row, cells, 2), new CataloguePlan(Id(row, cells, 4), Text(row, cells, 3), cells[5].Length > 0 ? cells[5] : cells[3]));
            products[skuId] = new(skuId, Text(row, cells, 0), Text(row, cells, 1), []);
            var carried = plans.TryGetValue(skuId, out var known) ? known : plans[skuId] = [];

            if (!carried.Exists(other => other.ServicePlanId == plan.ServicePlanId))
            {
                carried.Add(plan);
            }
        }

        return products.Count > 0
            ? new(products.Values.ToImmutableDictionary(product => product.SkuId, product => product with { ServicePlans = [.. plans[product.SkuId]] }))
            : throw new BrokenFileException(1, "the file", $"holds no products; expected are the columns {string.Join(", ", Columns)} and a row for each plan of each product.");
    }

    private static int[] Places(CsvRow header) => [.. Columns.Select(column =>
        header.Cells.Select(cell => cell.Trim()).ToList().FindIndex(cell => cell.Equals(column, StringComparison.OrdinalIgnoreCase)) is var place and >= 0
            ? place
            : throw header.Broken($"has no column {column}. Expected are {string.Join(", ", Columns)}."))];

    private static string OneBlank(string cell) => string.Join(' ', cell.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Text(CsvRow row, string[] cells, int column) =>
        cells[column].Length > 0 ? cells[column] : throw row.Broken($"has nothing under {Columns[column]}; a text is needed.");

    private static Guid Id(CsvRow row, string[] cells, int column) => Guid.TryParseExact(cells[column], "D", out var id)
        ? id
        : throw row.Broken($"must have an id like 57ff2da0-773e-42df-b2af-ffb7a2317929 under {Columns[column]} and has {JsonCursor.Quote(cells[column])}.");
}
