using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using MeshReadiness.Core.Checks;
using MeshReadiness.Core.Playbooks;

namespace MeshReadiness.Core.Rollouts;

/// <summary>
/// A message to a contact, with a rollout's facts filled in. What nobody knows yet stands in square brackets, in words, so
/// that whoever sends it sees the gap.
/// </summary>
/// <param name="Subject">The subject, in one line.</param>
/// <param name="Body">The text.</param>
public sealed partial record MessageDraft(string Subject, string Body)
{
    private const string NoContact = "[name of whom you write to]";
    private const string NoTargetDate = "[a day that is not set yet]";
    private const string NoExperiences = "[no experience is chosen yet]";
    private const string NoOwner = "[your name]";
    private const string NoLink = "[address of the page]";

    private static readonly ImmutableArray<string> AllGaps = [NoContact, NoTargetDate, NoExperiences, NoOwner, NoLink];

    /// <summary>The gaps that are still in it.</summary>
    public IEnumerable<string> Gaps => AllGaps.Where(gap => Subject.Contains(gap, StringComparison.Ordinal) || Body.Contains(gap, StringComparison.Ordinal));

    /// <summary>Fills a template.</summary>
    public static MessageDraft Of(MessageTemplate template, MessageFacts facts) => new(
        OneLine(Fill(template.Subject, facts)), Fill(template.Body, facts));

    // In one go, so that a fact with braces in it is left alone.
    private static string Fill(string text, MessageFacts facts) => Placeholder().Replace(text, match => match.Groups[1].Value switch
    {
        "rollout" => facts.Rollout.Name,
        "experiences" => Or(Words.List(facts.Playbook.Experiences.Where(one => facts.Rollout.Experiences.Contains(one.Id)).Select(one => one.Name), "and"), NoExperiences),
        "targetDate" => facts.Rollout.TargetDate is { } day ? Day(day) : NoTargetDate,
        "owner" => Or(facts.Owner, NoOwner),
        "contact" => Or(facts.Person?.Name, NoContact),
        "openTasks" => Tasks([.. facts.OpenTasks]),
        "link" => Or(facts.Link, NoLink),
        _ => match.Value,
    });

    private static string Tasks(ImmutableArray<RolloutTask> tasks) => tasks.IsEmpty
        ? "Nothing is open at the moment."
        : string.Join('\n', tasks.Select(task => $"- {task.Task.Title}, {(task.Due is { } day ? $"due {Day(day)}" : "no due date yet")}"));

    private static string Or(string? text, string gap) => string.IsNullOrWhiteSpace(text) ? gap : text;

    private static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    private static string OneLine(string text) => LineBreaks().Replace(text, " ").Trim();

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\s*[\r\n\u2028\u2029]+\s*")]
    private static partial Regex LineBreaks();
}

/// <summary>What a message is filled with.</summary>
/// <param name="Rollout">The rollout.</param>
/// <param name="Playbook">The playbook that it follows.</param>
/// <param name="Person">Whom it is for; <see langword="null"/> until somebody is named.</param>
/// <param name="OpenTasks">Their tasks that aren't settled.</param>
/// <param name="Owner">Who signs it.</param>
/// <param name="Link">The address of the page with these tasks.</param>
public sealed record MessageFacts(
    Rollout Rollout, Playbook Playbook, ContactPerson? Person, IEnumerable<RolloutTask> OpenTasks, string? Owner, string? Link);
