using CsCheck;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Core.Tests.Given;

namespace MeshReadiness.Core.Tests.Tenant;

public sealed class LicenceHoldingsTests
{
    private static readonly LicenceHoldings Some = new()
    {
        Licences = [new(Products.Suite.SkuId, [Plans.Teams])],
        Plans = [new(Plans.Teams, CapabilityStatus.Enabled, "Enabled")],
        Assignments = [new(Products.Suite.SkuId, "group", [Plans.Teams], "Error", "CountViolation")],
    };

    [Fact]
    public void A_copy_of_everything_is_equal_and_has_the_same_hash() => Generate.Person.Sample(person =>
    {
        var (one, other) = (person.Holdings, Copy(person.Holdings));

        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
    });

    [Fact]
    public void Whatever_is_different_makes_them_different()
    {
        var licence = Some.Licences[0];
        var assignment = Some.Assignments[0];
        LicenceHoldings[] others =
        [
            LicenceHoldings.None,
            Some with { Licences = [] },
            Some with { Licences = [licence, licence] },
            Some with { Licences = [licence with { SkuId = Products.Premium.SkuId }] },
            Some with { Licences = [licence with { DisabledPlans = [Plans.Mesh] }] },
            Some with { Licences = [licence with { DisabledPlans = [] }] },
            Some with { Plans = default },
            Some with { Plans = [] },
            Some with { Plans = [Some.Plans[0] with { Status = CapabilityStatus.Warning }] },
            Some with { Plans = [Some.Plans[0] with { StatusText = "enabled" }] },
            Some with { Plans = [Some.Plans[0] with { ServicePlanId = Plans.Mesh }] },
            Some with { Assignments = [] },
            Some with { Assignments = [assignment with { SkuId = Products.Premium.SkuId }] },
            Some with { Assignments = [assignment with { AssignedByGroup = null }] },
            Some with { Assignments = [assignment with { State = "Active" }] },
            Some with { Assignments = [assignment with { Error = null }] },
            Some with { Assignments = [assignment with { DisabledPlans = [] }] },
        ];

        Assert.All(others, other => Assert.NotEqual(Some, other));
        Assert.Equal(others.Length, others.Distinct().Count());
    }

    [Fact]
    public void Plans_that_nobody_asked_for_are_not_the_same_as_none() =>
        Assert.NotEqual(LicenceHoldings.None, LicenceHoldings.None with { Plans = [] });

    private static LicenceHoldings Copy(LicenceHoldings holdings) => new()
    {
        Licences = [.. holdings.Licences.Select(licence => new AssignedLicense(licence.SkuId, [.. licence.DisabledPlans]))],
        Plans = holdings.Plans.IsDefault ? default : [.. holdings.Plans.Select(plan => plan with { })],
        Assignments = [.. holdings.Assignments.Select(state => state with { DisabledPlans = [.. state.DisabledPlans] })],
    };
}
