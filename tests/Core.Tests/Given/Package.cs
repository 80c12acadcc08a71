using System.IO.Compression;

namespace MeshReadiness.Core.Tests.Given;

/// <summary>Office documents and other ZIP archives, made here.</summary>
internal static class Package
{
    public const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
    public const string Document = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    public const string Presentation = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml";

    public static byte[] Office(string type, params (string Name, byte[] Content)[] parts) => Zip(
    [
        ("[Content_Types].xml", System.Text.Encoding.UTF8.GetBytes(
            $"""<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/main.xml" ContentType="{type}"/></Types>""")),
        .. parts,
    ]);

    public static byte[] Zip(params (string Name, byte[] Content)[] parts)
    {
        using var stream = new MemoryStream();

        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var entry = archive.CreateEntry(name, CompressionLevel.SmallestSize).Open();
                entry.Write(content);
            }
        }

        return stream.ToArray();
    }

    /// <summary>An archive whose directory says of every entry that it is smaller than it is.</summary>
    public static byte[] Lying(byte[] zip, uint length)
    {
        var lying = zip.ToArray();

        for (var at = 0; at < lying.Length - 46; at++)
        {
            if (lying.AsSpan(at).StartsWith("PK\u0001\u0002"u8))
            {
                BitConverter.TryWriteBytes(lying.AsSpan(at + 24), length);
            }
        }

        return lying;
    }
}
