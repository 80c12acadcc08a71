using System.Diagnostics.CodeAnalysis;

namespace MeshReadiness.Graph.Reading;

/// <summary>
/// One string for all places where the same text stands: departments, titles and offices come with every person, and
/// there are few of them. Found by the bytes as sent, escapes and all, so that a known text costs no memory.
/// </summary>
internal sealed class TextPool
{
    /// <summary>Longer texts are seldom the same.</summary>
    public const int LongestText = 128;

    private const int MostTexts = 8_192;

    private readonly Dictionary<byte[], string> _texts = new(new ByBytes());
    private readonly Dictionary<byte[], string>.AlternateLookup<ReadOnlySpan<byte>> _byBytes;

    public TextPool() => _byBytes = _texts.GetAlternateLookup<ReadOnlySpan<byte>>();

    /// <summary>The text that these bytes stand for, if it came before.</summary>
    public bool TryGet(ReadOnlySpan<byte> sent, [MaybeNullWhen(false)] out string text) => _byBytes.TryGetValue(sent, out text);

    /// <summary>Keeps a text for the next time. A full pool starts over: what is frequent is soon back.</summary>
    public string Add(ReadOnlySpan<byte> sent, string text)
    {
        if (_texts.Count == MostTexts)
        {
            _texts.Clear();
        }

        _byBytes[sent] = text;
        return text;
    }

    private sealed class ByBytes : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        public bool Equals(byte[]? one, byte[]? other) => one.AsSpan().SequenceEqual(other);

        public int GetHashCode(byte[] utf8) => GetHashCode(utf8.AsSpan());

        public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

        public int GetHashCode(ReadOnlySpan<byte> alternate)
        {
            var hash = new HashCode();
            hash.AddBytes(alternate);
            return hash.ToHashCode();
        }

        public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();
    }
}
