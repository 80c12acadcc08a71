using CsCheck;
using MeshReadiness.Core.Eligibility;
using MeshReadiness.Core.Licensing;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Core.Tests.Given;

namespace MeshReadiness.Core.Tests.Licensing;

/// <summary>Plans that nobody asked for, worked out from licences and products.</summary>
public sealed class WorkedOutPlansTests
{
    private static readonly PlanRequirement[] Asked = [.. SmallPlaybook.It.Requirements];

    [Fact]
    public void They_give_the_standing_that_Graphs_plans_would_give() =>
        Gen.Select(GenerateProducts.Certain, GenerateProducts.Licences(4)).Sample((products, licences) =>
        {
            var holdings = new LicenceHoldings { Licences = licences };
            var told = holdings with { Plans = AsGraphTells(products, licences) };

            Assert.All(Asked, requirement => Assert.Equal(Find(products, told, requirement), Find(products, holdings, requirement)));
        });

    [Fact]
    public void A_doubtful_licence_is_never_taken_for_working() =>
        Gen.Select(GenerateProducts.Any, GenerateProducts.Licences(5)).Sample((products, licences) =>
        {
            var doubtful = licences.Where(licence => IsDoubtful(products, licence)).ToImmutableArray();
            var some = new LicenceHoldings { Licences = doubtful };

            foreach (var requirement in Asked)
            {
                var mayGive = doubtful.Any(licence => requirement.AnyOf.Any(plan => !licence.DisabledPlans.Contains(plan)
                    && products.All(product => product.SkuId != licence.SkuId || product.ServicePlans.Any(carried => carried.ServicePlanId == plan))));
                var standing = Find(products, some, requirement);

                Assert.NotEqual(PlanStanding.Working, standing);
                Assert.Equal(mayGive, standing is PlanStanding.Unclear);
            }
        });

    [Fact]
    public void A_licence_that_is_certain_decides_beside_a_doubtful_one_in_any_order()
    {
        var products = ATenant.Usual().SubscribedSkus.Value;
        var sure = new AssignedLicense(Products.Suite.SkuId, []);
        var unlisted = new AssignedLicense(Guid.Empty, []);

        Assert.Equal(PlanStanding.Working, Find(products, new() { Licences = [sure, unlisted] }, Asked[0]));
        Assert.Equal(PlanStanding.Working, Find(products, new() { Licences = [unlisted, sure] }, Asked[0]));
        Assert.Equal(PlanStanding.Unclear, Find(products, new() { Licences = [sure with { DisabledPlans = [Plans.Teams] }, unlisted] }, Asked[0]));
    }

    [Theory]
    [InlineData("Suspended", 0, 0, PlanStanding.Suspended)]
    [InlineData("LockedOut", 0, 0, PlanStanding.Suspended)]
    [InlineData("deleted", 0, 0, PlanStanding.Suspended)]
    [InlineData("Suspended", 1, 0, PlanStanding.Unclear)]
    [InlineData("Suspended", 0, 1, PlanStanding.Unclear)]
    [InlineData("Enabled", 0, 0, PlanStanding.Unclear)]
    [InlineData("Somehow", 0, 0, PlanStanding.Unclear)]
    public void A_product_that_is_out_of_force_as_a_whole_gives_nothing(string status, int enabled, int warning, PlanStanding expected)
    {
        var product = Products.Suite with { CapabilityStatus = status, PrepaidUnits = new(enabled, warning, Suspended: 10, LockedOut: 0) };
        var unlisted = new AssignedLicense(Guid.Empty, []);

        Assert.Equal(expected, Find([product], new() { Licences = [new(product.SkuId, [])] }, Asked[0]));
        Assert.Equal(PlanStanding.Unclear, Find([product], new() { Licences = [new(product.SkuId, []), unlisted] }, Asked[0]));
        Assert.Equal(PlanStanding.Unclear, Find([product], new() { Licences = [unlisted, new(product.SkuId, [])] }, Asked[0]));
    }

    [Fact]
    public void What_is_switched_off_in_a_doubtful_licence_is_switched_off() => Assert.Equal(
        PlanStanding.SwitchedOff,
        Find([Products.Suite with { CapabilityStatus = "Suspended" }], Person.Member().Holding(Products.Suite, Plans.Teams).Holdings, Asked[0]));

    [Fact]
    public void Leaving_out_plans_that_follow_makes_no_difference_to_any_verdict() =>
        Gen.Select(GenerateProducts.Any, GenerateProducts.Licences(5), Generate.Person).Sample((products, licences, person) =>
        {
            var rules = ATenant.Rules(ATenant.With([.. products]));
            var whole = person with { AssignedLicenses = licences };
            var reduced = whole with { Holdings = rules.Products.Reduce(whole.Holdings) };

            Assert.Equal(rules.FootprintOf(whole), rules.FootprintOf(reduced));
            Assert.Equal(Proofs(rules.Explain(whole)), Proofs(rules.Explain(reduced)));
        });

    [Fact]
    public void Plans_that_were_told_while_the_product_was_suspended_dont_count_once_it_is_in_force_again()
    {
        var person = Person.Member().Holding(Products.Suite) with { AssignedPlans = [new(Plans.Teams, CapabilityStatus.Suspended, "Suspended")] };

        Assert.Equal("teams:suspended", MeetReason(Products.Suite with { CapabilityStatus = "Suspended" }));
        Assert.Equal("teams:on", MeetReason(Products.Suite));

        string MeetReason(SubscribedSku product) => ATenant.Rules(ATenant.With(product)).Explain(person)[0].Reasons
            .Single(reason => reason.Code.StartsWith("teams", StringComparison.Ordinal)).Code;
    }

    private static IEnumerable<string> Proofs(ImmutableArray<ExperienceVerdict> verdicts) =>
        verdicts.SelectMany(verdict => verdict.Reasons).Select(reason => $"{reason.Code}: {string.Join(", ", reason.Proof)}");

    private static PlanStanding Find(ImmutableArray<SubscribedSku> products, LicenceHoldings holdings, PlanRequirement requirement)
    {
        var known = new TenantProducts(products, SmallPlaybook.It);
        return PlanStandings.Find(holdings, requirement, known.CarriersOf(requirement), known);
    }

    private static bool IsDoubtful(ImmutableArray<SubscribedSku> products, AssignedLicense licence) =>
        products.FirstOrDefault(product => product.SkuId == licence.SkuId) is not { } product
        || product.CapabilityStatus == "Suspended" || product.PrepaidUnits.Suspended > 0
        || product.ServicePlans.Any(plan => plan.ServicePlanId != Plans.Other && plan.ProvisioningStatus == "PendingInput");

    // What is switched off in one licence and on in another is on; of what was never on, nothing is told.
    private static ImmutableArray<AssignedPlan> AsGraphTells(ImmutableArray<SubscribedSku> products, ImmutableArray<AssignedLicense> licences)
    {
        var told = ImmutableArray.CreateBuilder<AssignedPlan>();

        foreach (var licence in licences)
        {
            var product = products.Single(product => product.SkuId == licence.SkuId);

            foreach (var plan in product.ServicePlans.Where(plan => !licence.DisabledPlans.Contains(plan.ServicePlanId)))
            {
                var isInGrace = product.CapabilityStatus == "Warning";
                told.Add(new(plan.ServicePlanId, isInGrace ? CapabilityStatus.Warning : CapabilityStatus.Enabled, product.CapabilityStatus));
            }
        }

        return told.ToImmutable();
    }
}
