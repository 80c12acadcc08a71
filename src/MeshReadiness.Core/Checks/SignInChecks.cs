namespace MeshReadiness.Core.Checks;

/// <summary>Rules that look at the sign-in log. It shows only what people started by hand, so all they give is a clue.</summary>
internal static class SignInChecks
{
    private const int Blocked = 53003;
    private const int Interrupted = 50199;

    public static CheckResult HeadsetErrors(CheckFacts facts)
    {
        if (!facts.Inventory.SignIns.TryGet(out var log))
        {
            return CheckResult.Unknown("The sign-in log", facts.Inventory.SignIns.Problem).AsHint();
        }

        var (blocked, interrupted) = (log.With(Blocked), log.With(Interrupted));

        return blocked + interrupted == 0
            ? CheckResult.Pass(
                $"None of {SignIns(log.SignIns)} to Mesh in the log ended with AADSTS{Blocked} or AADSTS{Interrupted}. Confirm that the "
                    + "runbook explains both.").AsHint()
            : CheckResult.Fail(
                $"Of {SignIns(log.SignIns)} to Mesh in the log, {Words.Number(blocked)} ended with AADSTS{Blocked} and "
                    + $"{Words.Number(interrupted)} with AADSTS{Interrupted}.",
                new Finding(
                    "Help desk runbook", $"{SignIns(blocked + interrupted)} ended with one of the two errors", "the runbook explains both",
                    "Add the two codes, what they mean for headsets, and where the sign-in log shows them.", "Reports Reader")).AsHint();
    }

    public static CheckResult Counted(CheckFacts facts)
    {
        if (!facts.Inventory.SignIns.TryGet(out var log))
        {
            return CheckResult.Unknown("The sign-in log", facts.Inventory.SignIns.Problem).AsHint();
        }

        return log.SignIns > 0
            ? CheckResult.Pass(
                $"The sign-in log can be read and shows {(log.IsWhole ? "" : "at least ")}{SignIns(log.SignIns)} to Mesh that people started by "
                    + "hand. Confirm that unified audit is on.").AsHint()
            : CheckResult.Fail(
                "The sign-in log can be read and shows nobody who signed in to Mesh by hand.",
                new Finding(
                    "Sign-in log", "no sign-in to Microsoft Mesh Services", "sign-ins that can be counted",
                    "Filter the non-interactive sign-ins in the Microsoft Entra admin center, and run an audit search for Mesh records.",
                    "Reports Reader")).AsHint();
    }

    private static string SignIns(int number) => Words.Count(number, "sign-in", "sign-ins");
}
