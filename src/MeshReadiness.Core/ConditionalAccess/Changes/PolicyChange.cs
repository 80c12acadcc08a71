using System.Collections.Immutable;
using MeshReadiness.Core.ConditionalAccess.Policies;

namespace MeshReadiness.Core.ConditionalAccess.Changes;

/// <summary>Drafts that belong together, in the order in which somebody would carry them out.</summary>
/// <param name="Drafts">The drafts.</param>
public sealed record PolicyChange(ImmutableArray<PolicyDraft> Drafts)
{
    /// <summary>No change.</summary>
    public static PolicyChange None { get; } = new([]);

    /// <summary>The policies as they would be: copies in the place of what they are copies of, new ones at the end.</summary>
    public ImmutableArray<ConditionalAccessPolicy> After(ImmutableArray<ConditionalAccessPolicy> policies) =>
    [
        .. policies.Select(policy => Drafts.FirstOrDefault(draft => draft.ReplacesId is { } id && id.Equals(policy.Id, StringComparison.OrdinalIgnoreCase))?.Policy ?? policy),
        .. Drafts.Where(draft => draft.ReplacesId is null).Select(draft => draft.Policy),
    ];

    /// <summary>With another draft in this place.</summary>
    public PolicyChange With(int index, PolicyDraft draft) => new(Drafts.SetItem(index, draft));

    /// <summary>Without the draft in this place.</summary>
    public PolicyChange Without(int index) => new(Drafts.RemoveAt(index));
}
