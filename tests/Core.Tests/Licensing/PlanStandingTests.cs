using MeshReadiness.Core.Licensing;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Core.Tests.Given;

namespace MeshReadiness.Core.Tests.Licensing;

public sealed class PlanStandingTests
{
    private static readonly PlanRequirement Storage = SmallPlaybook.It.Requirement("storage");
    private static readonly HashSet<Guid> Carriers = [Products.Suite.SkuId];

    [Theory]
    [InlineData(CapabilityStatus.Enabled, PlanStanding.Working)]
    [InlineData(CapabilityStatus.Warning, PlanStanding.Working)]
    [InlineData(CapabilityStatus.Unrecognised, PlanStanding.Unclear)]
    [InlineData(CapabilityStatus.Suspended, PlanStanding.Suspended)]
    [InlineData(CapabilityStatus.LockedOut, PlanStanding.Suspended)]
    [InlineData(CapabilityStatus.Deleted, PlanStanding.Missing)]
    public void One_plan_decides_by_its_status(CapabilityStatus status, PlanStanding expected) =>
        Assert.Equal(expected, Find(Person.Member().With(Plans.SharePoint, status)));

    [Theory]
    [InlineData(CapabilityStatus.Deleted, CapabilityStatus.Enabled, PlanStanding.Working)]
    [InlineData(CapabilityStatus.Suspended, CapabilityStatus.Warning, PlanStanding.Working)]
    [InlineData(CapabilityStatus.LockedOut, CapabilityStatus.Unrecognised, PlanStanding.Unclear)]
    [InlineData(CapabilityStatus.Deleted, CapabilityStatus.LockedOut, PlanStanding.Suspended)]
    [InlineData(CapabilityStatus.Deleted, CapabilityStatus.Deleted, PlanStanding.Missing)]
    public void Of_several_rows_the_best_counts_in_any_order(CapabilityStatus one, CapabilityStatus other, PlanStanding expected)
    {
        Assert.Equal(expected, Find(Person.Member().With(Plans.SharePoint, one).With(Plans.SharePoint, other)));
        Assert.Equal(expected, Find(Person.Member().With(Plans.SharePoint, other).With(Plans.OneDrive, one)));
    }

    [Fact]
    public void Plans_that_nobody_asked_for_dont_count() =>
        Assert.Equal(PlanStanding.Missing, Find(Person.Member().With(Plans.Teams, Plans.Other)));

    [Fact]
    public void A_plan_that_an_admin_switched_off_is_told_from_a_missing_one() =>
        Assert.Equal(PlanStanding.SwitchedOff, Find(Person.Member().Holding(Products.Suite, Plans.SharePoint)));

    [Fact]
    public void A_past_row_doesnt_hide_that_the_plan_is_switched_off() => Assert.Equal(
        PlanStanding.SwitchedOff,
        Find(Person.Member().With(Plans.SharePoint, CapabilityStatus.Deleted).Holding(Products.Suite, Plans.SharePoint)));

    [Fact]
    public void A_plan_that_works_through_another_licence_isnt_switched_off() =>
        Assert.Equal(PlanStanding.Working, Find(Person.Member().With(Plans.OneDrive).Holding(Products.Suite, Plans.SharePoint)));

    [Theory]
    [InlineData("Error", PlanStanding.AssignmentFailed)]
    [InlineData("ActiveWithError", PlanStanding.AssignmentFailed)]
    [InlineData("activewitherror", PlanStanding.AssignmentFailed)]
    [InlineData("Active", PlanStanding.Missing)]
    [InlineData("Disabled", PlanStanding.Missing)]
    public void A_failed_assignment_of_a_carrier_is_told_from_a_missing_licence(string state, PlanStanding expected) =>
        Assert.Equal(expected, Find(Person.Member().Assigned(Products.Suite, state)));

    [Fact]
    public void A_failed_assignment_of_another_product_says_nothing() =>
        Assert.Equal(PlanStanding.Missing, Find(Person.Member().Assigned(Products.Premium, "Error")));

    [Fact]
    public void Switched_off_goes_before_a_failed_assignment() => Assert.Equal(
        PlanStanding.SwitchedOff, Find(Person.Member().Holding(Products.Suite, Plans.SharePoint).Assigned(Products.Suite, "Error")));

    [Fact]
    public void Suspended_goes_before_switched_off() => Assert.Equal(
        PlanStanding.Suspended, Find(Person.Member().With(Plans.OneDrive, CapabilityStatus.Suspended).Holding(Products.Suite, Plans.SharePoint)));

    private static PlanStanding Find(UserFacts person) => PlanStandings.Find(
        person.Holdings, Storage, Carriers, new(ATenant.Usual().SubscribedSkus, SmallPlaybook.It));
}
