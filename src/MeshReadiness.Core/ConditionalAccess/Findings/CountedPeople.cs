using System.Collections.Immutable;
using MeshReadiness.Core.ConditionalAccess.Policies;
using MeshReadiness.Core.ConditionalAccess.Population;

namespace MeshReadiness.Core.ConditionalAccess.Findings;

/// <summary>Counts whom policies are about, each policy once.</summary>
internal sealed class CountedPeople
{
    private readonly Dictionary<ConditionalAccessPolicy, int> _counts = new(ReferenceEqualityComparer.Instance);
    private readonly ImmutableHashSet<string> _uncertain;
    private readonly MembershipBits _bits;
    private readonly (int Kind, ulong[] Bits, string? UserId, int People)[] _people;

    public CountedPeople(ImmutableArray<ClassCount> people, ImmutableArray<ConditionalAccessPolicy> policies, ImmutableHashSet<string> uncertain)
    {
        (_uncertain, _bits) = (uncertain, new(NamedByPolicies.Of(policies)));
        _people = [.. people.Select(count => (count.Class.Kind, BitsOf(count.Class), count.Class.Memberships.UserId, count.People))];
    }

    /// <summary>How many people the policy is about for certain.</summary>
    public int Count(ConditionalAccessPolicy policy)
    {
        if (!_counts.TryGetValue(policy, out var count))
        {
            var users = new CompiledUsers(policy, _bits, _uncertain);
            count = _people.Where(one => users.Met(one.Kind, one.Bits, one.UserId) is Truth.Yes).Sum(one => one.People);
            _counts.Add(policy, count);
        }

        return count;
    }

    private ulong[] BitsOf(PersonClass person)
    {
        var bits = new ulong[_bits.Words];
        _bits.Set(person.Memberships.GroupIds, person.Memberships.RoleTemplateIds, bits);
        return bits;
    }
}
