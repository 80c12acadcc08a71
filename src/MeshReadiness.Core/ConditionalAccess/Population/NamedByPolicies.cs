using System.Collections.Immutable;
using MeshReadiness.Core.ConditionalAccess.Policies;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Core.ConditionalAccess.Population;

/// <summary>The groups, roles and people that policies name, which is what has to be known of everybody's memberships.</summary>
/// <param name="GroupIds">Object ids of groups.</param>
/// <param name="RoleTemplateIds">Template ids of roles.</param>
/// <param name="UserIds">Object ids of people.</param>
public sealed record NamedByPolicies(ImmutableSortedSet<string> GroupIds, ImmutableSortedSet<string> RoleTemplateIds, ImmutableSortedSet<string> UserIds)
{
    private const string Guests = "GuestsOrExternalUsers";

    private static readonly ImmutableHashSet<string> Words = ImmutableHashSet.Create(StringComparer.OrdinalIgnoreCase, "All", "None", Guests);

    /// <summary>What these policies name, disabled ones too: somebody may want to know what enabling them would do.</summary>
    public static NamedByPolicies Of(IEnumerable<ConditionalAccessPolicy> policies)
    {
        var users = policies.Select(policy => policy.Users).ToList();

        return new(
            Ids(users.Select(user => user.Groups)),
            Ids(users.Select(user => user.Roles)),
            Ids(users.Select(user => user.Users)).Except(Words));
    }

    /// <summary>What the policies of a tenant name. One that can't be understood names nothing.</summary>
    public static NamedByPolicies Of(ImmutableArray<ConditionalAccessPolicyFacts> policies) => Of(policies
        .Select(PolicyReader.Read).Where(policy => policy.Succeeded).Select(policy => policy.Value));

    /// <summary>Where a person stands who was read by themselves just now.</summary>
    /// <param name="person">The person, with the groups that they are in.</param>
    /// <param name="before">What a scan knew: it counts for roles, and for groups where these weren't told whole.</param>
    public PolicyMemberships Of(PersonFacts person, PolicyMemberships before) => new(
        person.Groups.TryGet(out var groups) && groups.IsWhole ? [.. GroupIds.Where(id => groups.Has(id) is true)] : before.GroupIds,
        before.RoleTemplateIds,
        UserIds.Contains(person.User.Id) ? person.User.Id : null);

    /// <summary>Whether an entry of a policy's users is a word and no id.</summary>
    internal static bool IsWord(string entry) => Words.Contains(entry);

    /// <summary>Whether it is the word for guests, the only one that can take people out.</summary>
    internal static bool IsGuests(string entry) => Guests.Equals(entry, StringComparison.OrdinalIgnoreCase);

    private static ImmutableSortedSet<string> Ids(IEnumerable<IncludeExclude> pairs) =>
        pairs.SelectMany(pair => pair.Include.Concat(pair.Exclude)).ToImmutableSortedSet(StringComparer.OrdinalIgnoreCase);
}
