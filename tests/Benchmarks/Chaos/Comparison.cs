namespace MeshReadiness.Benchmarks.Chaos;

/// <summary>How two snapshots differ.</summary>
/// <param name="Rows">How many rows the one to be like has.</param>
/// <param name="Differences">How many rows only one of them has.</param>
/// <param name="First">The first of these: <c>-</c> is missing, <c>+</c> is too much.</param>
internal sealed record Comparison(int Rows, int Differences, IReadOnlyList<string> First)
{
    private const int Shown = 10;
    private const int LongestShown = 400;

    public static Comparison Of(IReadOnlyList<string> wanted, IReadOnlyList<string> got)
    {
        var (at, here, differences) = (0, 0, 0);
        List<string> first = [];

        while (at < wanted.Count || here < got.Count)
        {
            var order = at == wanted.Count ? 1 : here == got.Count ? -1 : string.CompareOrdinal(wanted[at], got[here]);

            if (order != 0)
            {
                differences++;
                var line = order < 0 ? $"- {wanted[at]}" : $"+ {got[here]}";

                if (first.Count < Shown)
                {
                    first.Add(line.Length > LongestShown ? line[..LongestShown] + "…" : line);
                }
            }

            at += order <= 0 ? 1 : 0;
            here += order >= 0 ? 1 : 0;
        }

        return new(wanted.Count, differences, first);
    }
}
