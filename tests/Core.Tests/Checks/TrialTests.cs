using MeshReadiness.Core.Checks;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Core.Tests.Given;

namespace MeshReadiness.Core.Tests.Checks;

public sealed class TrialTests
{
    private static readonly SubscriptionFacts Bought = new("PREMIUM", "Enabled", IsTrial: false, ATenant.AsOf.AddYears(-1), ATenant.AsOf.AddYears(1), [Plans.Mesh]);

    [Theory]
    [InlineData("bought", CheckOutcome.Pass, "The Mesh plan has been bought with PREMIUM.")]
    [InlineData("bought in grace", CheckOutcome.Pass, "The Mesh plan has been bought with PREMIUM.")]
    [InlineData("bought and tried", CheckOutcome.Pass, "The Mesh plan has been bought with PREMIUM.")]
    [InlineData("tried", CheckOutcome.Pass, "The trial TRIAL of the Mesh plan runs since 1 January 2026.")]
    [InlineData("tried, since nobody knows when", CheckOutcome.Pass, "The trial TRIAL of the Mesh plan runs.")]
    [InlineData("tried once", CheckOutcome.Fail, "The Mesh plan has neither been bought nor is it being tried.")]
    [InlineData("suspended", CheckOutcome.Fail, "The Mesh plan has neither been bought nor is it being tried.")]
    [InlineData("something else", CheckOutcome.Fail, "The Mesh plan has neither been bought nor is it being tried.")]
    [InlineData("nothing", CheckOutcome.Fail, "The Mesh plan has neither been bought nor is it being tried.")]
    public void Trial_or_purchase(string what, CheckOutcome outcome, string sentence) => Expect("trial-or-purchase", outcome, sentence, what switch
    {
        "bought" => [Bought],
        "bought in grace" => [Bought with { Status = "WARNING" }],
        "bought and tried" => [Trial(60), Bought],
        "tried" => [Trial(60)],
        "tried, since nobody knows when" => [Trial(60) with { CreatedAt = null }],
        "tried once" => [Trial(-1) with { Status = "Suspended" }],
        "suspended" => [Bought with { Status = "Suspended" }],
        "something else" => [Bought with { ServicePlanIds = [Plans.Teams] }],
        _ => [],
    });

    [Theory]
    [InlineData(31, "Enabled", CheckOutcome.Pass, "The trial TRIAL ends on 1 May 2026.")]
    [InlineData(30, "Enabled", CheckOutcome.Fail, "The trial TRIAL ends on 30 April 2026, and nothing has been bought to follow it.")]
    [InlineData(1, "Enabled", CheckOutcome.Fail, "The trial TRIAL ends on 1 April 2026, and nothing has been bought to follow it.")]
    [InlineData(-1, "Enabled", CheckOutcome.Fail, "The trial TRIAL ended on 30 March 2026, and nothing has been bought to follow it.")]
    [InlineData(60, "Suspended", CheckOutcome.Fail, "The trial TRIAL ends on 30 May 2026, and nothing has been bought to follow it.")]
    public void The_end_of_a_trial(int daysLeft, string status, CheckOutcome outcome, string sentence) =>
        Expect("trial-end", outcome, sentence, Trial(daysLeft) with { Status = status });

    [Fact]
    public void A_purchase_makes_the_end_harmless() =>
        Expect("trial-end", CheckOutcome.Pass, "The trial TRIAL ends on 1 April 2026 and is followed by a purchase.", Trial(1), Bought);

    [Fact]
    public void Of_several_trials_the_last_one_counts() =>
        Expect("trial-end", CheckOutcome.Pass, "The trial LATER ends on 9 July 2026.", Trial(5), Trial(100) with { SkuPartNumber = "LATER" });

    [Fact]
    public void An_end_that_is_not_told_is_unknown() =>
        Expect("trial-end", CheckOutcome.Unknown, "Graph doesn't tell when the trial TRIAL ends.", Trial(1) with { NextLifecycleAt = null });

    [Fact]
    public void Without_a_trial_there_is_no_end()
    {
        Expect("trial-end", CheckOutcome.NotApplicable, "No trial of the Mesh plan is on record.", Bought);
        Expect("trial-end", CheckOutcome.NotApplicable, "No trial of the Mesh plan is on record.", Trial(1) with { ServicePlanIds = [Plans.Teams] });
    }

    [Theory]
    [InlineData("trial-or-purchase")]
    [InlineData("trial-end")]
    public void What_could_not_be_read_is_unknown(string check)
    {
        var result = ACheck.OfInventory(check, new() { Subscriptions = ATenant.NoConsent }, requirement: "mesh");

        Assert.Equal((CheckOutcome.Unknown, "The subscriptions could not be read. Consent is missing."), (result.Outcome, result.Sentence));
    }

    private static SubscriptionFacts Trial(int daysLeft) =>
        new("TRIAL", "Enabled", IsTrial: true, new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), ATenant.AsOf.AddDays(daysLeft), [Plans.Mesh]);

    private static void Expect(string check, CheckOutcome outcome, string sentence, params SubscriptionFacts[] subscriptions)
    {
        var result = ACheck.OfInventory(check, new() { Subscriptions = ImmutableArray.Create(subscriptions) }, requirement: "mesh");

        Assert.Equal((outcome, sentence), (result.Outcome, result.Sentence));
        Assert.Equal(outcome is CheckOutcome.Fail ? ["Billing Administrator"] : [], result.Findings.Select(finding => finding.Role));
    }
}
