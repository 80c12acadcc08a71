namespace MeshReadiness.SampleTenant.Company;

/// <summary>The dice of the tenant: the same seed, topic and index always fall the same way, in any order and on any thread.</summary>
internal sealed class Draw(ulong key)
{
    public static Draw For(int seed, string scenario) => new(Scramble((ulong)(uint)seed + 1) ^ HashOf(scenario));

    public ulong Bits(long index, Topic topic) =>
        Scramble(key + Scramble(((ulong)index * 0x9E3779B97F4A7C15) ^ ((ulong)topic << 56)));

    public int Below(long index, Topic topic, int limit) => (int)(((Bits(index, topic) >> 32) * (ulong)limit) >> 32);

    public T Pick<T>(long index, Topic topic, IReadOnlyList<T> from) => from[Below(index, topic, from.Count)];

    public Guid NamedId(string name) => IdFrom(Bits((long)HashOf(name), Topic.NamedId), Bits((long)HashOf(name), Topic.NamedIdTail));

    public static Guid IdFrom(ulong head, ulong tail)
    {
        Span<byte> bytes = stackalloc byte[16];
        BitConverter.TryWriteBytes(bytes, head);
        BitConverter.TryWriteBytes(bytes[8..], tail);
        bytes[7] = (byte)((bytes[7] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);

        return new Guid(bytes);
    }

    public static ulong HashOf(string text)
    {
        var hash = 14695981039346656037UL;

        foreach (var character in text)
        {
            hash = (hash ^ character) * 1099511628211UL;
        }

        return hash;
    }

    private static ulong Scramble(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;

        return value ^ (value >> 31);
    }
}
