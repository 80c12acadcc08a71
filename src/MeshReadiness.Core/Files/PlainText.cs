using System.Text;

namespace MeshReadiness.Core.Files;

/// <summary>
/// Text as tools write it: UTF-8 with or without a mark at the beginning, or UTF-16 with one, as Windows PowerShell's
/// redirection does.
/// </summary>
public static class PlainText
{
    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>The text; <see langword="null"/> when it is none: broken characters, or control characters other than tabs and line breaks.</summary>
    public static string? Read(byte[] content)
    {
        try
        {
            var text = content switch
            {
                [0xEF, 0xBB, 0xBF, ..] => Utf8.GetString(content.AsSpan(3)),
                [0xFF, 0xFE, ..] => Utf16(false).GetString(content.AsSpan(2)),
                [0xFE, 0xFF, ..] => Utf16(true).GetString(content.AsSpan(2)),
                _ => Utf8.GetString(content),
            };
            return text.Any(letter => char.IsControl(letter) && letter is not ('\t' or '\r' or '\n')) ? null : text;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static UnicodeEncoding Utf16(bool isBigEndian) => new(isBigEndian, false, throwOnInvalidBytes: true);
}
