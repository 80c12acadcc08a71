using System.Text.Json;
using MeshReadiness.Core.ConditionalAccess;
using MeshReadiness.Core.ConditionalAccess.Filters;
using MeshReadiness.Core.ConditionalAccess.Policies;
using MeshReadiness.Core.ConditionalAccess.SignIns;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Core.Tests.ConditionalAccess;

/// <summary>The worked examples of several policies, by their letters.</summary>
public sealed class SignInExamplesTests
{
    private const string Mesh = MeshNames.ServicesAppId, Exchange = "00000002-0000-0ff1-ce00-000000000000", SharePoint = "00000003-0000-0ff1-ce00-000000000000";
    private const string Teams = "cc15fd57-2c6c-4117-a88c-83b1d56b4bbe", QuestGroup = "9a9a9a9a-0000-0000-0000-000000000001";

    private static readonly AppGroups Apps = new(
        SignIn.SetOf([Teams, Exchange, SharePoint]), SignIn.SetOf([]),
        ImmutableDictionary<string, ImmutableArray<string>>.Empty.Add(Mesh, [Teams, Exchange, SharePoint]));

    private const string Mfa = """ "builtInControls":["mfa"]""", Compliant = """ "builtInControls":["compliantDevice"]""", Block = """ "builtInControls":["block"]""";

    [Fact]
    public void A_the_second_factor_alone_isnt_enough_where_another_policy_asks_for_the_device() =>
        AssertOutcome(SignInOutcome.Blocked, [50199, 53003], Quest("mfa"), Policy(Mfa), Policy(Compliant));

    [Fact]
    public void B_a_block_wins() => AssertOutcome(
        SignInOutcome.Blocked, [53003], Quest("mfa"), Policy(Mfa), Policy(Block, conditions: """ "platforms":{"includePlatforms":["android"],"excludePlatforms":[]}"""));

    [Fact]
    public void C_one_of_two_is_enough_with_or() => AssertOutcome(SignInOutcome.Allowed, [], Quest("mfa"), Policy(""" "builtInControls":["compliantDevice","mfa"]""", "OR"));

    [Fact]
    public void D_and_asks_for_both() => AssertOutcome(SignInOutcome.Blocked, [50199, 53003], Quest("mfa"), Policy(""" "builtInControls":["compliantDevice","mfa"]""", "AND"));

    [Fact]
    public void E_what_is_only_reported_blocks_nobody() => Assert.Equal(
        PolicyOutcome.ReportOnlyFailure,
        AssertOutcome(SignInOutcome.Allowed, [], Quest("mfa"), Policy(Compliant, state: "enabledForReportingButNotEnforced")).Policies[0].Result);

    [Fact]
    public void F_what_is_disabled_is_ignored() => Assert.Equal(
        (PolicyOutcome.NotEnabled, Truth.No, 0),
        AssertOutcome(SignInOutcome.Allowed, [], Quest(), Policy(Compliant, state: "disabled")).Policies[0] is var one ? (one.Result, one.Applies, one.Conditions.Length) : default);

    [Fact]
    public void G_taking_out_wins_over_taking_in() => AssertOutcome(
        SignInOutcome.Allowed, [], Quest(), Policy(Compliant, users: $""" "includeUsers":[],"includeGroups":["{QuestGroup}"],"excludeGroups":["{QuestGroup}"]"""));

    [Fact]
    public void H_a_policy_on_office_365_alone_lets_mesh_in_and_stops_what_comes_next()
    {
        var result = AssertOutcome(SignInOutcome.Allowed, [], Quest(), Policy(Compliant, apps: """ "includeApplications":["Office365"]"""));

        Assert.Equal([new(Teams, SignInOutcome.Blocked), new(Exchange, SignInOutcome.Blocked), new(SharePoint, SignInOutcome.Blocked)], result.Later);
    }

    [Fact]
    public void I_without_mesh_and_office_365_both_are_let_in_and_the_rest_is_judged()
    {
        var policy = Policy(Compliant, apps: $""" "includeApplications":["All"],"excludeApplications":["{Mesh}","Office365"]""");

        Assert.All(AssertOutcome(SignInOutcome.Allowed, [], Quest(), policy).Later, later => Assert.Equal(SignInOutcome.Allowed, later.Outcome));
        AssertOutcome(SignInOutcome.Blocked, [53000], Quest() with { Target = App("00000002-0000-0000-c000-000000000000") }, policy);
    }

    [Fact]
    public void J_an_app_that_begins_with_a_device_code_is_blocked() =>
        AssertOutcome(SignInOutcome.Blocked, [53003], Quest() with { AuthenticationFlow = "deviceCodeFlow" }, Policy(Block, conditions: NoDeviceCode));

    [Fact]
    public void K_an_app_that_signs_in_itself_isnt() => AssertOutcome(SignInOutcome.Allowed, [], Quest(), Policy(Block, conditions: NoDeviceCode));

    [Fact]
    public void L_a_session_that_began_with_a_device_code_stays_one() => AssertOutcome(
        SignInOutcome.Blocked, [53003], Quest() with { AuthenticationFlow = "deviceCodeFlow", Target = App(Exchange) },
        Policy(Block, conditions: NoDeviceCode, apps: $""" "includeApplications":["All"],"excludeApplications":["{SharePoint}"]"""));

    [Fact]
    public void M_mesh_has_no_app_protection() => AssertOutcome(
        SignInOutcome.Blocked, [], Quest(), Policy(""" "builtInControls":["compliantApplication"]""", conditions: """ "platforms":{"includePlatforms":["android"]}"""));

    [Fact]
    public void N_or_lets_the_second_factor_do() => AssertOutcome(SignInOutcome.Allowed, [], Quest("mfa"), Policy(""" "builtInControls":["compliantApplication","mfa"]""", "OR"));

    [Fact]
    public void O_a_guest_s_device_doesnt_count_without_trust() => AssertOutcome(
        SignInOutcome.Blocked, [53000], Guest(ADevice.QM) with { TrustsCompliantDevice = Truth.No }, Policy(Compliant));

    [Fact]
    public void P_a_guest_s_second_factor_counts_with_trust() => AssertOutcome(
        SignInOutcome.Allowed, [], Guest(ADevice.U, "mfa") with { TrustsMfa = Truth.Yes }, Policy(Mfa));

    [Fact]
    public void Q_a_negative_filter_frees_every_unregistered_device()
    {
        ConditionalAccessPolicy[] policies =
        [
            Policy(Compliant, conditions: """ "devices":{"deviceFilter":{"mode":"exclude","rule":"device.manufacturer -notIn [\"Meta\",\"Oculus\"]"}}"""),
            Policy(Mfa, users: $""" "includeUsers":[],"includeGroups":["{QuestGroup}"]"""),
        ];

        AssertOutcome(SignInOutcome.Allowed, [], Quest("mfa"), policies);

        // Anybody else with any phone or computer that nobody knows.
        AssertOutcome(SignInOutcome.Allowed, [], Quest() with { GroupIds = SignIn.SetOf([]), IsHeadset = false, Platform = "windows" }, policies);
    }

    [Fact]
    public void R_a_narrowed_exception_lets_mesh_in_and_nothing_else()
    {
        ConditionalAccessPolicy[] policies =
        [
            Policy(Compliant, users: $""" "includeUsers":["All"],"excludeGroups":["{QuestGroup}"]"""),
            Policy(Compliant, users: $""" "includeUsers":[],"includeGroups":["{QuestGroup}"]""", apps: $""" "includeApplications":["All"],"excludeApplications":["{Mesh}","Office365"]"""),
            Policy(Mfa, users: $""" "includeUsers":[],"includeGroups":["{QuestGroup}"]"""),
        ];

        AssertOutcome(SignInOutcome.Allowed, [], Quest("mfa"), policies);
        AssertOutcome(SignInOutcome.BlockedUnlessControlsMet, [], Quest(), policies);
        AssertOutcome(SignInOutcome.Blocked, [53000], Quest("mfa") with { Target = App("00000003-0000-0000-c000-000000000000") }, policies);
    }

    // A role for an administrative unit isn't among the roles for the whole tenant, which is all that a sign-in tells.
    [Fact]
    public void S_a_role_for_a_part_of_the_tenant_doesnt_count() => AssertOutcome(
        SignInOutcome.Allowed, [], Quest(), Policy(Block, users: """ "includeUsers":[],"includeRoles":["62e90394-69f5-4237-9190-012177145e10"]"""));

    [Fact]
    public void T_a_trusted_place_is_taken_out() => AssertOutcome(
        SignInOutcome.Allowed, [], Quest() with { IsTrustedLocation = Truth.Yes },
        Policy(Block, conditions: """ "locations":{"includeLocations":["All"],"excludeLocations":["AllTrusted"]}"""));

    [Fact]
    public void A_list_of_strengths_that_is_told_leaves_nothing_open_when_other_controls_arent_told()
    {
        var policy = Policy(""" "builtInControls":[],"authenticationStrength":{"id":"s1"}""");
        var untold = Quest() with { Satisfied = default };

        AssertOutcome(SignInOutcome.BlockedUnlessControlsMet, [], untold, policy);
        AssertOutcome(SignInOutcome.Allowed, [], untold with { AuthenticationStrengthIds = SignIn.SetOf(["s1"]) }, policy);
        AssertOutcome(SignInOutcome.Unknown, [], Quest("mfa") with { AuthenticationStrengthIds = default }, policy);
        AssertOutcome(SignInOutcome.Allowed, [], Quest("authenticationStrength:s1") with { AuthenticationStrengthIds = default }, policy);
    }

    [Fact]
    public void What_a_disabled_policy_demands_is_told_all_the_same()
    {
        var judged = AssertOutcome(SignInOutcome.Allowed, [], Quest(), Policy(Mfa, state: "disabled")).Policies[0];

        Assert.Equal((PolicyOutcome.NotEnabled, Truth.No, 0, "mfa"), (judged.Result, judged.Applies, judged.Conditions.Length, Assert.Single(judged.Grant!.Controls).Control));
    }

    private const string NoDeviceCode = """ "authenticationFlows":{"transferMethods":"deviceCodeFlow"}""";

    private static SignInResult AssertOutcome(SignInOutcome outcome, int[] codes, SignIn signIn, params ConditionalAccessPolicy[] policies)
    {
        var result = new SignInRules([.. policies], Apps).Judge(signIn);
        Assert.Equal((outcome, string.Join(' ', codes)), (result.Outcome, string.Join(' ', result.ErrorCodes)));
        return result;
    }

    private static ConditionalAccessPolicy Policy(
        string controls, string op = "OR", string state = "enabled", string users = """ "includeUsers":["All"]""", string apps = """ "includeApplications":["All"]""",
        string conditions = """ "locations":null""")
    {
        var json = $$$"""
            {"id":"p","displayName":"P","state":"{{{state}}}","conditions":{"users":{ {{{users}}} },"applications":{ {{{apps}}} },"clientAppTypes":["all"],{{{conditions}}} },
            "grantControls":{"operator":"{{{op}}}",{{{controls}}} }}
            """;
        var read = PolicyReader.Read(JsonElement.Parse(json));
        Assert.True(read.TryGet(out var policy), read.Succeeded ? "" : read.Problem.Detail);
        Assert.Empty(policy.Unmodelled);
        return policy;
    }

    private static SignInTarget App(string id) => new(SignInTargetKind.Application, id);

    private static SignIn Quest(params string[] satisfied) => new()
    {
        UserId = "kari",
        UserType = "member",
        ExternalUserType = new(true, null),
        HomeTenantId = new(true, null),
        GroupIds = SignIn.SetOf([QuestGroup]),
        RoleTemplateIds = SignIn.SetOf([]),
        Target = App(Mesh),
        ClientAppType = "mobileAppsAndDesktopClients",
        Platform = "android",
        Device = ADevice.U,
        IsHeadset = true,
        NamedLocationIds = SignIn.SetOf([]),
        IsTrustedLocation = Truth.No,
        SignInRisk = "none",
        UserRisk = "none",
        InsiderRisk = "none",
        AuthenticationFlow = "none",
        Satisfied = SignIn.SetOf(satisfied),
        AuthenticationStrengthIds = SignIn.SetOf([]),
        TrustsMfa = Truth.No,
        TrustsCompliantDevice = Truth.No,
        TrustsHybridJoinedDevice = Truth.No,
    };

    private static SignIn Guest(FilterDevice device, params string[] satisfied) => Quest(satisfied) with
    {
        UserType = "guest", ExternalUserType = "b2bCollaborationGuest", HomeTenantId = "elsewhere", Device = device,
    };
}
