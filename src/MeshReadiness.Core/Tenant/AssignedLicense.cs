using System.Collections.Immutable;

namespace MeshReadiness.Core.Tenant;

/// <summary>A product that a person holds.</summary>
/// <param name="SkuId">The product.</param>
/// <param name="DisabledPlans">The plans in it that are switched off in every assignment.</param>
public sealed record AssignedLicense(Guid SkuId, ImmutableArray<Guid> DisabledPlans)
{
    /// <inheritdoc/>
    public bool Equals(AssignedLicense? other) =>
        other is not null && SkuId == other.SkuId && DisabledPlans.AsSpan().SequenceEqual(other.DisabledPlans.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(SkuId, DisabledPlans.Length);
}
