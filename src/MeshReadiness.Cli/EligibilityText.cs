using System.Collections.Immutable;
using MeshReadiness.Core.Eligibility;
using MeshReadiness.Core.Playbooks;

namespace MeshReadiness.Cli;

/// <summary>Verdicts on people for people at a terminal: what stands in the way, and what to do about it.</summary>
internal static class EligibilityText
{
    private const string Indent = "                ";

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

            foreach (var one in person.Experiences)
            {
                Write(output, playbook.Experiences.First(experience => experience.Id == one.ExperienceId).Name, one.Verdict, one.Reasons);
            }

            foreach (var one in person.Actions)
            {
                Write(output, playbook.Access.First(action => action.Id == one.ActionId).Action, one.Verdict, one.Reasons);
            }
        }

        if (count == 0)
        {
            output.WriteLine("The file holds no people.");
        }

        return lacks;
    }

    private static string Name(PersonEligibility person) => (person.User.DisplayName, person.User.UserPrincipalName ?? person.User.Id) switch
    {
        ({ Length: > 0 } name, var signIn) => $"{TerminalText.Harmless(name)} ({TerminalText.Harmless(signIn)})",
        (_, var signIn) => TerminalText.Harmless(signIn),
    };

    private static void Write(TextWriter output, string name, Verdict verdict, ImmutableArray<Reason> reasons)
    {
        output.WriteLine($"  {Word(verdict),-12}  {name}");

        foreach (var reason in reasons.Where(reason => reason.IsMet is not true))
        {
            output.WriteLine(Indent + TerminalText.Harmless(reason.Sentence));

            if (reason.Remedy is { } remedy)
            {
                output.WriteLine($"{Indent}  {TerminalText.Harmless(remedy)}{(reason.Role is { } role ? $" ({role})" : "")}");
            }
        }
    }

    private static string Word(Verdict verdict) => verdict switch
    {
        Verdict.Ready => "Ready",
        Verdict.NotReady => "Not ready",
        Verdict.Unknown => "Unknown",
        _ => "Not for them",
    };
}
