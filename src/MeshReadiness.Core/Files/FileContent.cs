using System.Text.Json;

namespace MeshReadiness.Core.Files;

/// <summary>What the content of a file turns out to be, whatever its name says.</summary>
/// <param name="Kind">The kind; <see langword="null"/> for one that can't be handed in.</param>
/// <param name="Words">What it is, as it reads inside a sentence.</param>
/// <param name="WhyNot">A whole clause on why it is refused, whatever its name says; <see langword="null"/> otherwise.</param>
internal sealed record FileContent(FileKind? Kind, string Words, string? WhyNot = null)
{
    private const int DeepestJson = 64;

    private static readonly (byte[] Start, string Words)[] Strangers =
    [
        ("MZ"u8.ToArray(), "a Windows program"),
        ([0x7F, .. "ELF"u8], "a Linux program"),
        ([0xCF, 0xFA, 0xED, 0xFE], "a macOS program"),
        ([0xCA, 0xFE, 0xBA, 0xBE], "a program"),
        ([0xD0, 0xCF, 0x11, 0xE0], "a document in the old Office format, or one with a password"),
        ("GIF8"u8.ToArray(), "a GIF image"),
        ("Rar!"u8.ToArray(), "a RAR archive"),
        ([.. "7z"u8, 0xBC, 0xAF], "a 7z archive"),
        ([0x1F, 0x8B], "a gzip archive"),
        ("#!"u8.ToArray(), "a script"),
        ("{\\rtf"u8.ToArray(), "an RTF document"),
    ];

    public static FileContent Of(byte[] content)
    {
        var bytes = content.AsSpan();

        return bytes.StartsWith("%PDF-"u8) ? new(FileKind.Pdf, FileKind.Pdf.Words)
            : IsPng(bytes) ? new(FileKind.Png, FileKind.Png.Words)
            : bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? new(FileKind.Jpeg, FileKind.Jpeg.Words)
            : bytes.StartsWith("PK\u0003\u0004"u8) ? OfficePackage.Look(content)
            : Strangers.FirstOrDefault(stranger => content.AsSpan().StartsWith(stranger.Start)) is { Words: { } words } ? new(null, words)
            : OfText(content);
    }

    /// <summary>Whether text is JSON from its beginning to its end.</summary>
    public static bool IsJson(string text)
    {
        try
        {
            var reader = new Utf8JsonReader(System.Text.Encoding.UTF8.GetBytes(text), new JsonReaderOptions { MaxDepth = DeepestJson });

            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool IsPng(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) && bytes.Length > 24 && bytes[12..16].SequenceEqual("IHDR"u8);

    private static FileContent OfText(byte[] content) =>
        PlainText.Read(content) is not { } text ? new(null, "of no kind that is known here")
        : IsMarkup(text) ? new(null, "a web page or a drawing (HTML, SVG or XML)")
        : new(FileKind.Text, FileKind.Text.Words);

    // A browser that is left to guess looks at the beginning.
    private static bool IsMarkup(string text)
    {
        var start = text.AsSpan().TrimStart();
        return start.Length > 1 && start[0] is '<' && (char.IsAsciiLetter(start[1]) || start[1] is '!' or '?');
    }
}
