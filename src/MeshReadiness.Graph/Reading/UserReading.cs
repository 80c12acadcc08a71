using System.Globalization;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Graph.Http;
using Microsoft.Graph;
using Microsoft.Kiota.Abstractions;

namespace MeshReadiness.Graph.Reading;

/// <summary>
/// Reads <c>GET /users</c> in pages of 999. The body is parsed by hand over the Graph client's own pipeline,
/// because its typed models cost some thirty times as much for the same page.
/// </summary>
internal static class UserReading
{
    private static readonly string[] Properties =
    [
        "id", "displayName", "userPrincipalName", "mail", "accountEnabled", "userType", "usageLocation", "externalUserState",
        "department", "jobTitle", "officeLocation", "country", "assignedLicenses", "assignedPlans", "licenseAssignmentStates",
    ];

    public static async Task<UserPage> ReadAsync(GraphServiceClient graph, string? next, CancellationToken cancellationToken)
    {
        var total = next is null ? await CountAsync(graph, cancellationToken) : null;
        var request = next is null
            ? graph.Users.ToGetRequestInformation(call =>
            {
                call.QueryParameters.Select = Properties;
                call.QueryParameters.Top = 999;
            })
            : new RequestInformation { HttpMethod = Method.GET, URI = NextLinks.Follow(graph, next) };

        await using var body = await RawPages.SendAsync(graph, request, cancellationToken);
        using var buffer = new MemoryStream();
        await body.CopyToAsync(buffer, cancellationToken);

        var (users, link) = UserPageParser.Parse(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));

        return new(users, link, total);
    }

    // Only for the progress bar: a tenant that won't count is read all the same.
    private static async Task<int?> CountAsync(GraphServiceClient graph, CancellationToken cancellationToken)
    {
        var counted = await GraphProblems.CatchAsync(
            GraphPermissions.Users,
            () => graph.Users.Count.GetAsync(call => call.Headers.Add("ConsistencyLevel", "eventual"), cancellationToken),
            cancellationToken);

        return counted.TryGet(out var count) ? Convert.ToInt32(count, CultureInfo.InvariantCulture) : null;
    }
}
