using MeshReadiness.Core.Checks;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Core.Tests.Given;

namespace MeshReadiness.Core.Tests.Checks;

public sealed class RoleHeldTests
{
    // Template ids as Microsoft publishes them, so that a slip in the product's list shows.
    private const string Teams = "69091246-20e8-4a56-aa4d-066075b2a7a8";
    private const string Licence = "4d6ac14f-3453-41d0-bef9-a3e0c569773a";
    private const string Global = "62e90394-69f5-4237-9190-012177145e10";

    private static readonly Problem NoPim = new(ProblemKind.ConsentNeeded, "No PIM here.");

    private static readonly RoleHolder Ada = new(Teams, "1", "Ada", IsTenantWide: true, IsEligible: false);

    [Fact]
    public void Whoever_holds_the_role_is_named() =>
        Expect(CheckOutcome.Pass, "Teams Administrator: held by Ada.", Run([Ada]));

    [Fact]
    public void Three_are_named_and_the_rest_is_counted() => Expect(
        CheckOutcome.Pass, "Teams Administrator: held by A, B, C and 2 others.",
        Run(["A", "B", "C", "D", "E"], name => Ada with { PrincipalId = name, Name = name }));

    [Fact]
    public void Who_holds_it_twice_is_one_person_and_who_has_no_name_goes_by_id() =>
        Expect(CheckOutcome.Pass, "Teams Administrator: held by 7.", Run([Ada with { PrincipalId = "7", Name = null }, Ada with { PrincipalId = "7", Name = null }]));

    [Fact]
    public void One_of_several_roles_is_enough() => Expect(
        CheckOutcome.Pass, "Global Administrator or License Administrator: held by Bo.",
        Run([new(Licence, "2", "Bo", true, false)], roles: "Global Administrator, License Administrator"));

    [Fact]
    public void Who_can_activate_it_is_enough() =>
        Expect(CheckOutcome.Pass, "Teams Administrator: Ada can activate it.", Run([Ada with { IsEligible = true }]));

    [Fact]
    public void Holders_of_another_role_dont_count() =>
        Expect(CheckOutcome.Fail, "Nobody holds Teams Administrator.", Run([new(Global, "1", "Ada", true, false)]));

    [Theory]
    [InlineData(true, "held by nobody")]
    [InlineData(false, "held for a part of the tenant only")]
    public void Nobody_who_holds_it_everywhere_is_a_finding(bool isNobody, string seen)
    {
        var result = Run(isNobody ? [] : [Ada with { IsTenantWide = false }]);

        Assert.Equal(CheckOutcome.Fail, result.Outcome);
        var finding = Assert.Single(result.Findings);
        Assert.Equal(("Teams Administrator", seen, "Privileged Role Administrator"), (finding.Subject, finding.Is, finding.Role));
    }

    [Fact]
    public void Without_a_holder_it_matters_that_eligible_ones_could_not_be_read() => Expect(
        CheckOutcome.Unknown, "Nobody holds the role for good, and who could activate it could not be read. No PIM here.", Run([], unread: NoPim));

    [Fact]
    public void With_a_holder_it_doesnt() => Assert.Equal(CheckOutcome.Pass, Run([Ada], unread: NoPim).Outcome);

    [Fact]
    public void What_could_not_be_read_is_unknown() => Expect(
        CheckOutcome.Unknown, "The role assignments could not be read. Consent is missing.",
        ACheck.OfInventory("role-held", new() { Roles = ATenant.NoConsent }, roles: "Teams Administrator"));

    [Fact]
    public void A_role_that_no_scan_asks_about_is_unknown() =>
        Expect(CheckOutcome.Unknown, "This version doesn't read who holds Printer Administrator.", Run([Ada], roles: "Printer Administrator"));

    private static CheckResult Run(IEnumerable<string> names, Func<string, RoleHolder> make) => Run([.. names.Select(make)]);

    private static CheckResult Run(RoleHolder[] holders, string roles = "Teams Administrator", Problem? unread = null) =>
        ACheck.OfInventory("role-held", new() { Roles = new RoleFacts([.. holders], unread) }, roles: roles);

    private static void Expect(CheckOutcome outcome, string sentence, CheckResult result) =>
        Assert.Equal((outcome, sentence, false), (result.Outcome, result.Sentence, result.IsHint));
}
