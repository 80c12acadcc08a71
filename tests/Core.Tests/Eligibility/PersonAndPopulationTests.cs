using CsCheck;
using MeshReadiness.Core.Eligibility;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Core.Tests.Given;

namespace MeshReadiness.Core.Tests.Eligibility;

/// <summary>The verdict on a person beside the verdict that the same person has among all others.</summary>
public sealed class PersonAndPopulationTests
{
    private static readonly Gen<LicenceDetail> Detail = Gen.Select(
        Gen.OneOf(Products.Suite.SkuId, Products.Premium.SkuId),
        Gen.Select(
            Gen.OneOf(Plans.Teams, Plans.Mesh, Plans.SharePoint, Plans.OneDrive),
            Gen.OneOf("Success", "Disabled", "PendingInput", "PendingActivation", "PendingProvisioning", "Error", "Somehow")).Array[0, 4],
        (sku, plans) => new LicenceDetail(sku, [.. plans.Select(plan => new PlanDetail(plan.Item1, plan.Item2))]));

    private static readonly Gen<TenantFacts> Tenant = Gen.OneOf(
        ATenant.Usual(), ATenant.Usual() with { SubscribedSkus = ATenant.NoConsent }, ATenant.Usual() with { Organization = ATenant.NoConsent },
        ATenant.With(Products.Suite, MeshTenant.Government));

    [Fact]
    public void Without_facts_of_their_own_a_person_gets_the_population_s_verdicts() => Gen.Select(Generate.Person, Tenant).Sample((user, tenant) =>
    {
        var (rules, person) = Rules(tenant);

        Assert.Equal(
            rules.Judge(rules.FootprintOf(user)).Select(one => (one.ExperienceId, one.Verdict)),
            person.Explain(new(user)).Experiences.Select(one => (one.ExperienceId, one.Verdict)));
    });

    [Fact]
    public void No_reason_of_the_population_s_is_left_out() => Gen.Select(Generate.Person, Tenant).Sample((user, tenant) =>
    {
        var (rules, person) = Rules(tenant);

        foreach (var (one, all) in rules.Judge(rules.FootprintOf(user)).Zip(person.Explain(new(user)).Experiences))
        {
            // Where the tenant says why the plan waits, the reason is that.
            Assert.Empty(one.Reasons.Select(reason => reason.Code).Except(all.Reasons.SelectMany(reason => new[] { reason.Code, reason.Code.Replace(":pending", ":unclear", StringComparison.Ordinal) })));
        }
    });

    [Fact]
    public void Licence_details_settle_a_doubt_or_raise_one_and_never_turn_yes_into_no() => Gen.Select(Generate.Person, Tenant, Detail.Array[0, 3]).Sample((user, tenant, details) =>
    {
        var (rules, person) = Rules(tenant);
        var judged = rules.Judge(rules.FootprintOf(user)).Zip(person.Explain(new(user) { Details = [.. details] }).Experiences);

        Assert.All(judged, both => Assert.True(
            both.First.Verdict == both.Second.Verdict || both.First.Verdict is Verdict.Unknown || both.Second.Verdict is Verdict.Unknown,
            $"{both.First.ExperienceId} is {both.First.Verdict} for the population and {both.Second.Verdict} for the person."));
    });

    [Fact]
    public void What_nobody_told_is_unknown_and_never_turns_yes_into_no() => Gen.Select(Generate.Person, Tenant, Gen.Int[0, (int)UserProperties.All]).Sample((user, tenant, told) =>
    {
        var (rules, person) = Rules(tenant);
        var facts = Forget(user, (UserProperties)told);

        Assert.All(rules.Judge(rules.FootprintOf(user)).Zip(person.Explain(facts).Experiences), both => Assert.True(
            both.First.Verdict == both.Second.Verdict || both.Second.Verdict is Verdict.Unknown
            || IsAboutPlans(both.First, both.Second, facts) || both.Second.Verdict is Verdict.NotReady && both.First.Verdict is Verdict.NotApplicable
            || both.First.Verdict is Verdict.Unknown,
            $"{both.First.ExperienceId} is {both.First.Verdict} ({both.First.Reasons[0].Code}) with all facts and {both.Second.Verdict} ({both.Second.Reasons[0].Code}) with only {facts.Told}."));
    });

    // Licences and assignedPlans are two sources, and random people's contradict each other. With one alone the answer may be the other one.
    private static bool IsAboutPlans(ExperienceVerdict one, ExperienceVerdict other, PersonFacts facts) =>
        one.Verdict != other.Verdict && facts.Tells(UserProperties.Licences) != facts.Tells(UserProperties.Plans);

    private static PersonFacts Forget(UserFacts user, UserProperties told) => new(user with
    {
        AccountEnabled = told.HasFlag(UserProperties.AccountEnabled) ? user.AccountEnabled : null,
        UserType = told.HasFlag(UserProperties.UserType) ? user.UserType : null,
        UsageLocation = told.HasFlag(UserProperties.UsageLocation) ? user.UsageLocation : null,
        Holdings = new()
        {
            Licences = told.HasFlag(UserProperties.Licences) ? user.Holdings.Licences : [],
            Plans = told.HasFlag(UserProperties.Plans) ? user.Holdings.Plans : default,
            Assignments = told.HasFlag(UserProperties.Assignments) ? user.Holdings.Assignments : [],
        },
    })
    { Told = told };

    private static (EligibilityRules Population, PersonRules Person) Rules(TenantFacts tenant) => (
        ATenant.Rules(tenant), new(ATenant.Rules(tenant), SmallPlaybook.It, tenant, Products.Table));
}
