using System.Collections.Immutable;

namespace MeshReadiness.Core.Tenant;

/// <summary>
/// All that a person holds. People are equipped by groups and bundles, so a population of any size has few different
/// holdings; two that say the same are equal.
/// </summary>
public sealed record LicenceHoldings
{
    /// <summary>Nothing at all.</summary>
    public static LicenceHoldings None { get; } = new();

    /// <summary>The licences in force (Graph's <c>assignedLicenses</c>).</summary>
    public ImmutableArray<AssignedLicense> Licences { get; init; } = [];

    /// <summary>
    /// The service plans with their state (Graph's <c>assignedPlans</c>). <see langword="default"/> when nobody asked for
    /// them, because they follow from the licences and the tenant's products.
    /// </summary>
    public ImmutableArray<AssignedPlan> Plans { get; init; }

    /// <summary>How each licence came (Graph's <c>licenseAssignmentStates</c>).</summary>
    public ImmutableArray<LicenseAssignmentState> Assignments { get; init; } = [];

    /// <inheritdoc/>
    public bool Equals(LicenceHoldings? other) =>
        ReferenceEquals(this, other)
        || (other is not null
            && Plans.IsDefault == other.Plans.IsDefault
            && Licences.AsSpan().SequenceEqual(other.Licences.AsSpan())
            && Assignments.AsSpan().SequenceEqual(other.Assignments.AsSpan())
            && (Plans.IsDefault || Plans.AsSpan().SequenceEqual(other.Plans.AsSpan())));

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();

        foreach (var licence in Licences)
        {
            hash.Add(licence);
        }

        foreach (var assignment in Assignments)
        {
            hash.Add(assignment);
        }

        hash.Add(Plans.IsDefault ? -1 : Plans.Length);
        return hash.ToHashCode();
    }
}
