using System.Collections.Immutable;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Playbooks;
using MeshReadiness.Web.Features.HelpDesk;

namespace MeshReadiness.Web.Tests.Features;

/// <summary>A plan's state beside a licence says what the verdict says.</summary>
public sealed class LicenceLineTests
{
    private static readonly Guid Teams = PlaybookLibrary.Mesh.Requirement("teams").AnyOf[0];
    private static readonly SubscribedSku Suite = new(
        Guid.NewGuid(), "SUITE", "Enabled", 1, new(10, 0, 0, 0), [new(Teams, "TEAMS1", "User", "Success")]);

    private static readonly UserFacts Holder = new() { Id = "1", AssignedLicenses = [new(Suite.SkuId, [])] };

    [Fact]
    public void A_plan_that_follows_from_the_licence_is_on_though_nobody_asked_for_it() => Assert.Equal("On", State(Holder, Suite));

    [Fact]
    public void A_plan_that_is_switched_off_says_so() =>
        Assert.Equal("Switched off", State(Holder with { AssignedLicenses = [new(Suite.SkuId, [Teams])] }, Suite));

    [Fact]
    public void Where_a_product_is_doubtful_and_nobody_asked_the_state_isnt_known() =>
        Assert.Equal("Not known", State(Holder, Suite with { CapabilityStatus = "Suspended" }));

    [Fact]
    public void Where_a_product_is_doubtful_the_plan_is_as_Graph_told_it() => Assert.Equal(
        "Suspended",
        State(Holder with { AssignedPlans = [new(Teams, CapabilityStatus.Suspended, "Suspended")] }, Suite with { CapabilityStatus = "Suspended" }));

    [Fact]
    public void A_plan_of_a_licence_that_could_not_be_assigned_isnt_there() => Assert.Equal(
        "Not there",
        State(new() { Id = "1", LicenseAssignmentStates = [new(Suite.SkuId, null, [], "Error", "CountViolation")] }, Suite));

    private static string State(UserFacts user, SubscribedSku sku)
    {
        var unread = new Problem(ProblemKind.ConsentNeeded, "The permission is missing.");
        var tenant = new TenantFacts(unread, ImmutableArray.Create(sku), unread, unread, unread);

        return Assert.Single(Assert.Single(LicenceLine.All(user, tenant, ProductTable.Shipped, PlaybookLibrary.Mesh)).Plans).State;
    }
}
