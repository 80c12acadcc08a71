using System.Collections.Immutable;

namespace MeshReadiness.Core.Tenant;

/// <summary>One assignment of one product to a person.</summary>
/// <param name="SkuId">The product.</param>
/// <param name="AssignedByGroup">The group it came through; <see langword="null"/> when assigned directly.</param>
/// <param name="DisabledPlans">The plans switched off in this assignment.</param>
/// <param name="State"><c>Active</c>, <c>ActiveWithError</c>, <c>Disabled</c>, <c>Error</c>, as sent.</param>
/// <param name="Error">The error's name, for example <c>CountViolation</c>; <see langword="null"/> when fine.</param>
public sealed record LicenseAssignmentState(
    Guid SkuId, string? AssignedByGroup, ImmutableArray<Guid> DisabledPlans, string State, string? Error)
{
    /// <summary>Whether Entra could not give what this assignment promises.</summary>
    public bool IsInError =>
        State.Equals("Error", StringComparison.OrdinalIgnoreCase) || State.Equals("ActiveWithError", StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public bool Equals(LicenseAssignmentState? other) =>
        other is not null && SkuId == other.SkuId && AssignedByGroup == other.AssignedByGroup && State == other.State && Error == other.Error
        && DisabledPlans.AsSpan().SequenceEqual(other.DisabledPlans.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(SkuId, AssignedByGroup, State, DisabledPlans.Length);
}
