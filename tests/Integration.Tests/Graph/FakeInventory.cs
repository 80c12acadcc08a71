using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using MeshReadiness.Core.ConditionalAccess.Filters;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Integration.Tests.Graph;

/// <summary>An inventory that a test sets, and which remembers what was asked of it, in order.</summary>
internal sealed class FakeInventory : ITenantInventoryReader
{
    private readonly List<string> _asked = [];

    public IReadOnlyList<string> Asked => _asked;

    /// <summary>What is answered; everything can be read unless a test says otherwise.</summary>
    public TenantInventory Answers { get; set; } = new()
    {
        GroupCreation = new GroupCreationFacts(true, null),
        Roles = new RoleFacts([], null),
        Subscriptions = ImmutableArray<SubscriptionFacts>.Empty,
        GuestInvitations = new GuestInvitationFacts("everyone"),
        CrossTenantAccess = new CrossTenantFacts(new(null, null, null, null), []),
        GuestSignIns = new GuestSignInFacts(0, 0, true),
        Applications = ImmutableArray<ApplicationFacts>.Empty,
        TeamsApps = ImmutableArray<TeamsAppFacts>.Empty,
        TeamsPolicies = new TeamsPolicyFacts(0, []),
        MobileApps = ImmutableArray<MobileAppFacts>.Empty,
        Headsets = new HeadsetFacts(0, 0, 0),
        SignIns = new SignInFacts(0, true, []),
        Devices = new DeviceShapes([], [], 0),
    };

    public Task<Result<GroupCreationFacts>> ReadGroupCreationAsync(CancellationToken cancellationToken) => AnswerAsync(Answers.GroupCreation);

    public Task<Result<RoleFacts>> ReadRolesAsync(CancellationToken cancellationToken) => AnswerAsync(Answers.Roles);

    public Task<Result<ImmutableArray<SubscriptionFacts>>> ReadSubscriptionsAsync(CancellationToken cancellationToken) => AnswerAsync(Answers.Subscriptions);

    public Task<Result<GuestInvitationFacts>> ReadGuestInvitationsAsync(CancellationToken cancellationToken) => AnswerAsync(Answers.GuestInvitations);

    public Task<Result<CrossTenantFacts>> ReadCrossTenantAccessAsync(CancellationToken cancellationToken) => AnswerAsync(Answers.CrossTenantAccess);

    public Task<Result<GuestSignInFacts>> ReadGuestSignInsAsync(CancellationToken cancellationToken) => AnswerAsync(Answers.GuestSignIns);

    public Task<Result<ImmutableArray<ApplicationFacts>>> ReadApplicationsAsync(CancellationToken cancellationToken) => AnswerAsync(Answers.Applications);

    public Task<Result<ImmutableArray<TeamsAppFacts>>> ReadTeamsAppsAsync(CancellationToken cancellationToken) => AnswerAsync(Answers.TeamsApps);

    public Task<Result<TeamsPolicyFacts>> ReadTeamsPoliciesAsync(CancellationToken cancellationToken) => AnswerAsync(Answers.TeamsPolicies);

    public Task<Result<ImmutableArray<MobileAppFacts>>> ReadMobileAppsAsync(CancellationToken cancellationToken) => AnswerAsync(Answers.MobileApps);

    public Task<Result<HeadsetFacts>> ReadHeadsetsAsync(CancellationToken cancellationToken) => AnswerAsync(Answers.Headsets);

    public Task<Result<SignInFacts>> ReadSignInsAsync(CancellationToken cancellationToken) => AnswerAsync(Answers.SignIns);

    public Task<Result<DeviceShapes>> ReadDevicesAsync(CancellationToken cancellationToken) => AnswerAsync(Answers.Devices);

    private Task<Result<T>> AnswerAsync<T>(Result<T> answer, [CallerArgumentExpression(nameof(answer))] string topic = "")
    {
        _asked.Add(topic["Answers.".Length..]);
        return Task.FromResult(answer);
    }
}
