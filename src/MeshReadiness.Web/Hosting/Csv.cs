using CsvHelper;

namespace MeshReadiness.Web.Hosting;

/// <summary>How the portal writes CSV: readable by Excel in every script, and never as a formula.</summary>
internal static class Csv
{
    private static readonly CsvWriterOptions Options = CsvWriterOptions.Default with
    {
        Injection = CsvInjection.Escape,
        WriteByteOrderMark = true,
    };

    public static IResult File(string name, IEnumerable<string> columns, IEnumerable<IEnumerable<string>> rows) =>
        Results.File(Write(columns, rows), "text/csv; charset=utf-8", name);

    /// <summary>The file's content.</summary>
    public static byte[] Write(IEnumerable<string> columns, IEnumerable<IEnumerable<string>> rows)
    {
        var body = new MemoryStream();

        using (var csv = CsvWriter.Create(body, Options, true))
        {
            csv.WriteHeader([.. columns]);

            foreach (var row in rows)
            {
                csv.WriteRecord([.. row]);
            }
        }

        return body.ToArray();
    }
}
