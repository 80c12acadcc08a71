using CsCheck;
using MeshReadiness.Core.Eligibility;
using MeshReadiness.Core.Readiness;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Core.Tests.Given;

namespace MeshReadiness.Core.Tests.Readiness;

public sealed class PopulationTallyTests
{
    [Fact]
    public void Counts_are_those_of_a_recount() => Generate.People.Sample(people =>
    {
        var facts = APopulation.Of(people);

        Assert.Equal(people.Length, facts.People);
        Assert.Equal(people.Length, facts.Footprints.Sum(count => count.People));
        Assert.Equal(people.Count(person => person.AssignedLicenses.Length > 0 && person.UsageLocation is (null or "")), facts.LicensedWithoutUsageLocation);
        Assert.Equal(people.Count(person => person.LicenseAssignmentStates.Any(Failed)), facts.WithLicenceErrors);
        Assert.Equal(people.Count(person => person.Invitation == InvitationState.PendingAcceptance), facts.PendingGuests);
        Assert.Equal(people.Count(person => person.LicenseAssignmentStates.Any(state => state.AssignedByGroup != null)), facts.LicensedByGroup);
        Assert.Equal(
            people.Count(person => person.LicenseAssignmentStates.Length > 0 && person.LicenseAssignmentStates.All(state => state.AssignedByGroup == null)),
            facts.LicensedDirectlyOnly);
    });

    [Fact]
    public void Each_footprint_comes_once_and_the_most_frequent_first() => Generate.People.Sample(people =>
    {
        var footprints = APopulation.Of(people).Footprints;

        Assert.Equal(footprints.Length, footprints.Select(count => count.Footprint).Distinct().Count());
        Assert.Equal(footprints.OrderByDescending(count => count.People).Select(count => count.People), footprints.Select(count => count.People));
    });

    [Fact]
    public void The_order_in_which_people_stream_by_doesnt_matter() => Generate.People.Sample(people =>
        Assert.Equal(APopulation.Of(people).Footprints, APopulation.Of(people.Reverse()).Footprints));

    [Fact]
    public void Counting_profiles_by_number_is_counting_people_one_by_one() => Generate.People.Sample(people =>
    {
        var rules = ATenant.Rules();
        var tally = new PopulationTally();

        foreach (var profile in people.GroupBy(PersonProfile.Of))
        {
            tally.Add(profile.Key, rules.FootprintOf(profile.Key), profile.Count());
        }

        var (one, other) = (APopulation.Of(people), tally.ToFacts());
        Assert.Equal(people.Length, tally.People);
        Assert.Equal(one.Footprints, other.Footprints);
        Assert.Equal(one with { Footprints = other.Footprints }, other);
    });

    [Fact]
    public void A_profile_says_all_that_decides_about_a_person() => Generate.Person.Sample(person =>
        Assert.Equal(ATenant.Rules().FootprintOf(person), ATenant.Rules().FootprintOf(PersonProfile.Of(person with { Id = "other", Mail = "a@b" }))));

    [Fact]
    public void Nobody_is_a_population_too()
    {
        var facts = APopulation.Of();

        Assert.Equal(new PopulationFacts(0, facts.Footprints, 0, 0, 0, 0, 0), facts);
        Assert.Empty(facts.Footprints);
    }

    private static bool Failed(LicenseAssignmentState state) => state.State is "Error" or "error" or "ActiveWithError";
}
