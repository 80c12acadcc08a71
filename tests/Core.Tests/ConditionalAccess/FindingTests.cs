using MeshReadiness.Core.ConditionalAccess.Findings;
using MeshReadiness.Core.ConditionalAccess.Population;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Playbooks;
using static MeshReadiness.Core.Tests.ConditionalAccess.APolicy;

namespace MeshReadiness.Core.Tests.ConditionalAccess;

/// <summary>Each finding with a set of policies that has it, and with the same set mended, which hasn't.</summary>
public sealed class FindingTests
{
    private const string Mesh = MeshNames.ServicesAppId;

    private static readonly APolicy Mfa = new("mfa") { Grant = Demand("mfa") };

    // People with headsets get Mesh and Office 365 on any device, with a second factor; for all else they need a managed device like everybody.
    private static readonly APolicy[] NarrowException =
    [
        new("devices") { Users = AllWithout("quest", "emergency") },
        new("devices of people with headsets") { Users = Group("quest"), Apps = AllBut(Mesh, "Office365") },
        new("second factor of people with headsets") { Users = Group("quest"), Grant = Demand("mfa") },
    ];

    private static readonly Dictionary<string, Case> Cases = new()
    {
        ["exemption-frees-unregistered"] = new(FindingSeverity.Critical, new APolicy("p") { Filter = "device.manufacturer -notIn [\"Meta\",\"Oculus\"]" })
        {
            Mended = [new("p") { Filter = "device.isCompliant -eq True" }],
        },
        ["emergency-lockout"] = new(FindingSeverity.Critical, Mfa, new("risk") { Grant = Demand("mfa") }, new("p") { Users = AllWithout("others") })
        {
            Mended = [Mfa, new("risk") { Grant = Demand("mfa") }, new("p") { Users = AllWithout("others", "emergency") }],
        },
        ["quest-blocked"] = new(FindingSeverity.Medium, new APolicy("p"), Mfa) { Mended = NarrowException },
        ["app-protection-on-mesh"] = new(FindingSeverity.High, new APolicy("p") { Grant = Demands("AND", "compliantApplication", "mfa") })
        {
            Mended = [new("p") { Grant = Demand("compliantApplication", "mfa") }],
        },
        ["exemption-misses-unregistered"] = new(FindingSeverity.High, new APolicy("p") { Filter = "device.manufacturer -in [\"Meta\",\"Oculus\"]" })
        {
            Mended = [new("p") { Filter = "device.manufacturer -in [\"Meta\",\"Oculus\"] -and device.isCompliant -eq True" }],
        },
        ["filter-invalid"] = new(FindingSeverity.High, new APolicy("p") { Filter = "device.maker -eq \"Meta\"" }) { Mended = [new("p") { Filter = "device.manufacturer -eq \"Meta\"" }] },
        ["mesh-opens-office-fails"] = new(FindingSeverity.High, new APolicy("p") { Apps = AllBut(Mesh) }) { Mended = [new("p") { Apps = AllBut(Mesh, "Office365") }] },
        ["impossible-demand"] = new(FindingSeverity.High, new APolicy("p") { Grant = Demand("domainJoinedDevice"), Conditions = """ "platforms":{"includePlatforms":["iOS","android"]}""" })
        {
            Mended = [new("p") { Grant = Demand("domainJoinedDevice"), Conditions = """ "platforms":{"includePlatforms":["windows"]}""" }],
        },
        ["contradicting-policies"] = new(FindingSeverity.Medium, new APolicy("p"), new("other") { Grant = Demand("block"), Filter = "device.isCompliant -eq True", Mode = "include" })
        {
            Mended = [new("p"), new("other") { Grant = Demand("block"), Filter = "device.isCompliant -eq True" }],
        },
        ["mesh-unprotected"] = new(FindingSeverity.Medium, new APolicy("p") { Apps = App("Office365"), Grant = Demand("mfa") })
        {
            Mended = [new("p") { Apps = App("Office365", Mesh), Grant = Demand("mfa") }],
        },
        ["exempt-unprotected"] = new(
            FindingSeverity.Medium, new APolicy("p") { Users = AllWithout("emergency", "visitors"), Grant = Demand("mfa") }, new("second") { Users = AllWithout("emergency"), Grant = Demand("mfa"), Apps = App("Office365") },
            new("third") { Users = AllWithout("emergency"), Grant = Demand("mfa"), Apps = App(UsualPortal) }, new("fourth") { Users = AllWithout("emergency"), Grant = Demand("mfa"), Apps = App("MicrosoftAdminPortals") })
        {
            Mended = [new("p") { Users = AllWithout("emergency"), Grant = Demand("mfa") }],
        },
        ["filter-on-editable-attributes"] = new(FindingSeverity.Medium, new APolicy("p") { Filter = "device.displayName -startsWith \"VR-\" -or device.isCompliant -eq True" })
        {
            Mended = [new("p") { Filter = "device.displayName -startsWith \"VR-\" -and device.isCompliant -eq True" }],
        },
        ["registered-worse-off"] = new(FindingSeverity.Medium, new APolicy("p") { Filter = "device.operatingSystem -eq \"Windows\"", Mode = "include" })
        {
            Mended = [new("p") { Filter = "device.operatingSystem -eq \"Windows\"", Mode = "include" }, new("all") { Conditions = """ "platforms":{"includePlatforms":["windows"]}""" }],
        },
        ["platform-exempted"] = new(FindingSeverity.Medium, new APolicy("p") { Conditions = """ "platforms":{"includePlatforms":["all"],"excludePlatforms":["android"]}""" })
        {
            Mended = [new("p") { Conditions = """ "platforms":{"includePlatforms":["all"],"excludePlatforms":["linux"]}""" }],
        },
        ["strong-authentication-on-quest"] = new(FindingSeverity.Medium, new APolicy("p") { Grant = """{"operator":"OR","authenticationStrength":{"id":"00000000-0000-0000-0000-000000000004"}}""" })
        {
            Mended = [new("p") { Grant = """{"operator":"OR","authenticationStrength":{"id":"00000000-0000-0000-0000-000000000002"}}""" }],
        },
        ["nobody-excluded"] = new(FindingSeverity.Medium, new APolicy("p") { Users = AllWithout() }) { Mended = [new("p")] },
        ["password-change-misplaced"] = new(FindingSeverity.Medium, new APolicy("p") { Grant = Demands("AND", "mfa", "passwordChange") })
        {
            Mended = [new("p") { Grant = Demands("AND", "mfa", "passwordChange"), Conditions = """ "userRiskLevels":["high"]""" }],
        },
        ["includes-and-excludes"] = new(FindingSeverity.Low, new APolicy("p") { Users = """{"includeGroups":["a","b"],"excludeGroups":["B"]}""" })
        {
            Mended = [new("p") { Users = """{"includeGroups":["a","b"],"excludeGroups":["c"]}""" }],
        },
        ["targets-nobody"] = new(FindingSeverity.Low, new APolicy("p") { Users = """{"includeUsers":["None"]}""" }) { Mended = [new("p") { Users = """{"includeUsers":["one"]}""" }] },
        ["targets-nothing"] = new(FindingSeverity.Low, new APolicy("p") { Apps = App("None") })
        {
            Mended = [new("p") { Apps = """{"includeApplications":["None"],"includeUserActions":["urn:user:registersecurityinfo"]}""", Grant = Demand("mfa") }],
        },
        ["deleted-group"] = new(FindingSeverity.High, new APolicy("p") { Users = Group("gone") })
        {
            Known = new() { GroupIds = ["there"] }, Mended = [new("p") { Users = Group("THERE") }],
        },
        ["deleted-user"] = new(FindingSeverity.Low, new APolicy("p") { Users = """{"includeUsers":["All"],"excludeUsers":["gone","GuestsOrExternalUsers"]}""" })
        {
            Known = new() { UserIds = ["there"] }, Mended = [new("p") { Users = """{"includeUsers":["All"],"excludeUsers":["there"]}""" }],
        },
        ["deleted-location"] = new(FindingSeverity.Low, new APolicy("p") { Conditions = """ "locations":{"includeLocations":["All"],"excludeLocations":["gone","AllTrusted"]}""" })
        {
            Known = new() { LocationIds = ["there"] }, Mended = [new("p") { Conditions = """ "locations":{"includeLocations":["All"],"excludeLocations":["there","AllTrusted"]}""" }],
        },
        ["approved-app-retiring"] = new(FindingSeverity.Low, new APolicy("p") { Grant = Demand("approvedApplication", "mfa") })
        {
            Mended = [new("p") { Grant = Demand("approvedApplication", "compliantApplication", "mfa") }],
        },
        ["device-code-flow-blocked"] = new(FindingSeverity.Info, new APolicy("p") { Grant = Demand("block"), Conditions = """ "authenticationFlows":{"transferMethods":"deviceCodeFlow"}""" })
        {
            Mended = [new("p") { Grant = Demand("block"), Conditions = """ "authenticationFlows":{"transferMethods":"authenticationTransfer"}""" }],
        },
    };

    private const string UsualPortal = "c44b4083-3bb0-49c1-b47d-974e53cbdf3c";

    public static TheoryData<string> Codes => [.. FindingRules.All.Select(definition => definition.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_set_of_policies_has_it_and_the_mended_set_hasnt(string code)
    {
        var one = Cases[code];
        var found = Find(one.Known, one.Policies).Where(finding => finding.Code == code).ToList();

        var finding = Assert.Single(found);
        Assert.Equal((one.Severity, "p"), (finding.Severity, finding.Policy.Id));
        Assert.StartsWith(code is "exempt-unprotected" ? "For members of the group visitors a password is enough" : "\"p\" ", finding.Sentence, StringComparison.Ordinal);
        Assert.All([finding.Sentence, finding.Remedy, .. finding.Proof], sentence => Assert.Matches("^\\S.*[.!]$|^The filter is: .+", sentence));
        Assert.DoesNotContain(Find(one.Known, one.Mended), other => other.Code == code);
    }

    /// <summary>Without those that follow from what is enforced together: a policy that isn't enforced protects nobody and blocks nobody.</summary>
    public static TheoryData<string> CodesOfSinglePolicies =>
        [.. FindingRules.All.Select(definition => definition.Code).Except(["mesh-unprotected", "exempt-unprotected", "contradicting-policies"])];

    [Theory]
    [MemberData(nameof(CodesOfSinglePolicies))]
    public void What_is_only_reported_is_told_less_gravely_and_what_is_disabled_not_at_all(string code)
    {
        var one = Cases[code];
        var reported = Find(one.Known, [.. one.Policies.Select(policy => policy.Name is "p" ? policy with { State = "enabledForReportingButNotEnforced" } : policy)]).Where(finding => finding.Code == code);
        var disabled = Find(one.Known, [.. one.Policies.Select(policy => policy with { State = "disabled" })]);

        var finding = Assert.Single(reported);
        Assert.Equal(one.Severity is FindingSeverity.Info ? FindingSeverity.Info : one.Severity + 1, finding.Severity);
        Assert.EndsWith("The policy is only reported as yet.", finding.Sentence, StringComparison.Ordinal);
        Assert.Empty(disabled);
    }

    [Fact]
    public void Nothing_is_wrong_with_an_exception_that_is_narrow() => Assert.Empty(Find(KnownTenant.Nothing, NarrowException));

    [Fact]
    public void Nothing_is_wrong_with_a_fleet_of_headsets_that_are_all_managed() => Assert.Empty(Find(
        new() { Devices = ADevice.Counted((ADevice.QM, 40), (ADevice.W, 900), (ADevice.P, 12)) },
        new APolicy("devices"), Mfa, new("old clients") { Grant = Demand("block"), Conditions = """ "clientAppTypes":["exchangeActiveSync","other"]""" }));

    [Theory]
    [InlineData(0, 0, FindingSeverity.High, "No headset is registered.", 0)]
    [InlineData(0, 3, FindingSeverity.High, "3 registered headsets aren't managed and compliant, and no other is.", 3)]
    [InlineData(5, 1, FindingSeverity.Medium, "5 registered headsets are managed and compliant, 1 isn't.", 1)]
    public void How_grave_it_is_that_headsets_are_blocked_depends_on_the_headsets(int managed, int others, FindingSeverity severity, string sentence, int devices)
    {
        var finding = Assert.Single(Find(new() { Devices = ADevice.Counted((ADevice.QM, managed), (ADevice.QX, others), (ADevice.W, 7)) }, new APolicy("p")), one => one.Code is "quest-blocked");

        Assert.Equal((severity, devices, (int?)null), (finding.Severity, finding.Devices, finding.People));
        Assert.EndsWith(sentence, finding.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_blocked_headset_is_told_with_the_control_and_every_condition()
    {
        var finding = Find(KnownTenant.Nothing, new APolicy("p") { Conditions = """ "platforms":{"includePlatforms":["android"]}""", Grant = Demands("AND", "mfa", "domainJoinedDevice") })
            .Single(one => one.Code is "quest-blocked");

        Assert.Equal("\"p\" keeps every headset, managed or not, out of Mesh: it demands multifactor authentication and a hybrid joined device.", finding.Sentence);
        Assert.Equal(FindingSeverity.High, finding.Severity);
        Assert.Equal(
            ["The person is taken in: everybody is.", "The resource is named, as All.", "The platform is android; the policy names android.", "mfa can be met when asked for.", "domainJoinedDevice can't be met."],
            finding.Proof);
    }

    [Fact]
    public void A_policy_that_blocks_outside_of_trusted_places_blocks_from_some_places() => Assert.Contains(
        "out of Mesh from some places: it blocks.",
        Find(KnownTenant.Nothing, new APolicy("p") { Grant = Demand("block"), Conditions = """ "locations":{"includeLocations":["All"],"excludeLocations":["AllTrusted"]}""" })
            .Single(one => one.Code is "quest-blocked").Sentence,
        StringComparison.Ordinal);

    [Fact]
    public void People_and_registered_devices_that_a_filter_frees_are_counted()
    {
        var known = new KnownTenant { People = [Class(70), Class(30, "quest"), Class(2, "emergency")], Devices = ADevice.Counted((ADevice.QM, 4), (ADevice.W, 9), (ADevice.P, 3)) };
        var finding = Find(known, Cases["exemption-frees-unregistered"].Policies).Single(one => one.Code is "exemption-frees-unregistered");

        Assert.Equal((100, 12), (finding.People, finding.Devices));
        Assert.Contains("12 registered devices are let past as well.", finding.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_negative_filter_for_headset_users_and_mesh_alone_is_accepted_with_a_second_policy()
    {
        var narrow = new APolicy("p") { Users = Group("quest"), Apps = App(Mesh), Filter = "device.manufacturer -ne \"Oculus\"" };
        APolicy[] alone = [narrow], withSecond = [narrow, new("mfa") { Users = Group("quest"), Grant = Demand("mfa") }];

        Assert.Equal(FindingSeverity.Medium, Find(KnownTenant.Nothing, alone).Single(one => one.Code is "exemption-frees-unregistered").Severity);
        Assert.DoesNotContain(Find(KnownTenant.Nothing, withSecond), one => one.Code is "exemption-frees-unregistered");
    }

    [Fact]
    public void An_emergency_account_is_found_through_a_group_and_spared_through_another()
    {
        const string Account = "break-glass";
        var without = $$"""{"includeUsers":["All"],"excludeUsers":["{{Account}}"]}""";
        APolicy[] policies = [new("first") { Users = without, Grant = Demand("mfa") }, new("second") { Users = without }, new("p") { Users = AllWithout("special") }];

        // Who is in the group isn't known, so nothing is said.
        Assert.DoesNotContain(Find(KnownTenant.Nothing, policies), one => one.Code is "emergency-lockout");

        var inGroup = Find(new() { People = [new(new(new(["special"], [], Account), UserType.Member, null), 1)] }, policies);
        var outside = Find(new() { People = [new(new(new([], [], Account), UserType.Member, null), 1)] }, policies);

        Assert.DoesNotContain(inGroup, one => one.Code is "emergency-lockout");
        var finding = Assert.Single(outside, one => one.Code is "emergency-lockout");
        Assert.Equal(("p", FindingSeverity.Critical, 1), (finding.Policy.Id, finding.Severity, finding.People));
        Assert.Equal($"\"p\" shuts out the account {Account}, who is kept for emergencies: it demands a compliant device.", finding.Sentence);
    }

    [Fact]
    public void A_policy_about_admins_shuts_an_emergency_account_out_too() => Assert.Single(
        Find(
            new() { EmergencyIds = ["e"] },
            new APolicy("mfa") { Users = """{"includeUsers":["All"],"excludeUsers":["e"]}""", Grant = Demand("mfa") },
            new("p") { Users = """{"includeRoles":["62e90394-69f5-4237-9190-012177145e10"]}""" }),
        one => one is { Code: "emergency-lockout", Severity: FindingSeverity.Critical, Policy.Id: "p" });

    [Fact]
    public void One_exemption_of_two_makes_it_a_guess()
    {
        var finding = Find(KnownTenant.Nothing, new APolicy("mfa") { Users = AllWithout("one"), Grant = Demand("mfa") }, new("p") { Users = AllWithout("other") })
            .Single(one => one.Code is "emergency-lockout" && one.Policy.Id is "p");

        Assert.Equal(FindingSeverity.Medium, finding.Severity);
        Assert.Contains("may be kept for emergencies", finding.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("compliantDevice")]
    [InlineData("compliantApplication")]
    [InlineData("block")]
    public void A_policy_about_nobody_keeps_nobody_out(string control) => Assert.Equal(
        ["targets-nobody"],
        Find(new(), new APolicy("p") { Users = """{"includeUsers":["None"]}""", Grant = Demand(control) }).Select(one => one.Code));

    [Fact]
    public void A_policy_about_a_group_that_nobody_is_in_is_about_nobody_today() => Assert.Equal(
        "\"p\" is about nobody who is in the directory today.",
        Find(new() { People = [Class(3, "other")] }, new APolicy("p") { Users = Group("empty") }).Single(one => one.Code is "targets-nobody").Sentence);

    [Theory]
    [InlineData("AllTrusted")]
    [InlineData("office")]
    public void A_policy_that_blocks_elsewhere_doesnt_contradict_one_that_can_be_met_in_the_office(string office) => Assert.DoesNotContain(
        Find(
            KnownTenant.Nothing, Mfa, new APolicy("p"),
            new("elsewhere") { Grant = Demand("block"), Conditions = $$""" "locations":{"includeLocations":["All"],"excludeLocations":["{{office}}"]}""" },
            new("portals") { Grant = Demand("block"), Apps = App("MicrosoftAdminPortals") }),
        one => one.Code is "contradicting-policies");

    [Fact]
    public void An_account_for_emergencies_that_a_policy_takes_in_by_name_is_no_exception_for_headsets() => Assert.Contains(
        Find(new() { EmergencyIds = ["emergency"] }, new APolicy("p"), new("emergency mfa") { Users = Group("emergency"), Grant = Demand("mfa") }),
        one => one is { Code: "quest-blocked", Policy.Id: "p" });

    [Fact]
    public void What_isnt_known_is_no_finding() => Assert.DoesNotContain(
        Find(KnownTenant.Nothing, new APolicy("p") { Users = Group("gone") }), one => one.Code.StartsWith("deleted-", StringComparison.Ordinal));

    private static ClassCount Class(int people, params string[] groups) => new(new(new([.. groups], [], null), UserType.Member, null), people);

    private static ImmutableArray<PolicyFinding> Find(KnownTenant known, params IEnumerable<APolicy> policies) =>
        FindingRules.Find([.. policies.Select(policy => policy.Read())], ConditionalAccessApps.Shipped, known);

    private sealed record Case(FindingSeverity Severity, params APolicy[] Policies)
    {
        public KnownTenant Known { get; init; } = KnownTenant.Nothing;

        public required APolicy[] Mended { get; init; }
    }
}
