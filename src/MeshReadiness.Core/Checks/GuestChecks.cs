using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Core.Checks;

/// <summary>Rules about who is let in from outside.</summary>
internal static class GuestChecks
{
    public static CheckResult InvitationsAllowed(CheckFacts facts)
    {
        if (!facts.Inventory.GuestInvitations.TryGet(out var setting))
        {
            return CheckResult.Unknown("The setting for guest invitations", facts.Inventory.GuestInvitations.Problem);
        }

        return setting.AllowInvitesFrom?.ToUpperInvariant() switch
        {
            "EVERYONE" => CheckResult.Pass("Everybody may invite guests, other guests included."),
            "ADMINSGUESTINVITERSANDALLMEMBERS" => CheckResult.Pass("All members may invite guests."),
            "ADMINSANDGUESTINVITERS" => CheckResult.Pass(
                "Only administrators and Guest Inviters may invite guests; whoever is to invite needs one of these roles.").AsHint(),
            "NONE" => CheckResult.Fail(
                "Nobody may invite guests.",
                new Finding(
                    "Guest invitations", "switched off for everybody", "open to those who are to invite",
                    "Open the external collaboration settings in the Microsoft Entra admin center and let at least Guest Inviters invite.",
                    "Global Administrator")),
            _ => CheckResult.Unknown($"Who may invite guests is set to {setting.AllowInvitesFrom ?? "nothing"}, which this version doesn't know."),
        };
    }

    public static CheckResult FirstSignIn(CheckFacts facts)
    {
        if (!facts.Inventory.GuestSignIns.TryGet(out var guests))
        {
            return CheckResult.Unknown("The sign-in activity of guests", facts.Inventory.GuestSignIns.Problem);
        }

        var (all, never) = (guests.Guests, guests.NeverSignedIn);
        var (everybody, has) = all == 1 ? ("The one guest", "has") : ($"All {Words.People(all, Audience.Guests)}", "have");

        return (all, never, guests.IsWhole) switch
        {
            (_, > 0, _) => CheckResult.Fail(
                $"{Words.Number(never)} of {Words.People(all, Audience.Guests)} looked at accepted the invitation and "
                    + $"{(never == 1 ? "has" : "have")} never signed in.",
                new Finding(
                    Words.People(never, Audience.Guests), "never signed in", "signed in once, with MFA set up",
                    "Ask them to sign in at myapps.microsoft.com before the event.", "User Administrator")),
            (_, _, false) => CheckResult.Unknown($"The first {Words.People(all, Audience.Guests)} have signed in; there are more, who were not looked at."),
            (0, _, _) => CheckResult.NotApplicable("The directory has no guest who accepted an invitation."),
            _ => CheckResult.Pass($"{everybody} who accepted the invitation {has} signed in at least once."),
        };
    }

    public static CheckResult CrossTenantAccess(CheckFacts facts)
    {
        if (!facts.Inventory.CrossTenantAccess.TryGet(out var access))
        {
            return CheckResult.Unknown("The cross-tenant access settings", facts.Inventory.CrossTenantAccess.Problem);
        }

        var byDefault = IsBlocked(access.Default, null);
        var blocked = access.Partners.Count(partner => IsBlocked(partner.Inbound, access.Default));
        var allowed = access.Partners.Length - blocked;
        var trust = access.Default.IsMfaTrusted is true ? "An MFA done at home counts." : "Guests have to do MFA here as well.";

        return (byDefault, allowed) switch
        {
            (true, 0) => CheckResult.Fail(
                "People from every other organisation are kept out.",
                new Finding(
                    "Inbound collaboration", "blocked by default, and for every partner", "allowed for the partners planned",
                    "Allow inbound B2B collaboration by default, or add the partners in the cross-tenant access settings.",
                    "Security Administrator")),
            (true, _) => CheckResult.Pass(
                $"Guests come in from {Organisations(allowed)} named in the cross-tenant access settings and from no other. {trust}").AsHint(),
            _ when blocked > 0 => CheckResult.Pass($"Guests come in from everywhere but {Organisations(blocked)}. {trust}").AsHint(),
            _ => CheckResult.Pass($"Guests come in from everywhere. {trust}").AsHint(),
        };
    }

    private static string Organisations(int number) => Words.Count(number, "organisation", "organisations");

    private static bool IsBlocked(InboundAccess access, InboundAccess? otherwise) =>
        Means(access.Users ?? otherwise?.Users) || Means(access.Applications ?? otherwise?.Applications);

    private static bool Means(string? word) => "blocked".Equals(word, StringComparison.OrdinalIgnoreCase);
}
