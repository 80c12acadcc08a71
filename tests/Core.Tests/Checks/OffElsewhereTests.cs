using MeshReadiness.Core.Checks;
using MeshReadiness.Core.Tests.Given;

namespace MeshReadiness.Core.Tests.Checks;

public sealed class OffElsewhereTests
{
    private static readonly Core.Tenant.UserFacts On = Person.Member().With(Plans.Mesh);
    private static readonly Core.Tenant.UserFacts Gone = On with { AccountEnabled = false };

    [Theory]
    [InlineData(0, 0, CheckOutcome.NotApplicable, false, "Nobody has the Mesh plan on.")]
    [InlineData(1, 0, CheckOutcome.Pass, true, "1 person has the Mesh plan on. Compare them with those in scope.")]
    [InlineData(3, 0, CheckOutcome.Pass, true, "3 people have the Mesh plan on. Compare them with those in scope.")]
    [InlineData(3, 1, CheckOutcome.Fail, false, "1 account that is disabled has the Mesh plan on.")]
    [InlineData(0, 2, CheckOutcome.Fail, false, "2 accounts that are disabled have the Mesh plan on.")]
    public void The_plan_of_accounts_that_nobody_uses(int on, int gone, CheckOutcome outcome, bool isHint, string sentence)
    {
        var result = ACheck.Run(
            "requirement-off-elsewhere",
            APopulation.Of([.. on.Times(On), .. gone.Times(Gone), Person.Member(), Person.Member() with { AccountEnabled = false }]),
            requirement: "mesh");

        Assert.Equal((outcome, isHint, sentence), (result.Outcome, result.IsHint, result.Sentence));
    }

    [Fact]
    public void What_could_not_be_read_is_unknown() =>
        Assert.Equal(CheckOutcome.Unknown, ACheck.Run("requirement-off-elsewhere", ATenant.NoConsent, requirement: "mesh").Outcome);
}
