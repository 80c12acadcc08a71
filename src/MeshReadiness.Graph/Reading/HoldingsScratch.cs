using System.Collections.Immutable;
using System.Runtime.InteropServices;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Graph.Reading;

/// <summary>
/// What one person holds, as it is being read: buffers that are used again for the next person. Only holdings that were
/// not met before become objects.
/// </summary>
internal sealed class HoldingsScratch
{
    /// <summary>The plans switched off anywhere, in the order in which they were read; licences and assignments each point to a piece.</summary>
    public List<Guid> DisabledPlans { get; } = [];

    public List<Licence> Licences { get; } = [];

    public List<Plan> Plans { get; } = [];

    public List<Assignment> Assignments { get; } = [];

    /// <summary>Whether plans were in the answer at all.</summary>
    public bool HasPlans { get; set; }

    public void Clear()
    {
        DisabledPlans.Clear();
        Licences.Clear();
        Plans.Clear();
        Assignments.Clear();
        HasPlans = false;
    }

    public bool Says(LicenceHoldings holdings) =>
        Licences.Count == holdings.Licences.Length
        && Assignments.Count == holdings.Assignments.Length
        && HasPlans == !holdings.Plans.IsDefault
        && (!HasPlans || Plans.Count == holdings.Plans.Length)
        && SaysLicences(holdings.Licences)
        && SaysAssignments(holdings.Assignments)
        && (!HasPlans || SaysPlans(holdings.Plans));

    public LicenceHoldings ToHoldings() => new()
    {
        Licences = [.. Licences.Select(one => new AssignedLicense(one.SkuId, [.. Of(one.Disabled)]))],
        Assignments = [.. Assignments.Select(one => new LicenseAssignmentState(
            one.SkuId, one.Group, [.. Of(one.Disabled)], one.State, one.Error))],
        Plans = HasPlans ? [.. Plans.Select(one => new AssignedPlan(one.ServicePlanId, one.Status, one.StatusText))] : default,
    };

    /// <summary>The same number for all that say the same, as long as Graph keeps to one order of properties.</summary>
    public int Hash()
    {
        var hash = new HashCode();

        foreach (var licence in Licences)
        {
            hash.Add(licence.SkuId);
            hash.Add(licence.Disabled.Count);
        }

        foreach (var assignment in Assignments)
        {
            hash.Add(assignment.SkuId);
            hash.Add(assignment.Group);
            hash.Add(assignment.State);
        }

        foreach (var plan in Plans)
        {
            hash.Add(plan.ServicePlanId);
        }

        foreach (var plan in DisabledPlans)
        {
            hash.Add(plan);
        }

        hash.Add(HasPlans);
        return hash.ToHashCode();
    }

    private bool SaysLicences(ImmutableArray<AssignedLicense> licences)
    {
        for (var index = 0; index < Licences.Count; index++)
        {
            var (mine, other) = (Licences[index], licences[index]);

            if (mine.SkuId != other.SkuId || !Of(mine.Disabled).SequenceEqual(other.DisabledPlans.AsSpan()))
            {
                return false;
            }
        }

        return true;
    }

    private bool SaysAssignments(ImmutableArray<LicenseAssignmentState> assignments)
    {
        for (var index = 0; index < Assignments.Count; index++)
        {
            var (mine, other) = (Assignments[index], assignments[index]);

            if (mine.SkuId != other.SkuId || mine.Group != other.AssignedByGroup || mine.State != other.State || mine.Error != other.Error
                || !Of(mine.Disabled).SequenceEqual(other.DisabledPlans.AsSpan()))
            {
                return false;
            }
        }

        return true;
    }

    private bool SaysPlans(ImmutableArray<AssignedPlan> plans)
    {
        for (var index = 0; index < Plans.Count; index++)
        {
            if (Plans[index].ServicePlanId != plans[index].ServicePlanId || Plans[index].StatusText != plans[index].StatusText)
            {
                return false;
            }
        }

        return true;
    }

    private ReadOnlySpan<Guid> Of(Slice slice) =>
        CollectionsMarshal.AsSpan(DisabledPlans).Slice(slice.Start, slice.Count);

    /// <summary>A piece of <see cref="DisabledPlans"/>.</summary>
    public readonly record struct Slice(int Start, int Count);

    public readonly record struct Licence(Guid SkuId, Slice Disabled);

    public readonly record struct Plan(Guid ServicePlanId, CapabilityStatus Status, string StatusText);

    public readonly record struct Assignment(Guid SkuId, string? Group, Slice Disabled, string State, string? Error);
}
