namespace MeshReadiness.SampleTenant.Company;

/// <summary>Turns an index into an object id and back, so that nothing needs to be stored to find one object among a million.</summary>
internal sealed class ReversibleIds(Draw draw, Topic topic)
{
    private readonly uint _key = (uint)draw.Bits(-1, topic);

    public Guid Of(int index)
    {
        var head = Mix((uint)index ^ _key);

        return Draw.IdFrom((draw.Bits(head, topic) & 0xFFFFFFFF_00000000) | head, draw.Bits(head, Topic.IdTail) ^ _key);
    }

    public int? IndexOf(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes);
        var index = (int)(Unmix(BitConverter.ToUInt32(bytes)) ^ _key);

        return index >= 0 && Of(index) == id ? index : null;
    }

    private static uint Mix(uint value)
    {
        value = (value ^ (value >> 16)) * 0x7FEB352D;
        value = (value ^ (value >> 15)) * 0x846CA68B;

        return value ^ (value >> 16);
    }

    private static uint Unmix(uint value)
    {
        value = (value ^ (value >> 16)) * 0x43021123;
        value = (value ^ (value >> 15) ^ (value >> 30)) * 0x1D69E2A5;

        return value ^ (value >> 16);
    }
}
