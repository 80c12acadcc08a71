using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Graph.Reading;

/// <summary>What Graph told of a group: all of it, some of it, or that it is gone.</summary>
/// <param name="Facts">What was told; the rest is empty.</param>
/// <param name="Told">Which properties were told.</param>
/// <param name="IsRemoved">Whether the group is gone.</param>
internal sealed record GroupChange(GroupFacts Facts, GroupProperties Told, bool IsRemoved)
{
    /// <summary>The group as it is now, given how it was; what was not told stays.</summary>
    public GroupFacts ApplyTo(GroupFacts before) => new(
        before.Id,
        Told.HasFlag(GroupProperties.DisplayName) ? Facts.DisplayName : before.DisplayName,
        Told.HasFlag(GroupProperties.Types) ? Facts.IsMicrosoft365 : before.IsMicrosoft365,
        Told.HasFlag(GroupProperties.Licences) ? Facts.AssignedSkuIds : before.AssignedSkuIds,
        Told.HasFlag(GroupProperties.State) ? Facts.LicenseProcessingState : before.LicenseProcessingState,
        Told.HasFlag(GroupProperties.Errors) ? Facts.HasMembersWithLicenseErrors : before.HasMembersWithLicenseErrors);
}

/// <summary>The properties of a group that a scan reads.</summary>
[Flags]
internal enum GroupProperties
{
    None = 0,
    DisplayName = 1 << 0,
    Types = 1 << 1,
    Licences = 1 << 2,
    State = 1 << 3,
    Errors = 1 << 4,
    All = (1 << 5) - 1,
}
