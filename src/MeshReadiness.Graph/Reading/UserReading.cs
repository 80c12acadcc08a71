using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Graph.Http;

namespace MeshReadiness.Graph.Reading;

/// <summary>
/// Reads <c>GET /users</c> in pages of 999. The bodies are parsed by hand over the Graph client's own pipeline,
/// because its typed models cost some thirty times as much for the same page.
/// </summary>
internal static class UserReading
{
    public static IAsyncEnumerable<Result<UserPage>> ReadAsync(
        GraphAccess graph, string? from, bool withPlans, CancellationToken cancellationToken)
    {
        var parser = new UserParser();

        return new PageStream<UserPage>(graph, GraphPermissions.Users, (body, _) =>
        {
            var page = PageParser.Parse(body.Span, parser.ReadUser);
            return ValueTask.FromResult(new UserPage(page.Items, page.Next));
        }).ReadAsync(() => from is null ? UserQueries.All(graph, withPlans) : graph.Resume(from), cancellationToken);
    }

    /// <summary>The plans of all who hold a product. Nothing else is asked, so nothing else is told.</summary>
    public static IAsyncEnumerable<Result<UserChangePage>> ReadPlansAsync(
        GraphAccess graph, Guid skuId, string? from, CancellationToken cancellationToken)
    {
        var parser = new UserParser();

        return new PageStream<UserChangePage>(graph, GraphPermissions.Users, (body, _) =>
        {
            var page = PageParser.Parse(body.Span, parser.ReadChange);
            return ValueTask.FromResult(new UserChangePage(page.Items, page.Next, null));
        }).ReadAsync(() => from is null ? UserQueries.PlansOf(graph, skuId) : graph.Resume(from), cancellationToken);
    }

    /// <summary>The number of people, which also decides how much may be asked. A tenant that won't count is read all the same.</summary>
    public static async Task<int?> CountAsync(GraphAccess graph, CancellationToken cancellationToken)
    {
        var counted = await GraphProblems.CatchAsync(
            GraphPermissions.Users,
            () => graph.Client.Users.Count.GetAsync(call => call.Headers.Add("ConsistencyLevel", "eventual"), cancellationToken),
            cancellationToken);

        if (counted.TryGet(out var count) && count is { } people)
        {
            graph.Budgets.SizeIs(people);
            return people;
        }

        return null;
    }
}
