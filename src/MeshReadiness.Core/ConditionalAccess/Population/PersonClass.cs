using System.Collections.Immutable;
using MeshReadiness.Core.ConditionalAccess.SignIns;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Core.ConditionalAccess.Population;

/// <summary>People whom no policy can tell apart.</summary>
/// <param name="Memberships">Where they stand in what policies name.</param>
/// <param name="UserType">Member or guest; <see langword="null"/> when not told.</param>
/// <param name="Invitation">A guest's invitation; <see langword="null"/> for everybody else.</param>
public sealed record PersonClass(PolicyMemberships Memberships, UserType? UserType, InvitationState? Invitation)
{
    /// <summary>The kinds of accounts that there can be, in nothing that a policy names.</summary>
    internal static ImmutableArray<PersonClass> Kinds { get; } =
    [
        .. new UserType?[] { null, Tenant.UserType.Member, Tenant.UserType.Guest }.SelectMany(type =>
            new InvitationState?[] { null, InvitationState.PendingAcceptance, InvitationState.Accepted }.Select(invitation => new PersonClass(PolicyMemberships.None, type, invitation))),
    ];

    /// <summary>The place of this person's kind of account in <see cref="Kinds"/>.</summary>
    internal int Kind => (UserType switch { null => 0, Tenant.UserType.Member => 1, _ => 2 } * 3) + Invitation switch { null => 0, InvitationState.PendingAcceptance => 1, _ => 2 };

    /// <summary>A person of this class who signs in like this.</summary>
    /// <param name="signIn">Everything that isn't about the person.</param>
    /// <param name="uncertain">Groups and roles of which nobody knows who is in them.</param>
    /// <returns>
    /// The sign-in. Guests who were invited come from elsewhere (<c>b2bCollaborationGuest</c>); a guest without an invitation may be a
    /// local account or one from before there were invitations, so the kind stays unknown, as does every guest's home. Members count as the
    /// organisation's own: the directory has no property that scans read and that tells members from elsewhere.
    /// </returns>
    public SignIn As(SignIn signIn, ImmutableHashSet<string> uncertain) => signIn with
    {
        UserId = Memberships.UserId ?? "",
        UserType = UserType is { } type ? (type is Tenant.UserType.Guest ? "guest" : "member") : default(Known<string>),
        ExternalUserType = (UserType, Invitation) switch
        {
            (Tenant.UserType.Member, _) => new Known<string>(true, null),
            (Tenant.UserType.Guest, not null) => "b2bCollaborationGuest",
            _ => default,
        },
        HomeTenantId = UserType is Tenant.UserType.Member ? new Known<string>(true, null) : default,
        GroupIds = SignIn.SetOf(Memberships.GroupIds),
        RoleTemplateIds = SignIn.SetOf(Memberships.RoleTemplateIds),
        UncertainIds = uncertain,
    };
}

/// <summary>How many people are of a class.</summary>
/// <param name="Class">The class.</param>
/// <param name="People">How many, accounts that are disabled left out.</param>
public sealed record ClassCount(PersonClass Class, int People);
