using System.Text.Json;
using MeshReadiness.Core.ConditionalAccess;
using MeshReadiness.Core.ConditionalAccess.Policies;
using MeshReadiness.Core.ConditionalAccess.SignIns;

namespace MeshReadiness.Core.Tests.ConditionalAccess;

/// <summary>Policies that say something in a way that isn't documented: nothing of it is taken for what it isn't.</summary>
public sealed class PolicyReaderTests
{
    private const string Guests = """{"includeGuestsOrExternalUsers":{"guestOrExternalUserTypes":"b2bCollaborationGuest","externalTenants":{"membershipKind":"all","members":["t1"]}}}""";

    [Theory]
    [InlineData("include", "")]
    [InlineData("EXCLUDE", "")]
    [InlineData("sometimes", "conditions.devices.deviceFilter.mode")]
    [InlineData(null, "conditions.devices.deviceFilter.mode")]
    public void A_filter_that_neither_includes_nor_excludes_is_unknown(string? mode, string unmodelled)
    {
        var policy = new APolicy("p") { Filter = "device.model -startsWith \"Quest\"", Mode = mode! }.Read();

        Assert.Equal(unmodelled, string.Join(' ', policy.Unmodelled));
        Assert.Equal(unmodelled.Length > 0, Applies(policy, "t1") is Truth.Unknown);
    }

    [Fact]
    public void A_strength_without_an_id_is_demanded_and_not_understood()
    {
        var policy = new APolicy("p") { Grant = """{"operator":"AND","builtInControls":[],"authenticationStrength":{"displayName":"Strong"}}""" }.Read();

        Assert.Equal("grantControls.authenticationStrength", string.Join(' ', policy.Unmodelled));
        Assert.Equal(Truth.Unknown, Judge(policy, "t1").Grant!.Satisfied);
    }

    [Theory]
    [InlineData("\"all\"", "elsewhere", Truth.Yes)]
    [InlineData("\"enumerated\"", "elsewhere", Truth.No)]
    [InlineData("\"enumerated\"", "t1", Truth.Yes)]
    [InlineData("null", "elsewhere", Truth.No)]
    [InlineData("null", "t1", Truth.Yes)]
    [InlineData("\"some\"", "elsewhere", Truth.Unknown)]
    public void Guests_of_some_organisations_arent_guests_of_all(string kind, string home, Truth applies)
    {
        var policy = new APolicy("p") { Users = Guests.Replace("\"all\"", kind, StringComparison.Ordinal) }.Read();

        Assert.Equal(applies, Applies(policy, home));
        Assert.Equal(applies is Truth.Unknown, policy.Unmodelled is ["conditions.users.includeGuestsOrExternalUsers.externalTenants.membershipKind"]);
    }

    [Fact]
    public void No_kind_of_guest_is_nobody()
    {
        var policy = new APolicy("p") { Users = """{"includeGuestsOrExternalUsers":{"guestOrExternalUserTypes":"none"}}""" }.Read();

        Assert.Equal(Truth.No, new SignInRules([policy], AppGroups.None).Judge(Guest("t1") with { ExternalUserType = new(true, null) }).Policies[0].Applies);
    }

    private static Truth Applies(ConditionalAccessPolicy policy, string home) => Judge(policy, home).Applies;

    private static PolicyResult Judge(ConditionalAccessPolicy policy, string home) => new SignInRules([policy], AppGroups.None).Judge(Guest(home)).Policies[0];

    private static SignIn Guest(string home)
    {
        var scenario = $$$"""
            {"user":{"id":"u","userType":"guest","externalUserType":"b2bCollaborationGuest","homeTenantId":"{{{home}}}","groupIds":[],"roleTemplateIds":[]},
            "resource":{"appId":"a"},"device":{"registered":true,"properties":{"model":"Quest 3"}},"authenticationFlow":"none","satisfied":["mfa"]}
            """;
        return ScenarioReader.ReadSignIn(JsonElement.Parse(scenario)).Value;
    }
}
