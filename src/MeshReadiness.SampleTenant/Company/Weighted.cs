namespace MeshReadiness.SampleTenant.Company;

/// <summary>A choice by shares of a thousand, drawn in constant time.</summary>
internal sealed class Weighted<T>
{
    private readonly byte[] _slots = new byte[1000];

    public Weighted(params (int PerMille, T Value)[] shares)
    {
        Values = [.. shares.Select(share => share.Value)];
        var slot = 0;

        for (var index = 0; index < shares.Length; index++)
        {
            var end = index == shares.Length - 1 ? _slots.Length : Math.Min(slot + shares[index].PerMille, _slots.Length);
            _slots.AsSpan(slot..end).Fill((byte)index);
            slot = end;
        }
    }

    public IReadOnlyList<T> Values { get; }

    public int IndexAt(int perMille) => _slots[perMille];

    public static Weighted<T> Always(T value) => new((1000, value));
}
