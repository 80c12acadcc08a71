using MeshReadiness.Core.Tenant;
using MeshReadiness.Data;

namespace MeshReadiness.Web.Components;

/// <summary>What to call a person on a page.</summary>
internal static class PersonName
{
    /// <summary>The name of somebody whose facts are known.</summary>
    public static string Of(UserFacts user) => Of(user.DisplayName, user.UserPrincipalName);

    /// <summary>The name of somebody in a list.</summary>
    public static string Of(PersonRow person) => Of(person.DisplayName, person.UserPrincipalName);

    private static string Of(string? displayName, string? userPrincipalName) => displayName ?? userPrincipalName ?? "Unnamed person";
}
