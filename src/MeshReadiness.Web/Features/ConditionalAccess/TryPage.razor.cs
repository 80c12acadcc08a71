using MeshReadiness.Core.ConditionalAccess.Changes;
using MeshReadiness.Core.ConditionalAccess.Policies;
using MeshReadiness.Core.Outcomes;
using Microsoft.AspNetCore.Components;

namespace MeshReadiness.Web.Features.ConditionalAccess;

/// <summary>Tries a change. The address holds all of it: a link shows what its sender saw, and going back undoes an edit.</summary>
public sealed partial class TryPage(NavigationManager navigation)
{
    /// <summary>The words for where a change can start.</summary>
    internal const string Copy = "copy", Managed = "managed", Narrowed = "narrowed";

    private readonly Stack<string> _before = [];

    /// <summary>The policy that the change starts from.</summary>
    [SupplyParameterFromQuery] private string? Policy { get; set; }

    /// <summary>How it starts.</summary>
    [SupplyParameterFromQuery(Name = "pattern")] private string? Pattern { get; set; }

    /// <summary>The group of the people who use headsets.</summary>
    [SupplyParameterFromQuery] private string? Group { get; set; }

    /// <summary>The change, once something was edited.</summary>
    [SupplyParameterFromQuery] private string? Draft { get; set; }

    /// <summary>Whose names are shown.</summary>
    [SupplyParameterFromQuery] private string? Who { get; set; }

    // Nothing as long as it isn't chosen what to start from.
    private Result<PolicyChange>? Begin(TenantPolicies tenant)
    {
        if (Draft is { Length: > 0 })
        {
            return ChangeCode.Read(Draft);
        }

        if (Pattern is null || Find(tenant, Policy) is not { } policy)
        {
            return Pattern is not null && Policy is not null ? new Problem(ProblemKind.NotFound, "The snapshot has no policy with this id.") : (Result<PolicyChange>?)null;
        }

        return Pattern switch
        {
            Copy => new PolicyChange([PolicyDraft.Of(policy)]),
            Managed => SafePatterns.ManagedFleet(policy),
            Narrowed when Group is { Length: > 0 } => SafePatterns.NarrowedException(policy, Group, tenant.Names[Group]),
            _ => null,
        };
    }

    private static ConditionalAccessPolicy? Find(TenantPolicies tenant, string? id) =>
        id is null ? null : tenant.Policies.FirstOrDefault(policy => id.Equals(policy.Id, StringComparison.OrdinalIgnoreCase));

    private static ConditionalAccessPolicy? OriginalOf(TenantPolicies tenant, PolicyDraft draft) => Find(tenant, draft.ReplacesId);

    private static IEnumerable<(string, string)> Others(TenantPolicies tenant, PolicyChange change) => tenant.Policies
        .Where(policy => policy.Id is not null && change.Drafts.All(draft => draft.ReplacesId != policy.Id))
        .Select(policy => (policy.Id!, policy.DisplayName ?? policy.Id!));

    private void Add(TenantPolicies tenant, PolicyChange change, string? id)
    {
        if (Find(tenant, id) is { } policy)
        {
            Open(new([.. change.Drafts, PolicyDraft.Of(policy)]));
        }
    }

    private void Open(PolicyChange change)
    {
        _before.Push(navigation.Uri);
        navigation.NavigateTo($"{CaLinks.Try}?draft={ChangeCode.Write(change)}");
    }

    private void Undo() => navigation.NavigateTo(_before.Pop());
}
