using System.Buffers.Binary;
using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Text;
using MeshReadiness.SampleTenant.Company;

namespace MeshReadiness.SampleTenant.Protocol;

/// <summary>
/// Opaque tokens for next and delta links. A token is the same on every run, so that the same arguments give the same
/// bytes; when it was handed out is remembered here, and it dies of age from then on.
/// </summary>
internal sealed class LinkTokens(Draw draw, TimeSpan lifetime, TimeProvider clock)
{
    private const int Remembered = 200_000;
    private readonly ConcurrentDictionary<ulong, DateTimeOffset> _issued = new();

    public string Issue(string scope, string payload)
    {
        var tag = Tag(scope, payload);

        if (_issued.Count > Remembered)
        {
            _issued.Clear();
        }

        _issued[tag] = clock.GetUtcNow();
        var bytes = new byte[8 + Encoding.UTF8.GetByteCount(payload)];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, tag);
        Encoding.UTF8.GetBytes(payload, bytes.AsSpan(8));

        return Base64Url.EncodeToString(bytes);
    }

    public LinkState Open(string scope, string token, out string payload)
    {
        payload = "";

        if (!Base64Url.IsValid(token) || Base64Url.DecodeFromChars(token) is not { Length: > 8 } bytes)
        {
            return LinkState.Invalid;
        }

        payload = Encoding.UTF8.GetString(bytes.AsSpan(8));
        var tag = Tag(scope, payload);

        if (tag != BinaryPrimitives.ReadUInt64LittleEndian(bytes))
        {
            return LinkState.Invalid;
        }

        return clock.GetUtcNow() - _issued.GetOrAdd(tag, _ => clock.GetUtcNow()) > lifetime ? LinkState.Expired : LinkState.Good;
    }

    private ulong Tag(string scope, string payload) => draw.Bits((long)Draw.HashOf(scope + "\n" + payload), Topic.NamedIdTail);
}

internal enum LinkState
{
    Good, Invalid, Expired,
}
