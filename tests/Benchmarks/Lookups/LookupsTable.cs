using System.Globalization;
using System.Text.Json;
using MeshReadiness.Benchmarks.Surroundings;

namespace MeshReadiness.Benchmarks.Lookups;

/// <summary>The answers of one size.</summary>
internal sealed record LookupRow(int People, IReadOnlyList<Latencies> Store, IReadOnlyList<Latencies> Http);

/// <summary>Shows what was measured, to people or to programs. Sizes stand below each other.</summary>
internal static class LookupsTable
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static string Text(IReadOnlyList<LookupRow> rows)
    {
        var table = new TextTable("where", "question", "people", "asked", "p50 ms", "p95 ms", "p99 ms", "p95 of the smallest");

        foreach (var (where, of) in (IReadOnlyList<(string, Func<LookupRow, IReadOnlyList<Latencies>>)>)
            [("store", row => row.Store), ($"HTTP, {HttpLookups.Operators} operators", row => row.Http)])
        {
            var least = of(rows.MinBy(row => row.People)!);

            for (var kind = 0; kind < least.Count; kind++)
            {
                foreach (var row in rows)
                {
                    var one = of(row)[kind];
                    table.Add(where, one.Kind, Number(row.People), Number(one.Asked), Time(one.P50), Time(one.P95), Time(one.P99), Time(one.P95 / least[kind].P95) + " ×");
                }
            }
        }

        return $"{Machine.This}\n\n{table}";
    }

    public static string Json(IReadOnlyList<LookupRow> rows) => JsonSerializer.Serialize(new { Machine = Machine.This, Rows = rows }, Web);

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private static string Time(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);
}
