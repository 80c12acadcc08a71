using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Core.Tests.Given;

/// <summary>People, described in the words of a licence list.</summary>
internal static class Person
{
    public static UserFacts Member() => new() { Id = "42", UserType = UserType.Member, AccountEnabled = true, UsageLocation = "CH" };

    public static UserFacts Guest() => Member() with { UserType = UserType.Guest, Invitation = InvitationState.Accepted };

    public static UserFacts With(this UserFacts person, params Guid[] plans) =>
        plans.Aggregate(person, (so, plan) => so.With(plan, CapabilityStatus.Enabled));

    public static UserFacts With(this UserFacts person, Guid plan, CapabilityStatus status) =>
        person with { AssignedPlans = person.AssignedPlans.Add(new(plan, status, status.ToString())) };

    public static UserFacts Holding(this UserFacts person, SubscribedSku product, params Guid[] switchedOff) =>
        person with { AssignedLicenses = person.AssignedLicenses.Add(new(product.SkuId, [.. switchedOff])) };

    public static UserFacts Assigned(this UserFacts person, SubscribedSku product, string state = "Active", string? byGroup = null, string? error = null) =>
        person with { LicenseAssignmentStates = person.LicenseAssignmentStates.Add(new(product.SkuId, byGroup, [], state, error)) };
}
