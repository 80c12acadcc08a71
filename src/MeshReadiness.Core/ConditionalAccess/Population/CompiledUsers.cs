using System.Collections.Immutable;
using MeshReadiness.Core.ConditionalAccess.Policies;
using MeshReadiness.Core.ConditionalAccess.SignIns;

namespace MeshReadiness.Core.ConditionalAccess.Population;

/// <summary>
/// Whom a policy is about, prepared for a whole directory: what it says about kinds of accounts is judged once for each kind, and
/// groups and roles are bits. It comes to the same as <see cref="PersonConditions"/> for each person.
/// </summary>
internal sealed class CompiledUsers
{
    private readonly bool _isStrange;
    private readonly Side _include, _exclude;

    /// <summary>Prepares a policy.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="bits">Gives each group and role its bit.</param>
    /// <param name="uncertain">Groups and roles of which nobody knows who is in them.</param>
    public CompiledUsers(ConditionalAccessPolicy policy, MembershipBits bits, ImmutableHashSet<string> uncertain)
    {
        var users = policy.Users;
        _isStrange = policy.Unmodelled.Any(path => path.StartsWith("conditions.users.", StringComparison.Ordinal));
        _include = new(users.Users.Include, NamedByPolicies.IsWord, users.Groups.Include, users.Roles.Include, users.IncludeGuests, bits, uncertain);
        _exclude = new(users.Users.Exclude, NamedByPolicies.IsGuests, users.Groups.Exclude, users.Roles.Exclude, users.ExcludeGuests, bits, uncertain);
    }

    /// <summary>Whether the policy is about somebody.</summary>
    /// <param name="kind">Which of the <see cref="PersonClass.Kinds"/>.</param>
    /// <param name="memberships">The bits of what they are in.</param>
    /// <param name="userId">Their object id, when a policy names it.</param>
    public Truth Met(int kind, ReadOnlySpan<ulong> memberships, string? userId) => _isStrange
        ? Truth.Unknown
        : _include.Met(kind, memberships, userId).And(_exclude.Met(kind, memberships, userId).Not());

    // What takes somebody in, or out.
    private sealed class Side
    {
        private readonly Truth[] _byKind;
        private readonly ulong[] _in;
        private readonly ImmutableHashSet<string> _users;

        public Side(
            ImmutableArray<string> users, Predicate<string> isWord, ImmutableArray<string> groups, ImmutableArray<string> roles, GuestCondition? guests,
            MembershipBits bits, ImmutableHashSet<string> uncertain)
        {
            // Everybody who isn't in anything gets what remains when groups, roles and people are left out.
            var anonymous = new UserCondition(
                new([.. users.Where(entry => isWord(entry))], []), new([], []), new([], []), guests, null);
            var doubt = groups.Concat(roles).Any(uncertain.Contains) ? Truth.Unknown : Truth.No;
            _byKind = [.. PersonClass.Kinds.Select(kind => PersonConditions.Judge(anonymous, kind.As(new(), uncertain)).Met.Or(doubt))];
            _in = bits.Of(groups, roles);
            _users = SignIn.SetOf(users);
        }

        public Truth Met(int kind, ReadOnlySpan<ulong> memberships, string? userId)
        {
            if (userId is not null && _users.Contains(userId))
            {
                return Truth.Yes;
            }

            for (var index = 0; index < memberships.Length; index++)
            {
                if ((memberships[index] & _in[index]) != 0)
                {
                    return Truth.Yes;
                }
            }

            return _byKind[kind];
        }
    }
}
