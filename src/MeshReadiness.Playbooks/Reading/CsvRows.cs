using System.Collections.Immutable;
using System.Text;

namespace MeshReadiness.Playbooks.Reading;

/// <summary>A row of a CSV file with the line that it begins on.</summary>
internal sealed record CsvRow(int Line, ImmutableArray<string> Cells)
{
    public BrokenFileException Broken(string rule) => new(Line, "the row", rule);
}

/// <summary>Takes CSV apart: commas between cells, quotes around what holds commas, quotes or line breaks. Empty lines are left out.</summary>
internal static class CsvRows
{
    public static IEnumerable<CsvRow> Read(string text)
    {
        var (at, line) = (0, 1);

        while (at < text.Length)
        {
            var row = ReadRow(text, ref at, ref line);

            if (row.Cells is not [""])
            {
                yield return row;
            }
        }
    }

    private static CsvRow ReadRow(string text, ref int at, ref int line)
    {
        var begins = line;
        var cells = ImmutableArray.CreateBuilder<string>();

        while (true)
        {
            cells.Add(ReadCell(text, ref at, ref line));

            if (at < text.Length && text[at] == ',')
            {
                at++;
                continue;
            }

            at += at + 1 < text.Length && text[at] == '\r' && text[at + 1] == '\n' ? 2 : 1;
            line++;
            return new(begins, cells.ToImmutable());
        }
    }

    private static string ReadCell(string text, ref int at, ref int line)
    {
        if (at >= text.Length || text[at] != '"')
        {
            var length = text.AsSpan(at).IndexOfAny(',', '\r', '\n');
            var cell = length < 0 ? text[at..] : text.Substring(at, length);
            at += cell.Length;
            return cell;
        }

        var (begins, inside) = (line, new StringBuilder());

        for (at++; at < text.Length; at++)
        {
            if (text[at] != '"')
            {
                line += text[at] == '\n' ? 1 : 0;
                inside.Append(text[at]);
            }
            else if (at + 1 < text.Length && text[at + 1] == '"')
            {
                inside.Append(text[++at]);
            }
            else if (++at == text.Length || text[at] is ',' or '\r' or '\n')
            {
                return inside.ToString();
            }
            else
            {
                break;
            }
        }

        throw new BrokenFileException(begins, "the row", "has a quote that doesn't end before a comma or the end of the line.");
    }
}
