using CsCheck;
using MeshReadiness.Core.Eligibility;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Core.Tests.Given;

namespace MeshReadiness.Core.Tests.Eligibility;

public sealed class PersonChangesTests
{
    private static readonly DateTimeOffset Monday = new(2026, 3, 30, 8, 0, 0, TimeSpan.Zero);

    private static readonly UserFacts Ada = Person.Member() with { DisplayName = "Ada", Department = "Sales" };

    [Fact]
    public void Facts_that_changed_are_told_with_what_they_were_and_are()
    {
        var changes = Between(Ada, Ada with { Department = "Research", AccountEnabled = false, UsageLocation = null, JobTitle = "Lead" });

        Assert.Equal(
            [
                new("Account", "enabled", "disabled"), new("Usage location", Ada.UsageLocation, null),
                new("Job title", null, "Lead"), new("Department", "Sales", "Research"),
            ],
            changes.Facts);
    }

    [Fact]
    public void Licences_that_came_and_went_are_told_by_product() => Assert.Equal(
        [new("Microsoft 365 E3", "not assigned", "assigned"), new("TEAMS_PREMIUM", "assigned", "not assigned")],
        Between(Ada.Holding(Products.Premium), Ada.Holding(Products.Suite)).Facts);

    [Fact]
    public void A_plan_that_was_switched_off_is_told_with_its_product() => Assert.Equal(
        [new("Microsoft Teams in Microsoft 365 E3", "on", "switched off")],
        Between(Ada.Holding(Products.Suite), Ada.Holding(Products.Suite, Plans.Teams)).Facts);

    [Fact]
    public void An_assignment_that_began_to_fail_is_told_with_its_error() => Assert.Equal(
        [new("Assignment of Microsoft 365 E3", null, "failed with CountViolation")],
        Between(Ada, Ada.Assigned(Products.Suite, "Error", error: "CountViolation")).Facts);

    [Fact]
    public void Who_came_or_went_is_told_and_no_verdict_with_it()
    {
        var came = PersonChanges.Between(Moment(null), Moment(Ada), SmallPlaybook.It, Product, Plan);
        var went = PersonChanges.Between(Moment(Ada), Moment(null), SmallPlaybook.It, Product, Plan);

        Assert.Equal([new("Account", "not in the directory", "in the directory")], came.Facts);
        Assert.Equal([new("Account", "in the directory", "not in the directory")], went.Facts);
        Assert.Empty(came.Verdicts.Concat(went.Verdicts));
        Assert.True(PersonChanges.Between(Moment(null), Moment(null), SmallPlaybook.It, Product, Plan).AreNone);
    }

    [Fact]
    public void Verdicts_are_told_exactly_where_they_differ() => Gen.Select(Generate.Person, Generate.Person).Sample((before, after) =>
    {
        var (old, now) = (Moment(before), Moment(after));

        Assert.Equal(
            SmallPlaybook.It.Experiences.Where(one => old.Verdicts[one.Id] != now.Verdicts[one.Id])
                .Select(one => new VerdictChange(one.Name, old.Verdicts[one.Id], now.Verdicts[one.Id])),
            PersonChanges.Between(old, now, SmallPlaybook.It, Product, Plan).Verdicts);
    });

    [Fact]
    public void Back_again_the_same_changes_are_told_the_other_way_round() => Gen.Select(Generate.Person, Generate.Person).Sample((before, after) => Assert.Equal(
        Between(before, after).Facts.Select(change => new FactChange(change.Name, change.After, change.Before)).ToHashSet(),
        Between(after, before).Facts.ToHashSet()));

    [Fact]
    public void Without_a_change_nothing_is_told() => Generate.Person.Sample(person => Assert.True(Between(person, person with { }).AreNone));

    private static PersonChanges Between(UserFacts before, UserFacts after) =>
        PersonChanges.Between(Moment(before), Moment(after), SmallPlaybook.It, Product, Plan);

    private static PersonMoment Moment(UserFacts? user)
    {
        var rules = ATenant.Rules();
        return new(Monday, user, user is null ? ImmutableDictionary<string, Verdict>.Empty : rules.Explain(user).ToImmutableDictionary(one => one.ExperienceId, one => one.Verdict));
    }

    private static string Product(Guid skuId) => Products.Table.ProductName(skuId, skuId == Products.Premium.SkuId ? "TEAMS_PREMIUM" : null);

    private static string Plan(Guid planId) => Products.Table.PlanName(planId, null);
}
