using System.Text.Json;
using MeshReadiness.Core.ConditionalAccess.Changes;
using MeshReadiness.Core.ConditionalAccess.Devices;
using MeshReadiness.Core.ConditionalAccess.Policies;
using MeshReadiness.Core.ConditionalAccess.Population;
using MeshReadiness.Core.ConditionalAccess.SignIns;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Core.Tests.ConditionalAccess;

/// <summary>Changes that somebody tries: drafts, the safe patterns, what they would do to everybody, and the text that is handed on.</summary>
public sealed class ChangeTests
{
    private const string Mesh = MeshNames.ServicesAppId, Graph = "00000003-0000-0000-c000-000000000000", Exchange = "00000002-0000-0ff1-ce00-000000000000";
    private const string QuestGroup = "9a9a9a9a-0000-0000-0000-000000000001", BreakGlass = "9a9a9a9a-0000-0000-0000-000000000002";

    private static readonly AppGroups Apps = new(SignIn.SetOf([Exchange]), SignIn.SetOf([]), ImmutableDictionary<string, ImmutableArray<string>>.Empty);

    private static readonly ConditionalAccessPolicy Compliant = Policy("p1", "Compliant devices", filter: "device.manufacturer -ne \"Meta\"");

    [Fact]
    public void An_edit_leaves_everything_else_as_it_was()
    {
        var edited = PolicyDraft.Of(Compliant).InState(PolicyState.ReportOnly).Value.WithGroups(true, [BreakGlass, QuestGroup]).Value.WithControls(true, ["compliantDevice", "mfa"]).Value;

        Assert.Equal(
            ["state", "conditions.users.excludeGroups", "grantControls.operator", "grantControls.builtInControls"],
            PolicyDifference.Of(Compliant.Source, edited.Policy.Source).Select(difference => difference.Path));
        Assert.Equal((PolicyState.ReportOnly, true), (edited.Policy.State, edited.Policy.Grant!.NeedsAll));
        Assert.Equal("\"enabled\"", PolicyDifference.Of(Compliant.Source, edited.Policy.Source)[0].Before);
    }

    [Theory]
    [InlineData("{", "It isn't JSON: line 1")]
    [InlineData("[]", "It is no Conditional Access policy")]
    [InlineData("""{"conditions":{"users":{"includeUsers":"All"}}}""", "conditions.users.includeUsers is a text; a list of texts was expected.")]
    [InlineData("""{"conditions":{"users":{},"devices":{"deviceFilter":{"mode":"exclude","rule":"device.model -is"}}}}""", "The device filter isn't a rule. Column 14: found")]
    public void A_text_that_is_no_policy_is_told_why(string json, string because) =>
        Assert.StartsWith(because, PolicyDraft.Read(null, json).Problem.Detail, StringComparison.Ordinal);

    [Fact]
    public void A_managed_fleet_needs_no_exemption()
    {
        var after = SafePatterns.ManagedFleet(Compliant).Value.After([Compliant]);

        Assert.Null(Assert.Single(after).Filter);
        Assert.Equal((SignInOutcome.Blocked, SignInOutcome.Allowed), (Quest(after, Mesh, QuestGroup), Quest(after, Mesh, null, "quest-managed")));
    }

    [Fact]
    public void A_narrowed_exception_opens_mesh_to_the_group_and_nothing_else_to_anybody()
    {
        var after = SafePatterns.NarrowedException(Compliant, QuestGroup, "Quest users").Value.After([Compliant]);

        Assert.Equal(SignInOutcome.Allowed, Quest(after, Mesh, QuestGroup));
        Assert.Equal(SignInOutcome.Allowed, Quest(after, Exchange, QuestGroup));
        Assert.Equal(SignInOutcome.Blocked, Quest(after, Graph, QuestGroup));
        Assert.Equal(SignInOutcome.Blocked, Quest(after, Mesh, null));
        Assert.Equal(SignInOutcome.BlockedUnlessControlsMet, Quest(after, Mesh, QuestGroup, satisfied: []));
        Assert.Equal(SignInOutcome.Allowed, Quest(after, Graph, BreakGlass, satisfied: []));
        Assert.All(after, policy => Assert.Empty(policy.Unmodelled));
    }

    [Fact]
    public void An_exemption_that_frees_nobody_by_accident_stays()
    {
        var policy = Policy("p1", "Compliant devices", filter: "device.trustType -eq \"ServerAD\"");

        Assert.Equal(policy.Filter!.Text, SafePatterns.NarrowedException(policy, QuestGroup, "Quest users").Value.After([policy])[0].Filter?.Text);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Before_and_after_are_what_a_count_of_one_by_one_says(int seed)
    {
        var random = new Random(seed);
        ImmutableArray<ConditionalAccessPolicy> policies = [.. Enumerable.Range(0, 6).Select(_ => PolicyReader.Read(GenerateSignIns.Policy(random)).Value), Compliant];
        var change = SafePatterns.NarrowedException(Compliant, QuestGroup, "Quest users").Value;
        ImmutableArray<ClassCount> people = [.. new[] { QuestGroup, BreakGlass, null }.SelectMany(group => new[] { UserType.Member, UserType.Guest }.Select(type => Count(group, type, random.Next(1, 100))))];
        ImmutableArray<SignInScenario> scenarios = [new("one", "One", "", Audience.Everyone, ScenarioReader.ReadSignIn(GenerateSignIns.Scenario(random)).Value)];

        // The group is named by no policy before, so it is for the test to say that its members were read.
        var effect = ChangeEffect.Of([.. policies, Policy("p9", "Names the group", group: QuestGroup, state: "disabled")], change, GenerateSignIns.Groups, [], people, scenarios);

        foreach (var scenario in effect.Scenarios.Concat(effect.Protections))
        {
            var (before, after) = (new SignInRules(policies, GenerateSignIns.Groups), new SignInRules(change.After(policies), GenerateSignIns.Groups));
            var expected = people.Select(count => (
                Before: before.Judge(count.Class.As(scenario.Scenario.SignIn, [])).Outcome, After: after.Judge(count.Class.As(scenario.Scenario.SignIn, [])).Outcome, count.People)).ToList();

            Assert.Equal(
                expected.GroupBy(one => (one.Before, one.After)).Select(group => (group.Key, group.Sum(one => one.People))).Order(),
                scenario.Moves.Select(move => ((move.Before, move.After), move.People)).Order());
            Assert.Equal(people.Sum(count => count.People), scenario.Moves.Sum(move => move.People));
        }
    }

    [Fact]
    public void What_frees_everybodys_unknown_devices_weakens_protections_and_what_manages_them_doesnt()
    {
        ImmutableArray<ClassCount> people = [Count(null, UserType.Member, 90), Count(BreakGlass, UserType.Member, 2)];
        var strict = Policy("p1", "Compliant devices", filter: null);
        var loose = PolicyDraft.Of(strict).WithFilter(excludes: true, "device.manufacturer -ne \"Meta\"").Value;

        var loosened = ChangeEffect.Of([strict], new([loose]), Apps, [], people, []);
        var tightened = ChangeEffect.Of([loose.Policy], SafePatterns.ManagedFleet(loose.Policy).Value, Apps, [], people, []);

        Assert.Contains(("pc-unknown-mail", 90), loosened.Weakened.Select(one => (one.Scenario.Id, one.Gain)));
        Assert.Empty(tightened.Weakened);
        Assert.Equal(90, tightened.Protections.Single(one => one.Scenario.Id == "pc-unknown-mail").Loss);
        Assert.True(ChangeEffect.Of([strict], new([PolicyDraft.Of(strict)]), Apps, [], people, []).IsNothing);
    }

    [Fact]
    public void What_would_block_all_the_same_is_named_with_how_many()
    {
        ImmutableArray<ConditionalAccessPolicy> policies = [Policy("p1", "For everybody"), Policy("p2", "For the group", group: QuestGroup), Policy("p3", "Off", state: "disabled")];
        var freed = PolicyDraft.Of(policies[0]).InState(PolicyState.Disabled).Value;
        var scenario = new SignInScenario("quest", "Quest", "", Audience.Everyone, DeviceOf(Mesh, "quest-unregistered", ["mfa"]));
        ImmutableArray<ClassCount> people = [Count(QuestGroup, UserType.Member, 3), Count(null, UserType.Member, 5)];

        Assert.Equal([("p1", 8), ("p2", 3)], Blocking(PolicyChange.None));
        Assert.Equal([("p2", 3)], Blocking(new([freed])));

        IEnumerable<(string?, int)> Blocking(PolicyChange change) =>
            ChangeEffect.StillBlocking(policies, change, Apps, [], people, [scenario]).Single().Select(one => (one.Policy.Id, one.People));
    }

    [Fact]
    public void Who_is_in_a_group_that_no_policy_names_yet_is_unknown()
    {
        var change = SafePatterns.NarrowedException(Compliant, QuestGroup, "Quest users").Value;
        var scenario = new SignInScenario("quest", "Quest", "", Audience.Everyone, DeviceOf(Mesh, "quest-unregistered", ["mfa"]));

        var effect = ChangeEffect.Of([Compliant with { Filter = null }], change, Apps, [], [Count(null, UserType.Member, 5)], [scenario]);

        Assert.Equal([QuestGroup], ChangeEffect.Unread([Compliant], change.After([Compliant])));
        Assert.Equal(5, effect.Scenarios.Single().After(SignInOutcome.Unknown));
    }

    [Fact]
    public void The_text_has_bodies_that_make_the_same_policies()
    {
        var change = SafePatterns.NarrowedException(Compliant, QuestGroup, "Quest users").Value;
        var text = ChangeText.Write([Compliant], change, new(), ChangeEffect.Of([Compliant], change, Apps, [], [Count(null, UserType.Member, 1200)], []));

        Assert.Contains("POST https://graph.microsoft.com/v1.0/identity/conditionalAccess/policies\n{", text, StringComparison.Ordinal);
        Assert.Contains("PATCH https://graph.microsoft.com/v1.0/identity/conditionalAccess/policies/p1\n{", text, StringComparison.Ordinal);
        Assert.Contains($"conditions.users.excludeGroups: [\"{BreakGlass}\"] becomes [\"{BreakGlass}\",\"{QuestGroup}\"]", text, StringComparison.Ordinal);
        Assert.Contains("Mail from a PC that nobody knows: 0 get further, 1,200 less far, 0 as before.", text, StringComparison.Ordinal);

        foreach (var draft in change.Drafts)
        {
            var body = JsonElement.Parse(ChangeText.Body(draft, draft.ReplacesId is null ? null : Compliant));

            Assert.False(body.TryGetProperty("id", out _));
            Assert.All(body.EnumerateObject(), property => Assert.True(JsonElement.DeepEquals(property.Value, draft.Policy.Source.GetProperty(property.Name))));
            Assert.Equal(draft.ReplacesId is not null, body.EnumerateObject().Select(property => property.Name).SequenceEqual(["conditions"]));
        }
    }

    private static ClassCount Count(string? group, UserType type, int people) => new(
        new(new(group is null ? [] : [group], [], null), type, type is UserType.Guest ? InvitationState.Accepted : null), people);

    private static SignInOutcome Quest(ImmutableArray<ConditionalAccessPolicy> policies, string app, string? group, string device = "quest-unregistered", string[]? satisfied = null) =>
        new SignInRules(policies, Apps).Judge(Count(group, UserType.Member, 1).Class.As(DeviceOf(app, device, satisfied ?? ["mfa"]), [])).Outcome;

    private static SignIn DeviceOf(string app, string device, string[] satisfied) => SignInScenario.Assume(new()
    {
        Target = new(SignInTargetKind.Application, app),
        ClientAppType = "mobileAppsAndDesktopClients",
        Platform = DevicePreset.Find(device)!.Platform,
        Device = DevicePreset.Find(device)!.Device,
        Satisfied = SignIn.SetOf(satisfied),
    });

    private static ConditionalAccessPolicy Policy(string id, string name, string? filter = null, string? group = null, string state = "enabled") => PolicyReader.Read(JsonElement.Parse($$"""
        {
          "id": "{{id}}", "displayName": "{{name}}", "state": "{{state}}", "createdDateTime": "2026-01-01T00:00:00Z",
          "conditions": {
            "clientAppTypes": ["all"],
            "users": { "includeUsers": [{{(group is null ? "\"All\"" : "")}}], "includeGroups": [{{(group is null ? "" : $"\"{group}\"")}}], "excludeGroups": ["{{BreakGlass}}"] },
            "applications": { "includeApplications": ["All"] },
            "devices": {{(filter is null ? "null" : $$"""{ "deviceFilter": { "mode": "exclude", "rule": {{JsonSerializer.Serialize(filter)}} } }""")}}
          },
          "grantControls": { "operator": "OR", "builtInControls": ["compliantDevice"] }
        }
        """)).Value;
}
