using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace MeshReadiness.Core.ConditionalAccess.Population;

/// <summary>
/// Who is in what policies name, for the whole directory: about thirty bytes for each person who is in anything. Filled group by
/// group as members are read; not for use by several threads at once while it is.
/// </summary>
public sealed class MembershipIndex
{
    private readonly List<PolicyMemberships> _distinct = [PolicyMemberships.None];
    private readonly Dictionary<PolicyMemberships, int> _numbers = new() { [PolicyMemberships.None] = 0 };
    private readonly Dictionary<(int From, MembershipKind Kind, string Id), int> _steps = [];
    private readonly Dictionary<Guid, int> _people = [];
    private readonly Dictionary<string, int> _others = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>How many people are in anything.</summary>
    public int People => _people.Count + _others.Count;

    /// <summary>The people who are in anything, with where they stand.</summary>
    public IEnumerable<(string UserId, PolicyMemberships Memberships)> All =>
        _people.Select(one => (one.Key.ToString(), _distinct[one.Value])).Concat(_others.Select(one => (one.Key, _distinct[one.Value])));

    /// <summary>
    /// A number that is another one as soon as somebody is in something else, whatever the order in which it was read; it tells whether
    /// two scans saw the same.
    /// </summary>
    public ulong Digest()
    {
        var salts = _distinct.Select(memberships => BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(memberships.ToKey())))).ToArray();
        var sum = 0UL;

        foreach (var (id, number) in _people)
        {
            var halves = MemoryMarshal.Cast<Guid, ulong>(new ReadOnlySpan<Guid>(in id));
            sum += Mixed(Mixed(halves[0]) ^ halves[1] ^ salts[number]);
        }

        foreach (var (id, number) in _others)
        {
            sum += Mixed(BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(id.ToUpperInvariant()))) ^ salts[number]);
        }

        return sum;
    }

    /// <summary>Adds members; who is added twice is in it once.</summary>
    /// <param name="kind">What they are in.</param>
    /// <param name="id">Its id.</param>
    /// <param name="userIds">Object ids of people.</param>
    public void Add(MembershipKind kind, string id, IEnumerable<string> userIds)
    {
        foreach (var userId in userIds)
        {
            // Graph's object ids are GUIDs, which take a third of their text.
            ref var place = ref Guid.TryParseExact(userId, "D", out var guid)
                ? ref CollectionsMarshal.GetValueRefOrAddDefault(_people, guid, out _)
                : ref CollectionsMarshal.GetValueRefOrAddDefault(_others, userId, out _);
            place = Step(place, kind, id);
        }
    }

    /// <summary>Adds people whom policies name one by one.</summary>
    public void AddNamed(IEnumerable<string> userIds)
    {
        foreach (var id in userIds)
        {
            Add(MembershipKind.User, id, [id]);
        }
    }

    /// <summary>How many people are in each group and role that somebody is in.</summary>
    public IReadOnlyDictionary<(MembershipKind Kind, string Id), int> CountBySet()
    {
        var people = new int[_distinct.Count];

        foreach (var number in _people.Values.Concat(_others.Values))
        {
            people[number]++;
        }

        return _distinct.Zip(people)
            .SelectMany(one => one.First.GroupIds.Select(id => (Set: (MembershipKind.Group, id), one.Second))
                .Concat(one.First.RoleTemplateIds.Select(id => (Set: (MembershipKind.Role, id), one.Second))))
            .GroupBy(one => one.Set, one => one.Second)
            .ToDictionary(group => group.Key, group => group.Sum());
    }

    /// <summary>Where a person stands.</summary>
    public PolicyMemberships Of(string userId) => _distinct[
        Guid.TryParseExact(userId, "D", out var guid) ? _people.GetValueOrDefault(guid) : _others.GetValueOrDefault(userId)];

    // The finisher of SplitMix64: each bit of the input changes half of the bits of the output.
    private static ulong Mixed(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9;
        value = (value ^ (value >> 27)) * 0x94d049bb133111eb;
        return value ^ (value >> 31);
    }

    private int Step(int from, MembershipKind kind, string id)
    {
        ref var to = ref CollectionsMarshal.GetValueRefOrAddDefault(_steps, (from, kind, id), out var isKnown);

        if (!isKnown)
        {
            to = Number(_distinct[from].With(kind, id));
        }

        return to;
    }

    private int Number(PolicyMemberships memberships)
    {
        if (!_numbers.TryGetValue(memberships, out var number))
        {
            _numbers[memberships] = number = _distinct.Count;
            _distinct.Add(memberships);
        }

        return number;
    }
}
