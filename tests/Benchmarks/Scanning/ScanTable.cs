using System.Globalization;
using System.Text.Json;
using MeshReadiness.Benchmarks.Surroundings;

namespace MeshReadiness.Benchmarks.Scanning;

/// <summary>Shows what was measured, to people or to programs.</summary>
internal static class ScanTable
{
    private const double Mega = 1024 * 1024;

    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static string Text(IReadOnlyList<ScanRow> rows, int rounds)
    {
        var table = new TextTable(
            "people", "way", "seconds", "held up", "people/s", "of limit", "of limit, not held up", "usual is", "peak MB", "bytes/person", "rows written", "calls");

        foreach (var row in rows)
        {
            foreach (var (way, measured) in row.Ways)
            {
                if (measured is not null)
                {
                    Add(table, row, way, measured);
                }
            }
        }

        return $"{Machine.This}; median of {rounds}\n\n{table}\n\n{Linearity(rows)}";
    }

    public static string Json(IReadOnlyList<ScanRow> rows) => JsonSerializer.Serialize(
        new
        {
            Machine = Machine.This,
            Rows = rows.Select(row => new
            {
                row.People,
                LimitSeconds = row.Limit.Seconds,
                OursSeconds = row.Ours.Seconds,
                HeldUpSeconds = row.Ours.HeldUpSeconds,
                UsualSeconds = row.Usual?.Seconds,
                IncrementalSeconds = row.Incremental.Seconds,
                IncrementalPeople = row.Incremental.People,
                EvaluationSeconds = row.Evaluation.Seconds,
                OneByOneSeconds = row.OneByOne.Seconds,
                row.Ours.WaitedSeconds,
                PeakWorkingSetMb = row.Ours.PeakWorkingSet / Mega,
                UsualPeakWorkingSetMb = row.Usual?.PeakWorkingSet / Mega,
                AllocatedBytesPerPerson = row.Ours.Allocated / row.People,
                row.Ours.RowsWritten,
                row.Ours.Calls,
            }),
        },
        Web);

    private static void Add(TextTable table, ScanRow row, string way, Measured measured)
    {
        var isWhole = way is Way.Ours or Way.Usual;
        table.Add(
            Number(row.People),
            way,
            Number(measured.Seconds, measured.Seconds < 1 ? "0.000" : "0.00"),
            way is Way.Ours or Way.Incremental ? Number(measured.HeldUpSeconds, "0.00") : "–",
            Number((int)(measured.People / measured.Seconds)),
            isWhole ? Number(measured.Seconds / row.Limit.Seconds, "0.00") + " ×" : "–",
            way is Way.Ours ? Number(row.BusySeconds / row.Limit.Seconds, "0.00") + " ×" : "–",
            way is Way.Ours && row.Usual is { } usual ? Number(usual.Seconds / measured.Seconds, "0.0") + " ×" : "–",
            Number((int)(measured.PeakWorkingSet / Mega)),
            Number(measured.Allocated / Math.Max(1, measured.People)),
            way is Way.Limit or Way.Evaluation or Way.OneByOne ? "–" : Number(measured.RowsWritten),
            way is Way.Usual or Way.Evaluation or Way.OneByOne ? "–" : Number(measured.Calls));
    }

    private static string Linearity(IReadOnlyList<ScanRow> rows)
    {
        var table = new TextTable("people", "ours, seconds per person", "not held up", "limit", "incremental of ours", "evaluated/s", "one by one is");
        var least = rows.MinBy(row => row.People)!;

        foreach (var row in rows)
        {
            string Relative(Func<ScanRow, double> seconds) => Number(seconds(row) / row.People / (seconds(least) / least.People), "0.00") + " ×";
            table.Add(
                Number(row.People),
                Relative(one => one.Ours.Seconds),
                Relative(one => one.BusySeconds),
                Relative(one => one.Limit.Seconds),
                Number(100 * row.Incremental.Seconds / row.Ours.Seconds, "0.0") + " %",
                Number((int)(row.People / row.Evaluation.Seconds)),
                Number(row.OneByOne.Seconds / row.Evaluation.Seconds, "0.0") + " ×");
        }

        return table.ToString();
    }

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
