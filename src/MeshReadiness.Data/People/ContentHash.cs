using System.Security.Cryptography;
using System.Text;

namespace MeshReadiness.Data;

/// <summary>Finds contents that many people share: 128 bits of a hash of what is written.</summary>
internal static class ContentHash
{
    private const int Bytes = 16;

    public static (string Hash, string Text) Of(byte[] content) =>
        (Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, Bytes)), Encoding.UTF8.GetString(content));
}
