using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Data;

/// <summary>A person as a list shows them.</summary>
/// <param name="Id">The object id.</param>
/// <param name="DisplayName">The name.</param>
/// <param name="UserPrincipalName">The sign-in name.</param>
/// <param name="Mail">The mail address.</param>
/// <param name="Department">The department.</param>
/// <param name="JobTitle">The job title.</param>
/// <param name="Country">The country.</param>
/// <param name="UserType">Member or guest.</param>
/// <param name="AccountEnabled">Whether the account may sign in.</param>
public sealed record PersonRow(
    string Id,
    string? DisplayName,
    string? UserPrincipalName,
    string? Mail,
    string? Department,
    string? JobTitle,
    string? Country,
    UserType? UserType,
    bool? AccountEnabled);
