using System.Collections.Immutable;

namespace MeshReadiness.Core.ConditionalAccess.Population;

/// <summary>Gives each group and role that policies name a bit of its own.</summary>
internal sealed class MembershipBits
{
    private const int Width = 64;

    private readonly Dictionary<string, int> _groups, _roles;

    public MembershipBits(NamedByPolicies named)
    {
        _groups = Numbered(named.GroupIds, 0);
        _roles = Numbered(named.RoleTemplateIds, _groups.Count);
        Words = (_groups.Count + _roles.Count + Width - 1) / Width;
    }

    /// <summary>How many numbers of 64 bits it takes.</summary>
    public int Words { get; }

    /// <summary>The bits of these. What no policy names has none.</summary>
    public ulong[] Of(ImmutableArray<string> groups, ImmutableArray<string> roles)
    {
        var bits = new ulong[Words];
        Set(groups, roles, bits);
        return bits;
    }

    /// <summary>Sets the bits of these, and clears the others.</summary>
    public void Set(ImmutableArray<string> groups, ImmutableArray<string> roles, Span<ulong> bits)
    {
        bits.Clear();
        Add(_groups, groups, bits);
        Add(_roles, roles, bits);
    }

    private static void Add(Dictionary<string, int> numbers, ImmutableArray<string> ids, Span<ulong> bits)
    {
        foreach (var id in ids)
        {
            if (numbers.TryGetValue(id, out var number))
            {
                bits[number / Width] |= 1UL << (number % Width);
            }
        }
    }

    private static Dictionary<string, int> Numbered(ImmutableSortedSet<string> ids, int from) =>
        ids.Select((id, index) => KeyValuePair.Create(id, from + index)).ToDictionary(StringComparer.OrdinalIgnoreCase);
}
