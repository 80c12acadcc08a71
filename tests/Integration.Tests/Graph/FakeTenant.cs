using System.Collections.Immutable;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Integration.Tests.Graph;

/// <summary>A tenant whose answers a test sets, and which remembers what it was asked, in order.</summary>
internal sealed class FakeTenant : ITenantReader
{
    private readonly Lock _gate = new();
    private readonly List<string> _asked = [];

    public IReadOnlyList<string> Asked
    {
        get
        {
            lock (_gate)
            {
                return [.. _asked];
            }
        }
    }

    public ReadingCost Cost => ReadingCost.None;

    public FakeInventory Inventory { get; } = new();

    ITenantInventoryReader ITenantReader.Inventory => Inventory;

    public Result<OrganizationFacts> Organization { get; set; } = new OrganizationFacts("t", "Contoso", "AAD", "NL", "contoso.example");

    public Result<ImmutableArray<SubscribedSku>> Skus { get; set; } = ImmutableArray<SubscribedSku>.Empty;

    public Result<ImmutableArray<ConditionalAccessPolicyFacts>> Policies { get; set; } = ImmutableArray<ConditionalAccessPolicyFacts>.Empty;

    public Result<ImmutableArray<NamedLocationFacts>> Locations { get; set; } = ImmutableArray<NamedLocationFacts>.Empty;

    public Result<ImmutableArray<GroupFacts>> Groups { get; set; } = ImmutableArray<GroupFacts>.Empty;

    public Result<string> GroupMark { get; set; } = "mark";

    public Result<GroupUpdate> GroupUpdate { get; set; } = new GroupUpdate([], "later");

    public Task<Result<OrganizationFacts>> ReadOrganizationAsync(CancellationToken cancellationToken) => AnswerAsync("organization", Organization);

    public Task<Result<ImmutableArray<SubscribedSku>>> ReadSubscribedSkusAsync(CancellationToken cancellationToken) => AnswerAsync("skus", Skus);

    public Task<Result<ImmutableArray<ConditionalAccessPolicyFacts>>> ReadPoliciesAsync(CancellationToken cancellationToken) =>
        AnswerAsync("policies", Policies);

    public Task<Result<ImmutableArray<NamedLocationFacts>>> ReadNamedLocationsAsync(CancellationToken cancellationToken) =>
        AnswerAsync("locations", Locations);

    public Task<Result<ImmutableArray<GroupFacts>>> ReadGroupsAsync(IReadOnlySet<string> named, CancellationToken cancellationToken) =>
        AnswerAsync($"groups {string.Join(' ', named.Order())}".TrimEnd(), Groups);

    public Task<Result<string>> MarkGroupsAsync(CancellationToken cancellationToken) => AnswerAsync("mark", GroupMark);

    public Task<Result<GroupUpdate>> ReadGroupChangesAsync(
        string link, ImmutableArray<GroupFacts> before, IReadOnlySet<string> named, CancellationToken cancellationToken) =>
        AnswerAsync($"changes {link} {string.Join(' ', named.Order())}".TrimEnd(), GroupUpdate);

    public IAsyncEnumerable<Result<ImmutableArray<string>>> ReadGroupMembersAsync(string groupId, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<Result<ImmutableArray<RoleHolder>>> ReadRoleHoldersAsync(IReadOnlySet<string> roleTemplateIds, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<int?> CountUsersAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<Result<string>> MarkUsersAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public IAsyncEnumerable<Result<UserPage>> ReadUsersAsync(string? from, bool withPlans, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public IAsyncEnumerable<Result<UserChangePage>> ReadPlansAsync(Guid skuId, string? from, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public IAsyncEnumerable<Result<UserChangePage>> ReadUserChangesAsync(string link, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    private Task<Result<T>> AnswerAsync<T>(string question, Result<T> answer)
    {
        lock (_gate)
        {
            _asked.Add(question);
        }

        return Task.FromResult(answer);
    }
}
