using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace MeshReadiness.Core.Files;

/// <summary>
/// Looks into a ZIP archive for an Office document. Everything in it is expanded once, counting, so that neither a wrong
/// declaration nor a bomb gets past; nothing is ever expanded beyond the bound.
/// </summary>
internal static class OfficePackage
{
    public const int MostEntries = 2_000;
    public const int LargestRatio = 200;
    public const long LargestExpanded = 100L * Megabyte;

    private const int Megabyte = 1024 * 1024;
    private const int LargestContentTypes = Megabyte;

    // Parts and their types by which a document brings code or foreign objects along.
    private static readonly string[] ActiveParts = ["vbaProject", "/activeX/", "/macrosheets/", "oleObject"];
    private static readonly string[] ActiveTypes = ["macroEnabled", "vbaProject", "activeX", "macrosheet", "oleObject"];

    private static readonly FileKind[] Kinds = [FileKind.Workbook, FileKind.Document, FileKind.Presentation];

    public static FileContent Look(byte[] content)
    {
        try
        {
            // Counted before the directory is read, which itself takes memory for each entry.
            if (Entries(content) > MostEntries)
            {
                return Refused($"holds more than {MostEntries} entries");
            }

            using var archive = new ZipArchive(new MemoryStream(content, writable: false), ZipArchiveMode.Read);
            return archive.Entries.Sum(entry => entry.Length) > LargestExpanded || Expands(archive, content.Length)
                ? Refused($"expands to more than {LargestExpanded / Megabyte} MB, or to more than {LargestRatio} times its size")
                : archive.Entries.Any(entry => ActiveParts.Any(part => entry.FullName.Contains(part, StringComparison.OrdinalIgnoreCase)))
                    ? Refused(Active)
                    : OfTypes([.. archive.Entries.Where(entry => entry.FullName is "[Content_Types].xml").SelectMany(Types)]);
        }
        catch (Exception error) when (error is InvalidDataException or IOException or NotSupportedException or XmlException or ArgumentException or OverflowException)
        {
            return new(null, "a damaged ZIP archive");
        }
    }

    private const string Active = "carries macros, ActiveX or embedded programs";

    private static FileContent OfTypes(string[] types) =>
        types.Any(type => ActiveTypes.Any(active => type.Contains(active, StringComparison.OrdinalIgnoreCase))) ? Refused(Active)
        : Kinds.FirstOrDefault(kind => types.Contains($"{kind.ContentType}.main+xml")) is { } kind ? new(kind, kind.Words)
        : new(null, "a ZIP archive");

    private static int Entries(ReadOnlySpan<byte> content)
    {
        var count = 0;

        while (count <= MostEntries && content.IndexOf("PK\u0001\u0002"u8) is var next and >= 0)
        {
            content = content[(next + 4)..];
            count++;
        }

        return count;
    }

    private static bool Expands(ZipArchive archive, int packed)
    {
        var most = Math.Min(LargestExpanded, Math.Max(Megabyte, (long)packed * LargestRatio));
        var buffer = new byte[81_920];
        long expanded = 0;

        foreach (var entry in archive.Entries)
        {
            using var stream = entry.Open();

            while (stream.Read(buffer) is var read and > 0)
            {
                if ((expanded += read) > most)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static IEnumerable<string> Types(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var reader = XmlReader.Create(stream, new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = LargestContentTypes });
        return [.. XDocument.Load(reader).Descendants().Select(element => element.Attribute("ContentType")?.Value).OfType<string>()];
    }

    private static FileContent Refused(string whyNot) => new(null, "a ZIP archive", whyNot);
}
