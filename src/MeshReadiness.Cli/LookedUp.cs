using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Graph;

namespace MeshReadiness.Cli;

/// <summary>One person and what is needed of their tenant, read from Graph now.</summary>
internal static class LookedUp
{
    private static readonly Problem NotAsked = new(ProblemKind.NotFound, "Looking one person up doesn't ask for it.");

    public static async Task<Result<PeopleToJudge>> ReadAsync(string user, Uri address, string token, CancellationToken cancellationToken)
    {
        var read = await PersonReader.Create(address, token).ReadAsync(user, cancellationToken);

        if (!read.TryGet(out var person))
        {
            return read.Problem;
        }

        var reader = TenantReaders.Create(address, token);
        var basics = await TenantSurvey.ReadBasicsAsync(reader, TimeProvider.System, cancellationToken);

        return basics.Fatal is { } fatal ? fatal : new PeopleToJudge(
            [person],
            new TenantFacts(basics.Organization, basics.SubscribedSkus, NotAsked, NotAsked, NotAsked)
            {
                Inventory = new() { GroupCreation = await reader.Inventory.ReadGroupCreationAsync(cancellationToken) },
            },
            []);
    }
}
