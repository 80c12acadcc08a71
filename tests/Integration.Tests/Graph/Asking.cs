using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Integration.Tests.Graph;

/// <summary>Asks by endpoint, for what is true of every question alike.</summary>
internal static class Asking
{
    public static TheoryData<string> Endpoints =>
    [
        "/organization", "/subscribedSkus", "/identity/conditionalAccess/policies", "/identity/conditionalAccess/namedLocations", "/groups", "/users",
    ];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static async Task<Result<int>> AskAsync(this ITenantReader reader, string endpoint, CancellationToken cancellationToken) => endpoint switch
    {
        "/organization" => (await reader.ReadOrganizationAsync(cancellationToken)).Map(_ => 1),
        "/subscribedSkus" => (await reader.ReadSubscribedSkusAsync(cancellationToken)).Map(read => read.Length),
        "/identity/conditionalAccess/policies" => (await reader.ReadPoliciesAsync(cancellationToken)).Map(read => read.Length),
        "/identity/conditionalAccess/namedLocations" => (await reader.ReadNamedLocationsAsync(cancellationToken)).Map(read => read.Length),
        "/groups" => (await reader.ReadGroupsAsync(new HashSet<string>(), cancellationToken)).Map(read => read.Length),
        _ => (await reader.FirstPageAsync(null, cancellationToken)).Map(read => read.Users.Length),
    };

    /// <summary>The first page of people, or the problem instead of it.</summary>
    public static async Task<Result<UserPage>> FirstPageAsync(this ITenantReader reader, string? from, CancellationToken cancellationToken) =>
        await reader.ReadUsersAsync(from, withPlans: true, cancellationToken).FirstAsync(cancellationToken);

    /// <summary>What goes wrong when this is asked; that nothing does fails the test.</summary>
    public static async Task<Problem> ProblemAsync(this ITenantReader reader, string endpoint)
    {
        var answer = await reader.AskAsync(endpoint, Cancelled);

        Assert.False(answer.Succeeded, $"GET {endpoint} was answered, and something was to be wrong with it.");
        return answer.Problem;
    }

    /// <summary>The one user of the only page.</summary>
    public static async Task<UserFacts> OnlyUserAsync(this ITenantReader reader) =>
        Assert.Single((await reader.FirstPageAsync(null, Cancelled)).Value.Users);
}
