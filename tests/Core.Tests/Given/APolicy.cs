using System.Text.Json;
using MeshReadiness.Core.ConditionalAccess.Policies;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Core.Tests.Given;

/// <summary>Conditional Access policies as Graph writes them.</summary>
internal static class APolicy
{
    /// <summary>Nobody gets into Mesh.</summary>
    public const string BlocksMesh =
        """
        {"id":"p1","displayName":"No Mesh","state":"enabled","conditions":{"users":{"includeUsers":["All"]},
        "applications":{"includeApplications":["3016d0ce-47cc-4005-b11d-5fcabb1b643d"]},"clientAppTypes":["all"]},
        "grantControls":{"operator":"OR","builtInControls":["block"]}}
        """;

    /// <summary>Nobody in a group gets into Mesh.</summary>
    public static string BlocksMeshFor(string group) =>
        BlocksMesh.Replace("\"includeUsers\":[\"All\"]", $"\"includeGroups\":[\"{group}\"]", StringComparison.Ordinal);

    /// <summary>Policies as a scan keeps them.</summary>
    public static Result<ImmutableArray<ConditionalAccessPolicyFacts>> List(params string[] policies) => ImmutableArray.CreateRange(policies.Select(json =>
    {
        var policy = PolicyReader.Read(JsonElement.Parse(json)).Value;
        return new ConditionalAccessPolicyFacts(policy.Id!, policy.DisplayName, policy.State, [.. policy.Users.Groups.Include, .. policy.Users.Groups.Exclude], json);
    }));
}
