using MeshReadiness.Core.Checks;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Core.Tests.Given;

namespace MeshReadiness.Core.Tests.Checks;

public sealed class SignInTests
{
    [Theory]
    [InlineData(0, 0, CheckOutcome.Pass, "None of 40 sign-ins to Mesh in the log ended with AADSTS53003 or AADSTS50199. Confirm that the runbook explains both.")]
    [InlineData(3, 0, CheckOutcome.Fail, "Of 40 sign-ins to Mesh in the log, 3 ended with AADSTS53003 and 0 with AADSTS50199.")]
    [InlineData(0, 1, CheckOutcome.Fail, "Of 40 sign-ins to Mesh in the log, 0 ended with AADSTS53003 and 1 with AADSTS50199.")]
    public void Errors_of_headsets(int blocked, int interrupted, CheckOutcome outcome, string sentence) => Expect(
        outcome, sentence, "headset-sign-in-errors", new(40, true, [new(53003, blocked), new(50199, interrupted), new(50126, 5)]));

    [Theory]
    [InlineData(1, true, CheckOutcome.Pass, "The sign-in log can be read and shows 1 sign-in to Mesh that people started by hand. Confirm that unified audit is on.")]
    [InlineData(1000, false, CheckOutcome.Pass, "The sign-in log can be read and shows at least 1,000 sign-ins to Mesh that people started by hand. Confirm that unified audit is on.")]
    [InlineData(0, true, CheckOutcome.Fail, "The sign-in log can be read and shows nobody who signed in to Mesh by hand.")]
    public void Adoption(int signIns, bool isWhole, CheckOutcome outcome, string sentence) =>
        Expect(outcome, sentence, "mesh-sign-ins-counted", new(signIns, isWhole, []));

    [Theory]
    [InlineData("headset-sign-in-errors")]
    [InlineData("mesh-sign-ins-counted")]
    public void What_could_not_be_read_is_unknown(string check)
    {
        var result = ACheck.OfInventory(check, new() { SignIns = ATenant.NoConsent });

        Assert.Equal((CheckOutcome.Unknown, true, "The sign-in log could not be read. Consent is missing."), (result.Outcome, result.IsHint, result.Sentence));
    }

    private static void Expect(CheckOutcome outcome, string sentence, string check, SignInFacts log)
    {
        var result = ACheck.OfInventory(check, new() { SignIns = log });

        Assert.Equal((outcome, true, sentence), (result.Outcome, result.IsHint, result.Sentence));
        Assert.Equal(outcome is CheckOutcome.Fail ? ["Reports Reader"] : [], result.Findings.Select(finding => finding.Role));
    }
}
