using MeshReadiness.Core.Eligibility;
using MeshReadiness.Core.Playbooks;

namespace MeshReadiness.Cli;

/// <summary>Verdicts on people for people at a terminal: first all verdicts, then each thing that stands in the way once, with its remedy.</summary>
internal static class EligibilityText
{
    /// <summary>Writes one person after the other. Returns whether somebody lacks something.</summary>
    public static bool Write(IEnumerable<PersonEligibility> people, Playbook playbook, TextWriter output)
    {
        var (lacks, count) = (false, 0);

        foreach (var person in people)
        {
            if (count++ > 0)
            {
                output.WriteLine();
            }

            lacks |= person.LacksSomething;
            output.WriteLine(Name(person));
            Write(output, [.. Lines(person, playbook)]);
        }

        if (count == 0)
        {
            output.WriteLine("The file holds no people.");
        }

        return lacks;
    }

    private static IEnumerable<Line> Lines(PersonEligibility person, Playbook playbook) =>
    [
        .. person.Experiences.Select(one => new Line(
            playbook.Experiences.First(experience => experience.Id == one.ExperienceId).Name, one.Verdict, one.Reasons)),
        .. person.Actions.Select(one => new Line(playbook.Access.First(action => action.Id == one.ActionId).Action, one.Verdict, one.Reasons)),
    ];

    private static void Write(TextWriter output, List<Line> lines)
    {
        foreach (var line in lines)
        {
            output.WriteLine($"  {Word(line.Verdict),-14}{line.Name}");
        }

        // What isn't for this sort of person needs no remedy.
        var open = lines.Where(line => line.Verdict is not Verdict.NotApplicable)
            .SelectMany(line => line.Reasons.Where(reason => reason.IsMet is not true).Select(reason => (Reason: reason, line.Name)))
            .GroupBy(one => one.Reason.Code);

        foreach (var same in open)
        {
            var reason = same.First().Reason;
            output.WriteLine($"  {(reason.IsMet is null ? "?" : "-")} {TerminalText.Harmless(reason.Sentence)}");

            if (reason.Remedy is { } remedy)
            {
                output.WriteLine($"    {TerminalText.Harmless(remedy)}{(reason.Role is { } role ? $" ({role})" : "")}");
            }

            output.WriteLine($"    Concerns: {string.Join("; ", same.Select(one => one.Name).Distinct())}");
        }
    }

    private static string Name(PersonEligibility person) => (person.User.DisplayName, person.User.UserPrincipalName ?? person.User.Id) switch
    {
        ({ Length: > 0 } name, var signIn) => $"{TerminalText.Harmless(name)} ({TerminalText.Harmless(signIn)})",
        (_, var signIn) => TerminalText.Harmless(signIn),
    };

    private static string Word(Verdict verdict) => verdict switch
    {
        Verdict.Ready => "Ready",
        Verdict.NotReady => "Not ready",
        Verdict.Unknown => "Unknown",
        _ => "Not for them",
    };

    private sealed record Line(string Name, Verdict Verdict, IReadOnlyList<Reason> Reasons);
}
