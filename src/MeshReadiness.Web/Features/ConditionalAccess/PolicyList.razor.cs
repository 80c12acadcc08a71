using MeshReadiness.Core.ConditionalAccess.Policies;
using MeshReadiness.Web.Components;
using Microsoft.AspNetCore.Components;

namespace MeshReadiness.Web.Features.ConditionalAccess;

/// <summary>Policies in words. Whom they are about follows once it is counted.</summary>
public sealed partial class PolicyList(PolicyShelf shelf)
{
    /// <summary>Only policies in this state, by Graph's word.</summary>
    [Parameter] public string? Only { get; set; }

    /// <summary>The id of the policy that is open.</summary>
    [Parameter] public string? Opened { get; set; }

    /// <inheritdoc />
    protected override Task<PoliciesJudged> CountAsync(CancellationToken cancellationToken) => shelf.JudgeAsync(Snapshot, Tenant, cancellationToken);

    private string? AboutOf(ConditionalAccessPolicy policy) => Counted?.About[Tenant.Policies.IndexOf(policy)] switch
    {
        null => null,
        (0, 0) => "about nobody",
        (var people, 0) => $"about {Format.Count(people, "person", "people")}",
        var (people, maybe) => $"about {Format.Number(people)} to {Format.Count(people + maybe, "person", "people")}",
    };
}
