using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Core.Eligibility;

/// <summary>What an action asks for besides licences: rights that settings, groups or an accepted invitation give.</summary>
internal static class AccessRights
{
    private const string Role = "Groups Administrator";
    private const string Everybody = "Who may create Microsoft 365 groups";

    /// <summary>The reason about the action's right; <see langword="null"/> where licences are enough.</summary>
    public static Reason? For(ActionAccess action, PersonFacts person, TenantFacts tenant) => action switch
    {
        { Right: AccessRight.CreateGroups } => CreateGroups(person, tenant) with { Source = action.Source },
        { Right: AccessRight.JoinGroups } => JoinGroups(person) with { Source = action.Source },
        { Right: AccessRight.AcceptedGuest } => AcceptedGuest(person.User.UserType, person.User.Invitation) with { Source = action.Source },
        { Rights: { } rights } => new($"right:{action.Id}", Verdict.Unknown, $"No rule looks at this yet, so it is unknown: {rights}", $"Make sure of it by hand: {rights}", Source: action.Source),
        _ => null,
    };

    private static Reason CreateGroups(PersonFacts person, TenantFacts tenant)
    {
        if (!tenant.Inventory.GroupCreation.TryGet(out var creation))
        {
            return new("create-groups:unknown", Verdict.Unknown,
                $"{Everybody} is unknown. {tenant.Inventory.GroupCreation.Problem.Detail}",
                "Read GET /groupSettings, which needs the permission GroupSettings.Read.All.") { Proof = [new("EnableGroupCreation is not told", FactOrigin.GroupSettings)] };
        }

        // The settings speak of members; what a guest may do depends on settings that nobody reads.
        if (person.User.UserType is not UserType.Member && (creation.IsOpen || creation.AllowedGroupId is not null))
        {
            return new("create-groups:not-a-member", Verdict.Unknown,
                "Whether somebody who isn't known as a member of the organisation may create Microsoft 365 groups isn't told by the group settings.",
                "Let a member of the organisation create the collection.")
            {
                Proof = [new($"userType is {person.User.UserType?.ToString() ?? "not set"}"), new($"EnableGroupCreation is {(creation.IsOpen ? "true" : "false")}", FactOrigin.GroupSettings)],
            };
        }

        return creation.IsOpen
            ? new("create-groups:everybody", Verdict.Ready, "Everybody in the organisation may create Microsoft 365 groups.") { Proof = [new("userType is Member"), new("EnableGroupCreation is true", FactOrigin.GroupSettings)] }
            : creation.AllowedGroupId is { } group
                ? ByGroup(group, person, tenant)
                : new("create-groups:nobody", Verdict.NotReady,
                    "Creating Microsoft 365 groups is switched off, and no group is exempted; only some administrators may.",
                    "Name a group of those who make collections in the tenant's group settings.", Role)
                {
                    Proof = [new("EnableGroupCreation is false", FactOrigin.GroupSettings), new("GroupCreationAllowedGroupId is not set", FactOrigin.GroupSettings)],
                };
    }

    private static Reason ByGroup(string groupId, PersonFacts person, TenantFacts tenant)
    {
        var name = $"the group {GroupNames.Find(groupId, person, tenant)}";
        var direct = person.DirectGroups.TryGet(out var first) ? first.Has(groupId) : null;
        var nested = person.Groups.TryGet(out var all) ? all.Has(groupId) : null;
        var only = $"Only members of {name} may create Microsoft 365 groups";

        // Here nesting counts: whoever is in a group inside the allowed one may as well.
        return (direct, nested) switch
        {
            (true, _) or (_, true) => new("create-groups:in-group", Verdict.Ready, $"{only}, and this person is one.")
            {
                Proof = [new("EnableGroupCreation is false", FactOrigin.GroupSettings), new($"The person is in {groupId}", FactOrigin.Memberships)],
            },
            (_, false) => new("create-groups:not-in-group", Verdict.NotReady,
                $"{only}, and this person isn't one, nor through a group inside it. Some administrators may all the same.",
                $"Add this person to {name}, or let one of its members create the collection.", Role)
            {
                Proof = [new("EnableGroupCreation is false", FactOrigin.GroupSettings), new($"The person isn't in {groupId}", FactOrigin.Memberships)],
            },
            _ => new("create-groups:group-unknown", Verdict.Unknown,
                $"{only}; whether this person is one is unknown. {(person.Groups.Succeeded ? "The list of their groups is cut off." : person.Groups.Problem.Detail)}",
                "Read all pages of GET /users/{id}/transitiveMemberOf, which needs the permission Group.Read.All.")
            {
                Proof = [new("EnableGroupCreation is false", FactOrigin.GroupSettings), new($"Membership in {groupId} is not told", FactOrigin.Memberships)],
            },
        };
    }

    private static Reason JoinGroups(PersonFacts person) => person.User.UserType is UserType.Member
        ? new("join-groups:member", Verdict.Ready, "Members of the organisation may be in Microsoft 365 groups.") { Proof = [new("userType is Member")] }
        : new("join-groups:unknown", Verdict.Unknown,
            "Whether somebody who isn't known as a member of the organisation may be in Microsoft 365 groups depends on the setting AllowToAddGuests, which isn't read.",
            "Look at the guest settings of Microsoft 365 groups in the Microsoft 365 admin center.", "Groups Administrator")
        {
            Proof = [new($"userType is {person.User.UserType?.ToString() ?? "not set"}")],
        };

    /// <summary>Whether somebody is a guest who has accepted the invitation.</summary>
    public static Reason AcceptedGuest(UserType? userType, InvitationState? invitation) => (userType, invitation) switch
    {
        (UserType.Member, _) => new("guest:member", Verdict.NotReady, "This person is a member of the organisation and not a guest.") { Proof = [new("userType is Member")] },
        (UserType.Guest, InvitationState.Accepted) => new("guest:accepted", Verdict.Ready, "The guest has accepted the invitation.") { Proof = [new("externalUserState is Accepted")] },
        (UserType.Guest, InvitationState.PendingAcceptance) => new("guest:pending", Verdict.NotReady, "The guest hasn't accepted the invitation yet.",
            "Send the invitation again and have the guest accept it.", "Guest Inviter") { Proof = [new("externalUserState is PendingAcceptance")] },
        _ => new("guest:unknown", Verdict.Unknown, "Whether this person is a guest who has accepted the invitation is unknown.",
            "Read the person with userType and externalUserState.")
        {
            Proof = [new($"userType is {userType?.ToString() ?? "not set"}"), new($"externalUserState is {invitation?.ToString() ?? "not set"}")],
        },
    };
}
