using CsCheck;
using MeshReadiness.Core.Eligibility;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Core.Tests.Given;
using static MeshReadiness.Core.Tests.Given.MeshTenant;

namespace MeshReadiness.Core.Tests.Eligibility;

/// <summary>Behind every reason stand a rule and facts, of which each says where it was read.</summary>
public sealed class ProofTreeTests
{
    [Fact]
    public void Every_reason_that_a_rule_gives_names_the_rule_and_has_a_fact() => Generate.Person.Sample(person =>
    {
        foreach (var reason in Reasons(new(person)).Where(reason => !IsLeftToPeople(reason)))
        {
            Assert.NotEmpty(reason.Proof);
            Assert.NotEqual(Fallback, RuleWords.For(reason, Playbook, Products.Table));
        }
    });

    [Fact]
    public void What_no_rule_looks_at_says_so() => Assert.Equal(
        [Fallback],
        Reasons(new(Person.Member())).Where(IsLeftToPeople).Select(reason => RuleWords.For(reason, Playbook, Products.Table)).Distinct());

    [Fact]
    public void Only_what_is_told_with_the_person_is_as_fresh_as_the_person()
    {
        var member = new PersonFacts(Person.Member()) { Details = [new(Products.Suite.SkuId, [new(Plans.Teams, "Success")])] };
        var byOrigin = Reasons(member).SelectMany(reason => reason.Proof).ToLookup(fact => fact.Origin, fact => fact.IsPersonal);

        Assert.All(byOrigin[FactOrigin.User].Concat(byOrigin[FactOrigin.LicenceDetails]), Assert.True);
        Assert.All(byOrigin[FactOrigin.Organization].Concat(byOrigin[FactOrigin.Products]).Concat(byOrigin[FactOrigin.GroupSettings]), Assert.False);
        Assert.All([FactOrigin.User, FactOrigin.LicenceDetails, FactOrigin.Organization, FactOrigin.Products, FactOrigin.GroupSettings], origin => Assert.True(byOrigin.Contains(origin)));
    }

    private static string Fallback { get; } = RuleWords.For(new("anything", Verdict.Unknown, ""), Playbook, Products.Table);

    private static IEnumerable<Reason> Reasons(PersonFacts person)
    {
        var found = Rules().Explain(person);
        return found.Experiences.SelectMany(one => one.Reasons).Concat(found.Actions.SelectMany(one => one.Reasons));
    }

    private static bool IsLeftToPeople(Reason reason) =>
        reason.Code.StartsWith("not-evaluated:", StringComparison.Ordinal) || reason.Code.StartsWith("right:", StringComparison.Ordinal);
}
