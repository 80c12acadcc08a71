using System.Diagnostics.CodeAnalysis;

namespace MeshReadiness.Data;

/// <summary>
/// Keeps what was read lately, up to a limit, and only what never changes. What is asked for again stays; the rest goes when
/// the limit is reached, half at a time.
/// </summary>
/// <param name="most">The limit, in whatever <paramref name="size"/> counts.</param>
/// <param name="size">How much of the limit an entry takes.</param>
internal sealed class Kept<TKey, TValue>(long most, Func<TKey, TValue, long> size)
    where TKey : notnull
{
    private readonly Lock _gate = new();
    private Dictionary<TKey, TValue> _young = [], _old = [];
    private long _size;

    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        lock (_gate)
        {
            if (_young.TryGetValue(key, out value))
            {
                return true;
            }

            if (_old.Remove(key, out value))
            {
                Add(key, value);
                return true;
            }

            return false;
        }
    }

    public void Keep(TKey key, TValue value)
    {
        lock (_gate)
        {
            if (!_young.ContainsKey(key))
            {
                Add(key, value);
            }
        }
    }

    private void Add(TKey key, TValue value)
    {
        _size += size(key, value);

        if (_size > most / 2)
        {
            (_old, _young, _size) = (_young, [], size(key, value));
        }

        _young[key] = value;
    }
}
