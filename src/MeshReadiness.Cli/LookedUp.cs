using MeshReadiness.Core.ConditionalAccess.Population;
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

        if (basics.Fatal is { } fatal)
        {
            return fatal;
        }

        var policies = await reader.ReadPoliciesAsync(cancellationToken);
        var named = NamedByPolicies.Of(policies.TryGet(out var known) ? known : []);

        return new PeopleToJudge(
            [person with { User = person.User with { Memberships = named.Of(person, PolicyMemberships.None) } }],
            new TenantFacts(basics.Organization, basics.SubscribedSkus, NotAsked, policies, NotAsked)
            {
                Inventory = new()
                {
                    GroupCreation = await reader.Inventory.ReadGroupCreationAsync(cancellationToken),
                    PolicyMembers = new PolicyMemberFacts([.. Told(person, named)], null),
                },
            },
            []);
    }

    // The person's groups tell whether they are in each; roles aren't asked for.
    private static IEnumerable<PolicyMemberSet> Told(PersonFacts person, NamedByPolicies named) => person.Groups.TryGet(out var groups) && groups.IsWhole
        ? named.GroupIds.Select(id => new PolicyMemberSet(MembershipKind.Group, id, groups.Has(id) is true ? 1 : 0, IsGone: false, Unread: null))
        : [];
}
