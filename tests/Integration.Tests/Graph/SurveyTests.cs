using System.Collections.Immutable;
using MeshReadiness.Core.ConditionalAccess.Filters;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Graph;
using Microsoft.Extensions.Time.Testing;

namespace MeshReadiness.Integration.Tests.Graph;

/// <summary>Everything of a tenant but its people: for the first time, and again.</summary>
public sealed class SurveyTests
{
    private static readonly Problem NoConsent = new(ProblemKind.ConsentNeeded, "Not granted.");
    private static readonly Problem Unreachable = new(ProblemKind.Unavailable, "Out of reach.");

    private readonly FakeTenant _tenant = new() { Policies = Policies("p1", "one") };
    private readonly FakeTimeProvider _clock = new();

    // People, and who of them policies name, are read beside a survey.
    private static IEnumerable<TenantTopic> BesidePeople => Enum.GetValues<TenantTopic>().Except([TenantTopic.PolicyMembers, TenantTopic.Users]);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everything_is_asked_once_and_groups_are_marked_before_they_are_read()
    {
        var survey = await ReadAsync();

        Assert.Equal(["organization", "skus", "policies"], _tenant.Asked.Take(3));
        Assert.Equal(["mark", "groups g1"], _tenant.Asked.Skip(3).Where(question => question is not "locations"));
        Assert.Equal(BesidePeople, survey.Readings.Select(reading => reading.Topic));
        Assert.Equal("mark", survey.GroupMark);
        Assert.Null(survey.Fatal);
    }

    [Fact]
    public async Task What_is_out_of_reach_ends_the_basics_at_once_and_nothing_more_is_asked()
    {
        _tenant.Organization = Unreachable;

        var basics = await TenantSurvey.ReadBasicsAsync(_tenant, _clock, Cancelled);
        var survey = await TenantSurvey.ReadRestAsync(_tenant, basics, new(_tenant), _clock, Cancelled);

        Assert.Equal(Unreachable, basics.Fatal);
        Assert.Equal(["organization"], _tenant.Asked);
        Assert.Equal(BesidePeople.Count(), survey.Readings.Length);
        Assert.Empty(_tenant.Inventory.Asked);
        Assert.All(survey.Readings, reading => Assert.Equal(Unreachable, reading.Problem));
    }

    [Fact]
    public async Task What_ends_the_reading_at_the_policies_spares_the_rest()
    {
        _tenant.Policies = Unreachable;

        var survey = await ReadAsync();

        Assert.Equal(["organization", "skus", "policies"], _tenant.Asked);
        Assert.Empty(_tenant.Inventory.Asked);
        Assert.Equal(Unreachable, survey.Fatal);
        Assert.Equal(Unreachable, survey.Facts.Groups.Problem);
    }

    [Fact]
    public async Task What_was_not_granted_is_a_gap()
    {
        _tenant.Policies = NoConsent;
        _tenant.Locations = NoConsent;

        var survey = await ReadAsync();

        Assert.Null(survey.Fatal);
        Assert.True(survey.Facts.Groups.Succeeded);
        Assert.Equal([null, null, NoConsent, NoConsent, null], survey.Readings.Take(5).Select(reading => reading.Problem));
        Assert.All(survey.Readings.Skip(5), reading => Assert.Null(reading.Problem));
    }

    [Fact]
    public async Task The_inventory_is_asked_once_each_time_and_comes_back_as_it_was_answered()
    {
        var first = await ReadAsync();
        await ReadAgainAsync(first);

        string[] topics =
        [
            "GroupCreation", "Roles", "Subscriptions", "GuestInvitations", "CrossTenantAccess", "GuestSignIns", "Applications", "TeamsApps",
            "TeamsPolicies", "MobileApps", "Headsets", "SignIns",
        ];
        Assert.Equal([.. topics, "Devices", .. topics], _tenant.Inventory.Asked);
        Assert.Equal(_tenant.Inventory.Answers with { PolicyMembers = first.Facts.Inventory.PolicyMembers }, first.Facts.Inventory);
    }

    [Theory]
    [InlineData(ProblemKind.ConsentNeeded)]
    [InlineData(ProblemKind.Unavailable)]
    [InlineData(ProblemKind.Malformed)]
    public async Task Whatever_is_wrong_with_the_inventory_is_a_gap_and_the_rest_is_asked(ProblemKind kind)
    {
        var problem = new Problem(kind, "Not today.");
        _tenant.Inventory.Answers = _tenant.Inventory.Answers with { GroupCreation = problem, TeamsPolicies = problem };

        var survey = await ReadAsync();

        Assert.Null(survey.Fatal);
        Assert.Equal(
            [TenantTopic.GroupCreation, TenantTopic.TeamsPolicies],
            survey.Readings.Where(reading => reading.Problem == problem).Select(reading => reading.Topic));
        Assert.Equal(13, _tenant.Inventory.Asked.Count);
        Assert.True(survey.Facts.Groups.Succeeded);
    }

    [Fact]
    public async Task Devices_keep_their_answer_and_its_time_once_they_were_read()
    {
        _tenant.Inventory.Answers = _tenant.Inventory.Answers with { Devices = NoConsent };
        var refused = await ReadAsync();
        _tenant.Inventory.Answers = _tenant.Inventory.Answers with { Devices = new DeviceShapes([], [], 7) };
        _clock.Advance(TimeSpan.FromHours(1));
        var read = await ReadAgainAsync(refused);
        _tenant.Inventory.Answers = _tenant.Inventory.Answers with { Devices = new DeviceShapes([], [], 8) };
        _clock.Advance(TimeSpan.FromHours(1));

        var kept = await ReadAgainAsync(read);

        Assert.Equal(NoConsent, refused.Facts.Inventory.Devices.Problem);
        Assert.Equal((7, 7), (read.Facts.Inventory.Devices.Value.Devices, kept.Facts.Inventory.Devices.Value.Devices));
        Assert.Equal(Devices(read), Devices(kept));
        Assert.Equal(7, Devices(kept).Count);

        static TopicReading Devices(TenantSurvey survey) => survey.Readings.Single(reading => reading.Topic is TenantTopic.Devices);
    }

    [Fact]
    public async Task The_group_that_may_create_groups_is_one_that_matters()
    {
        _tenant.Inventory.Answers = _tenant.Inventory.Answers with { GroupCreation = new GroupCreationFacts(false, "g0") };

        await ReadAsync();

        Assert.Contains("groups g0 g1", _tenant.Asked);
    }

    [Fact]
    public async Task Without_a_mark_groups_are_read_in_full_each_time()
    {
        _tenant.GroupMark = NoConsent;
        var first = await ReadAsync();

        var second = await ReadAgainAsync(first);

        Assert.Null(first.GroupMark);
        Assert.Null(second.Fatal);
        Assert.Equal(2, _tenant.Asked.Count(question => question is "groups g1"));
    }

    [Fact]
    public async Task The_second_time_groups_are_brought_up_to_date()
    {
        var group = new GroupFacts("g2", "New", false, [], null, true);
        _tenant.GroupUpdate = new GroupUpdate([group], "later");

        var second = await ReadAgainAsync(await ReadAsync());

        Assert.Equal("changes mark g1", _tenant.Asked[^1]);
        Assert.Equal(group, Assert.Single(second.Facts.Groups.Value));
        Assert.Equal("later", second.GroupMark);
    }

    [Fact]
    public async Task A_mark_that_has_run_out_means_a_full_reading_and_a_new_mark()
    {
        var first = await ReadAsync();
        _tenant.GroupUpdate = new Problem(ProblemKind.Expired, "Too old.");
        _tenant.GroupMark = "fresh";

        var second = await ReadAgainAsync(first);

        Assert.Equal(["changes mark g1", "mark", "groups g1"], _tenant.Asked.TakeLast(3));
        Assert.Equal("fresh", second.GroupMark);
        Assert.Null(second.Fatal);
    }

    [Fact]
    public async Task While_policies_stay_the_same_named_locations_keep_their_answer_and_its_time()
    {
        var first = await ReadAsync();
        _clock.Advance(TimeSpan.FromHours(6));

        var second = await ReadAgainAsync(first);

        Assert.Single(_tenant.Asked, question => question is "locations");
        Assert.Same(first.Facts.NamedLocations, second.Facts.NamedLocations);
        Assert.Equal(first.Readings[3], second.Readings[3]);
        Assert.Equal(_clock.GetUtcNow(), second.Readings[2].ReadAt);
        Assert.Equal(BesidePeople, second.Readings.Select(reading => reading.Topic));
    }

    [Fact]
    public async Task When_a_policy_changed_named_locations_are_read_again()
    {
        var first = await ReadAsync();
        _tenant.Policies = Policies("p1", "another");

        await ReadAgainAsync(first);

        Assert.Equal(2, _tenant.Asked.Count(question => question is "locations"));
    }

    [Fact]
    public async Task What_could_not_be_read_the_first_time_is_tried_again()
    {
        _tenant.Locations = NoConsent;
        _tenant.Groups = NoConsent;
        var first = await ReadAsync();
        (_tenant.Locations, _tenant.Groups) = (ImmutableArray<NamedLocationFacts>.Empty, ImmutableArray<GroupFacts>.Empty);

        var second = await ReadAgainAsync(first);

        Assert.Null(first.GroupMark);
        Assert.True(second.Facts.NamedLocations.Succeeded);
        Assert.True(second.Facts.Groups.Succeeded);
    }

    private static Result<ImmutableArray<ConditionalAccessPolicyFacts>> Policies(string id, string json) =>
        ImmutableArray.Create(new ConditionalAccessPolicyFacts(id, null, PolicyState.Enabled, ["g1"], json));

    private async Task<TenantSurvey> ReadAsync() =>
        await TenantSurvey.ReadRestAsync(_tenant, await TenantSurvey.ReadBasicsAsync(_tenant, _clock, Cancelled), new(_tenant), _clock, Cancelled);

    private async Task<TenantSurvey> ReadAgainAsync(TenantSurvey before) =>
        await TenantSurvey.ReadRestAgainAsync(_tenant, await TenantSurvey.ReadBasicsAsync(_tenant, _clock, Cancelled), new(_tenant), before, _clock, Cancelled);
}
