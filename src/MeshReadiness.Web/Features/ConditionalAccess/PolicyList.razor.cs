using MeshReadiness.Core.ConditionalAccess.Policies;
using MeshReadiness.Core.ConditionalAccess.Population;
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
    protected override Task<PopulationResult> CountAsync(CancellationToken cancellationToken) => shelf.JudgeAsync(Snapshot, Tenant, cancellationToken);

    private string? AboutOf(ConditionalAccessPolicy policy) => Counted?.Reach[Tenant.Policies.IndexOf(policy)] switch
    {
        null => null,
        { Sure: 0, Maybe: 0 } => "about nobody",
        { Sure: var people, Maybe: 0 } => $"about {Format.Count(people, "person", "people")}",
        { Sure: var people, Maybe: var maybe } => $"about {Format.Number(people)} to {Format.Count(people + maybe, "person", "people")}",
    };
}
