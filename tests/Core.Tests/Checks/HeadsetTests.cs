using System.Text.Json;
using MeshReadiness.Core.Checks;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Core.Tests.Given;

namespace MeshReadiness.Core.Tests.Checks;

public sealed class HeadsetTests
{
    private const string Mesh = "3016d0ce-47cc-4005-b11d-5fcabb1b643d";

    private static readonly ConditionalAccessPolicyFacts Compliance = Policy("Compliance", grants: ["compliantDevice"]);

    [Theory]
    [InlineData(0, 0, 0, CheckOutcome.NotApplicable, "The directory knows no headset. Those that were never registered can't be seen.")]
    [InlineData(9, 1, 0, CheckOutcome.Fail, "Of 9 registered headsets, 1 isn't managed and 0 aren't compliant.")]
    [InlineData(9, 0, 2, CheckOutcome.Fail, "Of 9 registered headsets, 0 aren't managed and 2 aren't compliant.")]
    [InlineData(9, 0, 0, CheckOutcome.Pass, "9 registered headsets, all managed and compliant. Compliance asks for a compliant device; try with What If that a headset gets in.")]
    public void Managed_headsets(int all, int unmanaged, int failing, CheckOutcome outcome, string sentence)
    {
        var result = Run("headsets-managed", new HeadsetFacts(all, unmanaged, failing), Compliance);

        Expect(outcome, outcome is CheckOutcome.Pass, sentence, result);
        Assert.Equal((unmanaged > 0 ? 1 : 0) + (failing > 0 ? 1 : 0), result.Findings.Length);
    }

    [Fact]
    public void Managed_headsets_are_of_no_use_without_a_policy() => Expect(
        CheckOutcome.Fail, false, "1 registered headset, all managed and compliant, and no enforced policy asks for a compliant device.",
        Run("headsets-managed", new HeadsetFacts(1, 0, 0), Policy("MFA", grants: ["mfa"]), Compliance with { State = PolicyState.ReportOnly }, Policy("PCs", grants: ["compliantDevice"], platforms: ["windows"])));

    [Fact]
    public void An_exception_for_the_people_with_headsets_and_for_Mesh_is_narrow() => Expect(
        CheckOutcome.Pass, true, "Quest and Office: an exception for Mesh alone. That the risk is accepted has to be on record.",
        Run(
            "headset-exception-narrow",
            Policy("Quest", users: ["group"], apps: [Mesh], filter: "device.manufacturer -ne \"Oculus\""),
            Policy("Office", apps: ["Office365"], excludedApps: [Mesh])));

    [Theory]
    [InlineData("All", Mesh, "exempts headsets of everybody")]
    [InlineData("group", "All", "exempts headsets for more than Mesh")]
    public void An_exception_that_is_wider(string users, string apps, string seen)
    {
        var result = Run("headset-exception-narrow", Policy("Quest", users: [users], apps: [apps], filter: "device.model -startsWith \"Quest\""));

        Expect(CheckOutcome.Fail, false, "1 policy makes an exception for headsets that is wider than it has to be.", result);
        Assert.Equal(("Quest", seen), (result.Findings.Single().Subject, result.Findings.Single().Is));
    }

    [Fact]
    public void No_exception() => Expect(
        CheckOutcome.NotApplicable, false, "No enforced policy makes an exception for headsets or for Mesh.",
        Run(
            "headset-exception-narrow",
            Compliance,
            Policy("Printers", filter: "device.model -eq \"LaserJet\""),
            Policy("Only headsets", filter: "device.model -eq \"Quest 3\"", mode: "include"),
            Policy("Off", filter: "device.model -eq \"Quest 3\"", state: PolicyState.Disabled)));

    [Theory]
    [InlineData("device.manufacturer -eq \"Oculus\"", CheckOutcome.Fail)]
    [InlineData("device.manufacturer -in [\"Meta\", \"Oculus\"]", CheckOutcome.Fail)]
    [InlineData("device.model startsWith \"Quest -ne\" -and device.isCompliant -eq \"True\"", CheckOutcome.Fail)]
    [InlineData("device.displayName -eq \"a `\" -ne Quest\"", CheckOutcome.Fail)]
    [InlineData("device.manufacturer -ne \"Meta\"", CheckOutcome.Pass)]
    [InlineData("device.manufacturer -NotIn [\"Meta\",\"Oculus\"]", CheckOutcome.Pass)]
    [InlineData("device.model -notContains \"Quest\"", CheckOutcome.Pass)]
    [InlineData("device.manufacturer -ne \"Meta\" -or device.model -contains \"Quest\"", CheckOutcome.Pass)]
    [InlineData("device.manufacturer -ne \"Meta\" -and device.model -contains \"Quest\"", CheckOutcome.Fail)]
    [InlineData("-not (device.manufacturer -eq \"Meta\")", CheckOutcome.Pass)]
    [InlineData("device.model -eq \"Quest 3\" -or device.manufacturer -eq null", CheckOutcome.Unknown)]
    [InlineData("device.model -like \"Quest\"", CheckOutcome.Unknown)]
    public void What_a_filter_does_to_a_headset_without_attributes_is_worked_out_also_where_operators_are_mixed(string rule, CheckOutcome outcome)
    {
        var result = Run("headset-filter-reaches", Policy("Quest", filter: rule));

        Assert.Equal((outcome, outcome is CheckOutcome.Pass), (result.Outcome, result.IsHint));
        Assert.Equal(outcome is CheckOutcome.Fail ? [rule] : [], result.Findings.Select(finding => finding.Is));
    }

    [Fact]
    public void Without_a_filter_there_is_nothing_to_reach() => Assert.Equal(
        CheckOutcome.NotApplicable, Run("headset-filter-reaches", Compliance, Policy("Printers", filter: "device.model -eq \"LaserJet\"")).Outcome);

    [Theory]
    [InlineData("the only way in", CheckOutcome.Fail)]
    [InlineData("one of two demands", CheckOutcome.Fail)]
    [InlineData("approved apps", CheckOutcome.Fail)]
    [InlineData("for Mesh by name", CheckOutcome.Fail)]
    [InlineData("one of two ways in", CheckOutcome.Pass)]
    [InlineData("on phones of another maker", CheckOutcome.Pass)]
    [InlineData("for Office", CheckOutcome.Pass)]
    [InlineData("Mesh left out", CheckOutcome.Pass)]
    [InlineData("Android left out", CheckOutcome.Pass)]
    [InlineData("only reported", CheckOutcome.Pass)]
    [InlineData("nothing but MFA", CheckOutcome.Pass)]
    public void App_protection(string how, CheckOutcome outcome)
    {
        var policy = how switch
        {
            "one of two demands" => Policy(how, grants: ["compliantApplication", "mfa"], demandsAll: true),
            "approved apps" => Policy(how, grants: ["approvedApplication"], platforms: ["android"]),
            "for Mesh by name" => Policy(how, grants: ["compliantApplication"], apps: [Mesh]),
            "one of two ways in" => Policy(how, grants: ["compliantApplication", "compliantDevice"]),
            "on phones of another maker" => Policy(how, grants: ["compliantApplication"], platforms: ["iOS"]),
            "for Office" => Policy(how, grants: ["compliantApplication"], apps: ["Office365"]),
            "Mesh left out" => Policy(how, grants: ["compliantApplication"], excludedApps: [Mesh]),
            "Android left out" => Policy(how, grants: ["compliantApplication"], platforms: ["all"], excludedPlatforms: ["android"]),
            "only reported" => Policy(how, grants: ["compliantApplication"], state: PolicyState.ReportOnly),
            "nothing but MFA" => Policy(how, grants: ["mfa"]),
            _ => Policy(how, grants: ["compliantApplication"]),
        };

        var result = Run("headset-app-protection", policy);

        Assert.Equal((outcome, outcome is CheckOutcome.Pass), (result.Outcome, result.IsHint));
        Assert.Equal(outcome is CheckOutcome.Fail ? [how] : [], result.Findings.Select(finding => finding.Subject));
    }

    [Theory]
    [InlineData("headsets-managed")]
    [InlineData("headset-exception-narrow")]
    [InlineData("headset-filter-reaches")]
    [InlineData("headset-app-protection")]
    public void Without_the_policies_it_is_unknown(string check) => Expect(
        CheckOutcome.Unknown, false, "The Conditional Access policies could not be read. Consent is missing.", Run(check, new HeadsetFacts(1, 0, 0), ATenant.NoConsent));

    [Fact]
    public void Without_the_devices_it_is_unknown() => Expect(
        CheckOutcome.Unknown, false, "The devices could not be read. Consent is missing.",
        Run("headsets-managed", ATenant.NoConsent, ImmutableArray<ConditionalAccessPolicyFacts>.Empty));

    [Theory]
    [InlineData("{}")]
    [InlineData("17")]
    [InlineData("""{"conditions":{"users":null,"applications":"All","devices":{"deviceFilter":[]}},"grantControls":null}""")]
    [InlineData("""{"conditions":{"users":{"includeUsers":[7]}},"grantControls":{"builtInControls":"mfa"}}""")]
    public void What_a_policy_does_that_is_not_as_documented_is_unknown_unless_it_isnt_enforced(string json)
    {
        var strange = new ConditionalAccessPolicyFacts("p", null, PolicyState.Enabled, [], json);
        const string Sentence = "The policy p isn't as Microsoft documents policies, so nobody can tell what it does.";

        Expect(CheckOutcome.Unknown, false, Sentence, Run("headset-app-protection", strange));
        Expect(CheckOutcome.Unknown, false, Sentence, Run("headset-filter-reaches", strange));
        Assert.Equal(CheckOutcome.Pass, Run("headset-app-protection", strange with { State = PolicyState.Disabled }).Outcome);
    }

    [Theory]
    [InlineData("Office365", CheckOutcome.Fail)]
    [InlineData(Mesh, CheckOutcome.Pass)]
    public void Managed_headsets_are_of_use_only_with_a_policy_that_covers_Mesh(string app, CheckOutcome outcome) =>
        Assert.Equal(outcome, Run("headsets-managed", new HeadsetFacts(1, 0, 0), Policy("Devices", apps: [app])).Outcome);

    private static CheckResult Run(string check, params ConditionalAccessPolicyFacts[] policies) => Run(check, new HeadsetFacts(1, 0, 0), policies);

    private static CheckResult Run(string check, HeadsetFacts headsets, params ConditionalAccessPolicyFacts[] policies) =>
        Run(check, headsets, ImmutableArray.Create(policies));

    private static CheckResult Run(string check, Result<HeadsetFacts> headsets, Result<ImmutableArray<ConditionalAccessPolicyFacts>> policies) =>
        ACheck.Run(check, ATenant.NoConsent, ATenant.Knowing(new() { Headsets = headsets }) with { Policies = policies });

    private static ConditionalAccessPolicyFacts Policy(
        string name,
        string[]? users = null,
        string[]? apps = null,
        string[]? excludedApps = null,
        string[]? platforms = null,
        string[]? excludedPlatforms = null,
        string? filter = null,
        string mode = "exclude",
        string[]? grants = null,
        bool demandsAll = false,
        PolicyState state = PolicyState.Enabled) => new(name, name, state, [], JsonSerializer.Serialize(new
        {
            conditions = new
            {
                users = new { includeUsers = users ?? ["All"] },
                applications = new { includeApplications = apps ?? ["All"], excludeApplications = excludedApps ?? [] },
                platforms = platforms is null ? null : new { includePlatforms = platforms, excludePlatforms = excludedPlatforms ?? [] },
                devices = filter is null ? null : new { deviceFilter = new { mode, rule = filter } },
            },
            grantControls = new { @operator = demandsAll ? "AND" : "OR", builtInControls = grants ?? ["compliantDevice"] },
        }));

    private static void Expect(CheckOutcome outcome, bool isHint, string sentence, CheckResult result) =>
        Assert.Equal((outcome, isHint, sentence), (result.Outcome, result.IsHint, result.Sentence));
}
