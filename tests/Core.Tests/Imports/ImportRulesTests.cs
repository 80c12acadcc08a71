using MeshReadiness.Core.Checks;
using MeshReadiness.Core.Imports;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Core.Tests.Given;

namespace MeshReadiness.Core.Tests.Imports;

/// <summary>What the rules that read exports answer, case by case.</summary>
public sealed class ImportRulesTests
{
    private const string MeshId = "11111111-0000-0000-0000-000000000001", AvatarsId = "11111111-0000-0000-0000-000000000002", OtherId = "11111111-0000-0000-0000-000000000009";

    private static readonly Result<ImmutableArray<TeamsAppFacts>> Catalogue =
        ImmutableArray.Create(new TeamsAppFacts(MeshId, "Mesh", "store"), new TeamsAppFacts(AvatarsId, "Avatars", "store"));

    private static readonly Result<ImmutableArray<TeamsAppFacts>> NoCatalogue = new Problem(ProblemKind.ConsentNeeded, "AppCatalog.Read.All is missing.");

    [Theory]
    [InlineData(false, "", CheckOutcome.Pass)]
    [InlineData(false, MeshId, CheckOutcome.Fail)]
    [InlineData(false, OtherId, CheckOutcome.Pass)]
    [InlineData(true, "", CheckOutcome.Fail)]
    [InlineData(true, MeshId, CheckOutcome.Pass)]
    [InlineData(true, "mesh", CheckOutcome.Pass)]
    [InlineData(true, OtherId, CheckOutcome.Fail)]
    public void An_app_is_allowed_by_a_list_of_either_sort(bool allowsOnlyListed, string listed, CheckOutcome outcome) =>
        Assert.Equal(outcome, Run("teams-app-allowed", Permission(("Global", allowsOnlyListed, listed)), ("app", "Mesh")).Outcome);

    [Theory]
    [InlineData("", CheckOutcome.Pass)]
    [InlineData("Mesh", CheckOutcome.Fail)]
    [InlineData("Whiteboard", CheckOutcome.Pass)]
    [InlineData(OtherId, CheckOutcome.Unknown)]
    public void Without_the_catalogue_ids_say_nothing_and_names_do(string listed, CheckOutcome outcome)
    {
        var answer = Run("teams-app-allowed", Permission(("Global", false, listed)), NoCatalogue, ("app", "Mesh"));

        Assert.Equal(outcome, answer.Outcome);
        Assert.Equal(outcome is CheckOutcome.Unknown, answer.Sentence.Contains("AppCatalog.Read.All is missing.", StringComparison.Ordinal));
    }

    [Fact]
    public void Where_some_policies_block_an_app_the_export_cant_tell_who_is_under_them()
    {
        var answer = Run("teams-app-allowed", Permission(("Global", false, ""), ("Kiosk", true, "")), ("app", "Mesh"));

        Assert.Equal(CheckOutcome.Unknown, answer.Outcome);
        Assert.Equal(("Kiosk", "Mesh is blocked", "Teams Administrator"), Assert.Single(answer.Findings) is var finding ? (finding.Subject, finding.Is, finding.Role) : default);
    }

    [Fact]
    public void Apps_are_limited_when_everybodys_policy_blocks_them_and_another_allows_both()
    {
        Assert.Equal(CheckOutcome.Pass, Limited(("Global", false, $"{MeshId};{AvatarsId}"), ("Pilot", false, "")).Outcome);
        Assert.Equal(CheckOutcome.Fail, Limited(("Global", false, MeshId), ("Pilot", false, "")).Outcome);
        Assert.Equal(CheckOutcome.Fail, Limited(("Global", true, ""), ("Pilot", true, MeshId)).Outcome);
        Assert.Equal(CheckOutcome.Unknown, Limited(("Pilot", false, "")).Outcome);

        CheckResult Limited(params (string, bool, string)[] policies) => Run("teams-apps-limited", Permission(policies), ("apps", "Avatars,Mesh"));
    }

    [Theory]
    [InlineData("Pilot", true, "Avatars", "Pilots", CheckOutcome.Pass)]
    [InlineData("Global", true, AvatarsId, "", CheckOutcome.Pass)]
    [InlineData("Pilot", true, "Avatars", "", CheckOutcome.Unknown)]
    [InlineData("Pilot", false, "Avatars", "Pilots", CheckOutcome.Fail)]
    [InlineData("Pilot", true, OtherId, "Pilots", CheckOutcome.Fail)]
    public void An_app_is_brought_by_a_policy_that_somebody_is_under(string policy, bool allowsPinning, string app, string assignedTo, CheckOutcome outcome) => Assert.Equal(
        outcome,
        Run("teams-app-set-up", new AppSetupExport([new(policy, allowsPinning, [app], assignedTo.Length == 0 ? [] : [assignedTo])]), ("app", "Avatars")).Outcome);

    [Theory]
    [InlineData("Disabled", "Enabled", "", CheckOutcome.Pass)]
    [InlineData("Enabled", "Disabled", "Interns", CheckOutcome.Pass)]
    [InlineData("Enabled", "Disabled", "", CheckOutcome.Unknown)]
    [InlineData("Enabled", "Enabled", "Interns", CheckOutcome.Fail)]
    [InlineData("Disabled", "Disabled", "Interns", CheckOutcome.Fail)]
    public void Events_are_limited_by_a_policy_that_somebody_is_under(string everybodys, string other, string assignedTo, CheckOutcome outcome) => Assert.Equal(
        outcome,
        Run(
            "teams-events-limited",
            new SettingsExport([Settings("Global", everybodys, ""), Settings("Interns", other, assignedTo)]),
            ("setting", "ImmersiveEvents"), ("on", "Enabled"), ("off", "Disabled")).Outcome);

    [Theory]
    [InlineData("www.office.com", "tcp", 443, true, CheckOutcome.Pass)]
    [InlineData("*.OFFICE.com", "tcp", 443, true, CheckOutcome.Pass)]
    [InlineData("www.office.com", "tcp", 443, false, CheckOutcome.Fail)]
    [InlineData("office.com", "tcp", 443, true, CheckOutcome.Unknown)]
    [InlineData("notoffice.com", "tcp", 443, true, CheckOutcome.Unknown)]
    [InlineData("www.office.com.evil.example", "tcp", 443, true, CheckOutcome.Unknown)]
    [InlineData("www.office.com", "udp", 443, true, CheckOutcome.Unknown)]
    [InlineData("www.office.com", "tcp", 80, true, CheckOutcome.Unknown)]
    public void A_host_stands_for_its_wildcard(string target, string protocol, int port, bool isReachable, CheckOutcome outcome) => Assert.Equal(
        outcome, Run("targets-reachable", Probe(("A", target, protocol, port, isReachable)), ("targets", "*.office.com tcp 443")).Outcome);

    [Theory]
    [InlineData("20.202.8.17", CheckOutcome.Pass)]
    [InlineData("20.202.0.0/16", CheckOutcome.Pass)]
    [InlineData("20.202.4.0/24", CheckOutcome.Pass)]
    [InlineData("20.203.0.1", CheckOutcome.Unknown)]
    public void An_address_stands_for_its_range(string target, CheckOutcome outcome) => Assert.Equal(
        outcome, Run("targets-reachable", Probe(("A", target, "udp", 3478, true)), ("targets", "20.202.0.0/16 udp 3478")).Outcome);

    [Fact]
    public void One_site_says_nothing_about_another()
    {
        var answer = Run(
            "targets-reachable", Probe(("A", "www.office.com", "tcp", 443, true), ("B", "example.org", "tcp", 443, true)), ("targets", "*.office.com tcp 443"));

        Assert.Equal(CheckOutcome.Unknown, answer.Outcome);
        Assert.Equal("B: *.office.com on TCP 443", Assert.Single(answer.Findings).Subject);
    }

    [Theory]
    [InlineData(4, 8.0, CheckOutcome.Pass)]
    [InlineData(3, 16.0, CheckOutcome.Fail)]
    [InlineData(8, 7.9, CheckOutcome.Fail)]
    [InlineData(null, 16.0, CheckOutcome.Unknown)]
    [InlineData(null, 4.0, CheckOutcome.Fail)]
    public void A_computer_is_strong_enough_by_both_measures(int? cores, double memory, CheckOutcome outcome) => Assert.Equal(
        outcome,
        Run("computers-strong-enough", new InventoryExport([Device("PC", "Slate", cores: cores, memory: (decimal)memory)]), ("cores", "4"), ("memoryGb", "8")).Outcome);

    [Fact]
    public void A_headset_is_no_computer() => Assert.Equal(
        CheckOutcome.Unknown, Run("computers-strong-enough", new InventoryExport([Device("VR", "Quest 3")]), ("cores", "4"), ("memoryGb", "8")).Outcome);

    [Theory]
    [InlineData("5.2513.3.0", "5.2513.3.0", CheckOutcome.Pass)]
    [InlineData("5.2513.3", "5.2513.3.0", CheckOutcome.Pass)]
    [InlineData("5.2513.4.0", "5.2513.3.0", CheckOutcome.Fail)]
    [InlineData("5.2513.3.0", "5.2509.0.0", CheckOutcome.Fail)]
    [InlineData("5.2513.3.0", null, CheckOutcome.Fail)]
    public void Everybody_needs_the_same_recent_version(string one, string? other, CheckOutcome outcome) => Assert.Equal(
        outcome,
        Run(
            "app-version", new InventoryExport([Device("A", "Slate", one), Device("B", "Quest 3", other)]),
            ("app", "Mesh"), ("version", "5.2513.3.0"), ("devices", "all"), ("same", "true")).Outcome);

    [Fact]
    public void Where_only_headsets_count_and_versions_may_differ_computers_dont_matter() => Assert.Equal(
        CheckOutcome.Pass,
        Run(
            "app-version", new InventoryExport([Device("A", "Slate"), Device("B", "Quest 3", "5.2505"), Device("C", "Meta Quest 3", "5.2513.3.0")]),
            ("app", "Mesh"), ("version", "5.2505"), ("devices", "headsets"), ("same", "false")).Outcome);

    [Theory]
    [InlineData("Quest 3", CheckOutcome.Pass)]
    [InlineData("Meta Quest 3", CheckOutcome.Pass)]
    [InlineData("Quest 3S", CheckOutcome.Fail)]
    [InlineData("Quest Pro", CheckOutcome.Fail)]
    [InlineData("Slate", CheckOutcome.Unknown)]
    public void A_headset_is_of_one_of_the_models(string model, CheckOutcome outcome) =>
        Assert.Equal(outcome, Run("headset-models", new InventoryExport([Device("VR", model)]), ("models", "Quest 3")).Outcome);

    [Fact]
    public void What_an_export_leaves_open_a_pass_doesnt_close()
    {
        var open = ("leavesOpen", "Whether the firewall is tidy isn't there.");

        Assert.Equal(CheckOutcome.Unknown, Run("everything-reachable", Probe(("A", "x", "tcp", 1, true)), open).Outcome);
        Assert.EndsWith(open.Item2, Run("everything-reachable", Probe(("A", "x", "tcp", 1, true)), open).Sentence, StringComparison.Ordinal);
        Assert.Equal(CheckOutcome.Fail, Run("everything-reachable", Probe(("A", "x", "tcp", 1, false)), open).Outcome);
    }

    [Fact]
    public void Of_many_findings_the_first_twenty_are_kept_and_all_are_counted()
    {
        var answer = Run(
            "computers-strong-enough", new InventoryExport([.. Enumerable.Range(0, 5_000).Select(index => Device($"PC-{index}", "Slate", cores: 1, memory: 4))]),
            ("cores", "4"), ("memoryGb", "8"));

        Assert.StartsWith("5,000 computers of 5,000", answer.Sentence, StringComparison.Ordinal);
        Assert.Equal(20, answer.Findings.Length);
    }

    private static AppPermissionExport Permission(params (string Name, bool AllowsOnlyListed, string Apps)[] policies) =>
        new([.. policies.Select(policy => new AppPermissionPolicy(policy.Name, policy.AllowsOnlyListed, [.. policy.Apps.Split(';', StringSplitOptions.RemoveEmptyEntries)]))]);

    private static PolicySettings Settings(string name, string value, string assignedTo) => new(
        name, ImmutableSortedDictionary<string, string>.Empty.Add("ImmersiveEvents", value), assignedTo.Length == 0 ? [] : [assignedTo]);

    private static ProbeExport Probe(params (string Site, string Target, string Protocol, int Port, bool IsReachable)[] results) => new(
        [.. results.GroupBy(result => result.Site).Select(site => new SiteProbe(
            site.Key, "PC", DateTimeOffset.UnixEpoch, [.. site.Select(one => new ProbeResult(one.Target, one.Protocol, one.Port, one.IsReachable, null))]))]);

    private static InventoryDevice Device(string name, string model, string? mesh = null, int? cores = null, decimal? memory = null) => new(
        name, null, model, cores, memory, null, null,
        mesh is null ? ImmutableSortedDictionary<string, Version>.Empty : ImmutableSortedDictionary<string, Version>.Empty.Add("Mesh", Versions.Read(mesh)!));

    private static CheckResult Run(string rule, ImportedExport export, params (string Name, string Value)[] parameters) => Run(rule, export, Catalogue, parameters);

    private static CheckResult Run(
        string rule, ImportedExport export, Result<ImmutableArray<TeamsAppFacts>> catalogue, params (string Name, string Value)[] parameters) => ImportRules.Run(
            SmallPlaybook.Task("s1-a", Severity.Blocker) with
            {
                Role = "Teams Administrator",
                Import = new(ImportRules.All[rule].Kind, rule, parameters.ToImmutableDictionary(parameter => parameter.Name, parameter => parameter.Value)),
            },
            export,
            catalogue);
}
