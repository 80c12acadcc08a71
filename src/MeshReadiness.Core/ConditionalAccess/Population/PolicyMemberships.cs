using System.Collections.Immutable;

namespace MeshReadiness.Core.ConditionalAccess.Population;

/// <summary>
/// Where somebody stands in what policies name: the only things about a person, beside the kind of account, by which policies tell
/// people apart. Most people share theirs with many others.
/// </summary>
/// <param name="GroupIds">The groups that a policy names and that the person is in, nested ones too; sorted.</param>
/// <param name="RoleTemplateIds">The built-in roles that a policy names and that the person holds for the whole tenant; sorted.</param>
/// <param name="UserId">The person's object id when a policy names it, otherwise <see langword="null"/>.</param>
public sealed record PolicyMemberships(ImmutableArray<string> GroupIds, ImmutableArray<string> RoleTemplateIds, string? UserId)
{
    /// <summary>Of whoever is in nothing that a policy names.</summary>
    public static PolicyMemberships None { get; } = new([], [], null);

    /// <summary>A text that no other memberships have.</summary>
    internal string ToKey() => $"{string.Join(',', GroupIds)};{string.Join(',', RoleTemplateIds)};{UserId}";

    /// <summary>With one more, in its place.</summary>
    internal PolicyMemberships With(MembershipKind kind, string id) => kind switch
    {
        MembershipKind.Group => this with { GroupIds = Insert(GroupIds, id) },
        MembershipKind.Role => this with { RoleTemplateIds = Insert(RoleTemplateIds, id) },
        _ => this with { UserId = id },
    };

    /// <summary>Whether this is among them.</summary>
    internal bool Has(MembershipKind kind, string id) => kind switch
    {
        MembershipKind.Group => GroupIds.BinarySearch(id, StringComparer.OrdinalIgnoreCase) >= 0,
        MembershipKind.Role => RoleTemplateIds.BinarySearch(id, StringComparer.OrdinalIgnoreCase) >= 0,
        _ => UserId is not null && UserId.Equals(id, StringComparison.OrdinalIgnoreCase),
    };

    /// <inheritdoc/>
    public bool Equals(PolicyMemberships? other) => other is not null && UserId == other.UserId
        && GroupIds.AsSpan().SequenceEqual(other.GroupIds.AsSpan()) && RoleTemplateIds.AsSpan().SequenceEqual(other.RoleTemplateIds.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(UserId);
        Add(GroupIds);
        Add(RoleTemplateIds);
        return hash.ToHashCode();

        void Add(ImmutableArray<string> ids)
        {
            hash.Add(ids.Length);

            foreach (var id in ids)
            {
                hash.Add(id);
            }
        }
    }

    private static ImmutableArray<string> Insert(ImmutableArray<string> ids, string id) =>
        ids.BinarySearch(id, StringComparer.OrdinalIgnoreCase) is var place and < 0 ? ids.Insert(~place, id) : ids;
}

/// <summary>The sorts of things that policies name people by.</summary>
public enum MembershipKind
{
    /// <summary>A group.</summary>
    Group,

    /// <summary>A built-in directory role.</summary>
    Role,

    /// <summary>The person themselves.</summary>
    User,
}
