using MeshReadiness.Core.Checks;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Core.Tests.Given;

namespace MeshReadiness.Core.Tests.Checks;

public sealed class SeatTests
{
    [Fact]
    public void Nobody_is_waiting()
    {
        var result = Run([Person.Member().With(Plans.Teams)], Products.Suite.Seats(10, 9));

        Assert.Equal((CheckOutcome.Pass, "Nobody is waiting for a seat with Microsoft Teams; 1 free seat left."), (result.Outcome, result.Sentence));
    }

    [Fact]
    public void Seats_suffice_exactly()
    {
        var result = Run(2.Times(Person.Member()), Products.Suite.Seats(10, 8));

        Assert.Equal((CheckOutcome.Pass, "2 members without Microsoft Teams, and 2 free seats."), (result.Outcome, result.Sentence));
    }

    [Fact]
    public void Seats_are_short_by_one()
    {
        var result = Run(2.Times(Person.Member()), Products.Suite.Seats(10, 9));

        Assert.Equal((CheckOutcome.Fail, "2 members without Microsoft Teams, and only 1 free seat."), (result.Outcome, result.Sentence));
        Assert.Equal(
            new Finding("Microsoft 365 E3", "1 free seat", "2 free seats", "Buy 1 seat more, or leave people out of scope.", "Billing Administrator"),
            Assert.Single(result.Findings));
    }

    [Fact]
    public void More_seats_given_than_bought_are_no_seats_below_zero() =>
        Assert.Equal("1 member without Microsoft Teams, and only 0 free seats.", Run([Person.Member()], Products.Suite.Seats(5, 8)).Sentence);

    [Fact]
    public void Seats_of_products_without_the_plan_dont_count()
    {
        var result = Run([Person.Member()], Products.Premium.Seats(100, 0));

        Assert.Equal(CheckOutcome.Fail, result.Outcome);
        Assert.Equal("Microsoft Teams", Assert.Single(result.Findings).Subject);
    }

    [Fact]
    public void Seats_of_all_carriers_count_together() => Assert.Equal(
        "3 members without Microsoft Teams, and 4 free seats.",
        Run(
            3.Times(Person.Member()),
            Products.Suite.Seats(2, 0),
            Products.Product("11111111-0000-0000-0000-000000000000", "TEAMS_ONLY", Plans.Teams).Seats(2, 0)).Sentence);

    [Fact]
    public void A_plan_that_is_switched_off_sits_in_a_seat_already_taken() => Assert.Equal(
        CheckOutcome.Pass, Run([Person.Member().Holding(Products.Suite, Plans.Teams)], Products.Suite.Seats(0, 0)).Outcome);

    [Fact]
    public void Whoever_sits_in_a_suspended_seat_waits_for_a_new_one() => Assert.Equal(
        CheckOutcome.Fail, Run([Person.Member().With(Plans.Teams, CapabilityStatus.Suspended)], Products.Suite.Seats(0, 0)).Outcome);

    [Fact]
    public void Products_that_could_not_be_read_leave_it_unknown()
    {
        var result = ACheck.Run(
            "seats-available", APopulation.Of(), ATenant.Usual() with { SubscribedSkus = ATenant.NoConsent }, requirement: "teams");

        Assert.Equal((CheckOutcome.Unknown, "The tenant's products could not be read. Consent is missing."), (result.Outcome, result.Sentence));
    }

    [Fact]
    public void People_that_could_not_be_read_leave_it_unknown() =>
        Assert.Equal(CheckOutcome.Unknown, ACheck.Run("seats-available", ATenant.NoConsent, requirement: "teams").Outcome);

    private static CheckResult Run(IEnumerable<UserFacts> people, params SubscribedSku[] products) =>
        ACheck.Run("seats-available", APopulation.Of(people), ATenant.With(products), requirement: "teams");
}
