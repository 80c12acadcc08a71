using MeshReadiness.Core.Checks;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Core.Tests.Given;

namespace MeshReadiness.Core.Tests.Checks;

public sealed class GuestSettingTests
{
    private static readonly InboundAccess Allowed = new("allowed", "allowed", IsMfaTrusted: true, AreDevicesTrusted: null);
    private static readonly InboundAccess Blocked = new("blocked", "blocked", null, null);
    private static readonly InboundAccess Unset = new(null, null, null, null);

    [Theory]
    [InlineData("everyone", CheckOutcome.Pass, false, "Everybody may invite guests, other guests included.")]
    [InlineData("adminsGuestInvitersAndAllMembers", CheckOutcome.Pass, false, "All members may invite guests.")]
    [InlineData("ADMINSANDGUESTINVITERS", CheckOutcome.Pass, true, "Only administrators and Guest Inviters may invite guests; whoever is to invite needs one of these roles.")]
    [InlineData("none", CheckOutcome.Fail, false, "Nobody may invite guests.")]
    [InlineData("friends", CheckOutcome.Unknown, false, "Who may invite guests is set to friends, which this version doesn't know.")]
    [InlineData(null, CheckOutcome.Unknown, false, "Who may invite guests is set to nothing, which this version doesn't know.")]
    public void Invitations(string? setting, CheckOutcome outcome, bool isHint, string sentence) =>
        Expect(outcome, isHint, sentence, "guest-invitations", new() { GuestInvitations = new GuestInvitationFacts(setting) });

    [Theory]
    [InlineData(0, 0, true, CheckOutcome.NotApplicable, "The directory has no guest who accepted an invitation.")]
    [InlineData(1, 0, true, CheckOutcome.Pass, "The one guest who accepted the invitation has signed in at least once.")]
    [InlineData(4, 0, true, CheckOutcome.Pass, "All 4 guests who accepted the invitation have signed in at least once.")]
    [InlineData(4, 1, true, CheckOutcome.Fail, "1 of 4 guests looked at accepted the invitation and has never signed in.")]
    [InlineData(5000, 2, false, CheckOutcome.Fail, "2 of 5,000 guests looked at accepted the invitation and have never signed in.")]
    [InlineData(5000, 0, false, CheckOutcome.Unknown, "The first 5,000 guests have signed in; there are more, who were not looked at.")]
    public void First_sign_ins(int guests, int never, bool isWhole, CheckOutcome outcome, string sentence) =>
        Expect(outcome, false, sentence, "guest-first-sign-in", new() { GuestSignIns = new GuestSignInFacts(guests, never, isWhole) });

    [Fact]
    public void Open_to_all_organisations() => Partners(
        CheckOutcome.Pass, true, "Guests come in from everywhere. An MFA done at home counts.", Allowed, Unset);

    [Fact]
    public void Open_to_all_but_some() => Partners(
        CheckOutcome.Pass, true, "Guests come in from everywhere but 1 organisation. Guests have to do MFA here as well.",
        Allowed with { IsMfaTrusted = false }, Blocked, Unset);

    [Fact]
    public void Open_to_a_few() => Partners(
        CheckOutcome.Pass, true, "Guests come in from 1 organisation named in the cross-tenant access settings and from no other. Guests have to do MFA here as well.",
        Blocked, Allowed, Unset);

    [Fact]
    public void Partners_who_may_come_and_reach_nothing_are_kept_out() =>
        Partners(CheckOutcome.Fail, false, "People from every other organisation are kept out.", Blocked, Unset with { Users = "allowed" });

    [Fact]
    public void Closed_to_all() => Partners(CheckOutcome.Fail, false, "People from every other organisation are kept out.", Blocked);

    [Theory]
    [InlineData("guest-invitations", "The setting for guest invitations could not be read. Consent is missing.")]
    [InlineData("guest-first-sign-in", "The sign-in activity of guests could not be read. Consent is missing.")]
    [InlineData("cross-tenant-access", "The cross-tenant access settings could not be read. Consent is missing.")]
    public void What_could_not_be_read_is_unknown(string check, string sentence) => Expect(
        CheckOutcome.Unknown, false, sentence, check,
        new() { GuestInvitations = ATenant.NoConsent, GuestSignIns = ATenant.NoConsent, CrossTenantAccess = ATenant.NoConsent });

    private static void Partners(CheckOutcome outcome, bool isHint, string sentence, InboundAccess byDefault, params InboundAccess[] partners) => Expect(
        outcome, isHint, sentence, "cross-tenant-access",
        new() { CrossTenantAccess = new CrossTenantFacts(byDefault, [.. partners.Select(partner => new PartnerAccess("partner", partner))]) });

    private static void Expect(CheckOutcome outcome, bool isHint, string sentence, string check, TenantInventory inventory)
    {
        var result = ACheck.OfInventory(check, inventory);

        Assert.Equal((outcome, isHint, sentence), (result.Outcome, result.IsHint, result.Sentence));
        Assert.Equal(outcome is CheckOutcome.Fail ? 1 : 0, result.Findings.Length);
    }
}
