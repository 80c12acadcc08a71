using CsvHelper;

namespace MeshReadiness.Web.Hosting;

/// <summary>How the portal writes CSV: readable by Excel in every script, and never as a formula.</summary>
internal static class Csv
{
    private const string ContentType = "text/csv; charset=utf-8";

    private static readonly CsvWriterOptions Options = CsvWriterOptions.Default with { Injection = CsvInjection.Escape };

    public static IResult File(string name, IEnumerable<string> columns, IEnumerable<IEnumerable<string>> rows) =>
        Results.File(Write(columns, rows), ContentType, name);

    /// <summary>The file's content.</summary>
    public static byte[] Write(IEnumerable<string> columns, IEnumerable<IEnumerable<string>> rows)
    {
        using var body = new MemoryStream();
        Write(body, columns, rows);
        return body.ToArray();
    }

    /// <summary>The same for lists that are too long to be held: written a batch at a time while they are read.</summary>
    public static IResult Stream(string name, IEnumerable<string> columns, IAsyncEnumerable<IEnumerable<IEnumerable<string>>> batches) => Results.Stream(
        async stream =>
        {
            using var part = new MemoryStream();
            Write(part, columns, []);
            await SendAsync(part, stream);

            await foreach (var batch in batches)
            {
                Write(part, null, batch);
                await SendAsync(part, stream);
            }
        },
        ContentType,
        name);

    private static void Write(Stream stream, IEnumerable<string>? columns, IEnumerable<IEnumerable<string>> rows)
    {
        using var csv = CsvWriter.Create(stream, Options with { WriteByteOrderMark = columns is not null }, true);

        if (columns is not null)
        {
            csv.WriteHeader([.. columns]);
        }

        foreach (var row in rows)
        {
            csv.WriteRecord([.. row]);
        }
    }

    // A response only takes bytes that are sent without blocking.
    private static async Task SendAsync(MemoryStream part, Stream stream)
    {
        part.Position = 0;
        await part.CopyToAsync(stream);
        part.SetLength(0);
    }
}
