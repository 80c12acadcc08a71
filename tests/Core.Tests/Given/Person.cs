using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Core.Tests.Given;

/// <summary>People, described in the words of a licence list.</summary>
internal static class Person
{
    private static readonly AssignedLicense Unlisted = new(new("99999999-0000-0000-0000-000000000000"), []);

    public static UserFacts Member() => new() { Id = "42", UserType = UserType.Member, AccountEnabled = true, UsageLocation = "CH" };

    public static UserFacts Guest() => Member() with { UserType = UserType.Guest, Invitation = InvitationState.Accepted };

    public static UserFacts With(this UserFacts person, params Guid[] plans) =>
        plans.Aggregate(person, (so, plan) => so.With(plan, CapabilityStatus.Enabled));

    /// <summary>A plan as Graph tells it; it is asked only about licences whose plans can't be worked out, so the person holds one.</summary>
    public static UserFacts With(this UserFacts person, Guid plan, CapabilityStatus status) => person with
    {
        AssignedPlans = person.AssignedPlans.Add(new(plan, status, status.ToString())),
        AssignedLicenses = person.AssignedLicenses.Contains(Unlisted) ? person.AssignedLicenses : person.AssignedLicenses.Add(Unlisted),
    };

    public static UserFacts Holding(this UserFacts person, SubscribedSku product, params Guid[] switchedOff) =>
        person with { AssignedLicenses = person.AssignedLicenses.Add(new(product.SkuId, [.. switchedOff])) };

    public static UserFacts Assigned(this UserFacts person, SubscribedSku product, string state = "Active", string? byGroup = null, string? error = null) =>
        person with { LicenseAssignmentStates = person.LicenseAssignmentStates.Add(new(product.SkuId, byGroup, [], state, error)) };
}
