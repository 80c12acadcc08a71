namespace MeshReadiness.Benchmarks.Surroundings;

/// <summary>A table for a terminal that is also one in Markdown. Numbers stand to the right.</summary>
internal sealed class TextTable(params string[] columns)
{
    private readonly List<string[]> _rows = [];

    public void Add(params string[] cells) => _rows.Add(cells);

    public override string ToString()
    {
        var widths = columns.Select((column, at) => _rows.Select(row => row[at].Length).Append(column.Length).Max()).ToArray();
        var isText = columns.Select((_, at) => _rows.Exists(row => row[at].Length > 0 && !char.IsAsciiDigit(row[at][0]) && row[at] != "–")).ToArray();
        string Line(string[] cells) => $"| {string.Join(" | ", cells.Select((cell, at) => isText[at] ? cell.PadRight(widths[at]) : cell.PadLeft(widths[at])))} |";
        var rule = $"| {string.Join(" | ", widths.Select((width, at) => isText[at] ? new string('-', width) : new string('-', width - 1) + ":"))} |";

        return string.Join('\n', [Line(columns), rule, .. _rows.Select(Line)]);
    }
}
