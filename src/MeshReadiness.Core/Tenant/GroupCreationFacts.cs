namespace MeshReadiness.Core.Tenant;

/// <summary>Who may create Microsoft 365 groups, as the settings of the template <c>Group.Unified</c> say it.</summary>
/// <param name="IsOpen">Whether everybody may; so it is in a tenant without settings.</param>
/// <param name="AllowedGroupId">The group whose members may all the same; <see langword="null"/> for none.</param>
public sealed record GroupCreationFacts(bool IsOpen, string? AllowedGroupId)
{
    /// <summary>How it is in a tenant that has never changed it.</summary>
    public static GroupCreationFacts Default { get; } = new(IsOpen: true, AllowedGroupId: null);
}
