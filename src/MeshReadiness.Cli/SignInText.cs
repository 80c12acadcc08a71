using MeshReadiness.Core.ConditionalAccess;
using MeshReadiness.Core.ConditionalAccess.SignIns;

namespace MeshReadiness.Cli;

/// <summary>What comes of a sign-in, for people.</summary>
internal static class SignInText
{
    public static void Write(SignInResult result, TextWriter output)
    {
        output.WriteLine($"{InWords(result.Outcome)}{(result.ErrorCodes.IsEmpty ? "" : $" The person sees {string.Join(" and ", result.ErrorCodes.Select(code => $"AADSTS{code}"))}.")}");

        foreach (var policy in result.Policies)
        {
            output.WriteLine();
            output.WriteLine(TerminalText.Harmless($"{policy.Policy.DisplayName ?? policy.Policy.Id ?? "A policy without a name"}: {InWords(policy)}"));

            foreach (var condition in policy.Conditions)
            {
                output.WriteLine(TerminalText.Harmless($"  {Mark(condition.Met)} {condition.Because}"));
            }

            if (policy is { Result: not PolicyOutcome.NotEnabled, Grant: { } grant })
            {
                foreach (var control in grant.Controls)
                {
                    output.WriteLine(TerminalText.Harmless($"  {(control.Range is { Worst: GrantLevel.Pass } ? "+" : control.Range.Best is GrantLevel.Pass ? "?" : "-")} demands {control.Control}"));
                }
            }
        }

        foreach (var later in result.Later)
        {
            output.WriteLine();
            output.WriteLine($"Next, the app {later.AppId}: {InWords(later.Outcome)}");
        }
    }

    private static string Mark(Truth truth) => truth switch { Truth.Yes => "+", Truth.No => "-", _ => "?" };

    private static string InWords(PolicyResult policy) => policy.Result switch
    {
        PolicyOutcome.Success => "applies, and its demands are met.",
        PolicyOutcome.Failure => "applies, and its demands aren't met.",
        PolicyOutcome.NotApplied => "isn't about this sign-in.",
        PolicyOutcome.NotEnabled => "is disabled.",
        PolicyOutcome.ReportOnlySuccess => "is only reported; its demands would be met.",
        PolicyOutcome.ReportOnlyFailure => "is only reported; it would block.",
        PolicyOutcome.ReportOnlyInterrupted => "is only reported; it would ask for something.",
        PolicyOutcome.ReportOnlyNotApplied => "is only reported, and isn't about this sign-in.",
        _ => "can't be told; a fact is missing.",
    };

    private static string InWords(SignInOutcome outcome) => outcome switch
    {
        SignInOutcome.Allowed => "Allowed.",
        SignInOutcome.BlockedUnlessControlsMet => "Allowed once the person gives what is asked for.",
        SignInOutcome.Blocked => "Blocked.",
        _ => "Unknown: a missing fact could change it.",
    };
}
