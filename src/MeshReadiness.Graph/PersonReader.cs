using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Graph.Http;
using MeshReadiness.Graph.Reading;

namespace MeshReadiness.Graph;

/// <summary>Looks one person up in Microsoft Graph, for somebody who waits for the answer.</summary>
public sealed class PersonReader : IPersonReader
{
    private readonly GraphAccess _graph;

    internal PersonReader(GraphAccess graph) => _graph = graph;

    /// <summary>A reader with a token that somebody else has fetched.</summary>
    /// <param name="baseUrl">Where Graph answers, with its version.</param>
    /// <param name="token">The bearer token.</param>
    public static PersonReader Create(Uri baseUrl, string token) => Create(new GraphConnection(baseUrl, new StaticToken(token)));

    /// <summary>A reader of the tenant behind this connection. It doesn't stand in the queue of a scan.</summary>
    internal static PersonReader Create(GraphConnection connection) => new(GraphPipeline.CreateClient(connection, Pace.AtTheDesk));

    /// <inheritdoc />
    public async Task<Result<PersonFacts>> ReadAsync(string user, CancellationToken cancellationToken)
    {
        var found = await GraphProblems.CatchAsync(GraphPermissions.OneUser, () => ReadUserAsync(user, cancellationToken), cancellationToken);

        if (!found.TryGet(out var person))
        {
            return found.Problem.Kind is ProblemKind.NotFound
                ? new Problem(ProblemKind.NotFound, $"Nobody in the tenant has the object id or sign-in name {user}. Check how it is spelt.")
                : found.Problem;
        }

        var path = $"/users/{Uri.EscapeDataString(person.Id)}";
        var details = await GraphProblems.CatchAsync(
            GraphPermissions.LicenceDetails,
            () => RawPages.ReadAllAsync(_graph, path + "/licenseDetails", "skuId", LicenceDetailReading.Read, cancellationToken), cancellationToken);

        if (!details.Succeeded && TenantSurvey.EndsReading(details.Problem))
        {
            return details.Problem;
        }

        return new PersonFacts(person)
        {
            Plans = person.Holdings.Plans,
            Details = details.TryGet(out var licences) ? licences : default,
            Groups = await MembershipsAsync(() => AllGroupsAsync(path, cancellationToken), cancellationToken),
            DirectGroups = await MembershipsAsync(() => DirectGroupsAsync(path, cancellationToken), cancellationToken),
        };
    }

    /// <inheritdoc />
    public Task<Result<ImmutableArray<DeviceFacts>>> ReadDevicesAsync(string userId, CancellationToken cancellationToken) => GraphProblems.CatchAsync(
        GraphPermissions.DevicesOfUser,
        () => RawPages.ReadAllAsync(_graph, $"/users/{Uri.EscapeDataString(userId)}/registeredDevices", "id", DeviceReading.Read, cancellationToken),
        cancellationToken);

    private async Task<UserFacts> ReadUserAsync(string user, CancellationToken cancellationToken)
    {
        using var body = await _graph.GetAsync(_graph.Address(UserQueries.One(user)), cancellationToken);
        return Read(body.Bytes.Span);
    }

    private static UserFacts Read(ReadOnlySpan<byte> body)
    {
        var json = new Utf8JsonReader(body);
        json.Read();
        return new UserParser().ReadUser(ref json);
    }

    private static async Task<Result<MembershipFacts>> MembershipsAsync(Func<Task<MembershipFacts>> ask, CancellationToken cancellationToken) =>
        await GraphProblems.CatchAsync(GraphPermissions.Memberships, ask, cancellationToken);

    private async Task<MembershipFacts> AllGroupsAsync(string path, CancellationToken cancellationToken)
    {
        var groups = ImmutableArray.CreateBuilder<GroupFacts>();
        var parser = new GroupParser();

        await foreach (var group in RawPages.ReadAdvancedAsync(
            _graph, $"{path}/transitiveMemberOf/microsoft.graph.group?$select={GroupQueries.Properties}&$count=true&$top=999", cancellationToken))
        {
            groups.Add(group.Inside(groups.Count, item => Group(parser, item)));
        }

        return new(groups.DrainToImmutable(), IsWhole: true);
    }

    // Of the direct groups the ids are enough: the list of all groups tells the rest.
    private async Task<MembershipFacts> DirectGroupsAsync(string path, CancellationToken cancellationToken) => new(
        await RawPages.ReadAllAsync(
            _graph, $"{path}/memberOf?$select=id&$top=999", "id", item => new GroupFacts(item.NeededText("id"), null, false, [], null, false), cancellationToken),
        IsWhole: true);

    private static GroupFacts Group(GroupParser parser, JsonElement item)
    {
        var json = new Utf8JsonReader(JsonMarshal.GetRawUtf8Value(item));
        json.Read();
        return parser.Read(ref json).Facts;
    }
}
