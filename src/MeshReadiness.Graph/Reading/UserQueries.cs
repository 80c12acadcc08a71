using MeshReadiness.Graph.Http;

namespace MeshReadiness.Graph.Reading;

/// <summary>What is asked about people.</summary>
internal static class UserQueries
{
    private const string WithoutPlans =
        "id,displayName,userPrincipalName,mail,accountEnabled,userType,usageLocation,externalUserState,"
        + "department,jobTitle,officeLocation,country,assignedLicenses,licenseAssignmentStates";

    private const string WithPlans = WithoutPlans + ",assignedPlans";

    public static Uri All(GraphAccess graph, bool withPlans) =>
        graph.Address($"/users?$select={(withPlans ? WithPlans : WithoutPlans)}&$top=999");

    public static Uri Mark(GraphAccess graph) => graph.Address($"/users/delta?$select={WithPlans}&$deltatoken=latest");

    public static Uri PlansOf(GraphAccess graph, Guid skuId) =>
        graph.Address($"/users?$filter=assignedLicenses/any(l:l/skuId%20eq%20{skuId})&$select=id,assignedPlans&$top=999");

    /// <summary>One person, for a batch.</summary>
    public static string One(string id) => $"/users/{Uri.EscapeDataString(id)}?$select={WithPlans}";
}
