using System.Globalization;
using Microsoft.Playwright;

namespace MeshReadiness.E2E.Tests.Visiting;

/// <summary>Reads tables as a person does: by the words above the columns.</summary>
internal static class Tables
{
    public static async Task<IReadOnlyList<IReadOnlyDictionary<string, string>>> RowsAsync(this ILocator table)
    {
        await table.Locator("tbody tr").First.WaitForAsync();
        var cells = await table.EvaluateAsync<string[][]>("table => [...table.rows].map(row => [...row.cells].map(cell => cell.innerText.trim()))");
        // A row that spans the columns is no row of values.
        return [.. cells.Skip(1).Where(row => row.Length == cells[0].Length)
            .Select(row => cells[0].Zip(row).ToDictionary(cell => cell.First, cell => cell.Second))];
    }

    /// <summary>The number in a cell's first line.</summary>
    public static int Number(this IReadOnlyDictionary<string, string> row, string column) =>
        int.Parse(row[column].Split('\n')[0], NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
}
