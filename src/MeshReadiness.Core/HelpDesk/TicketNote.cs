using System.Collections.Immutable;
using System.Globalization;
using MeshReadiness.Core.Eligibility;
using MeshReadiness.Core.Playbooks;

namespace MeshReadiness.Core.HelpDesk;

/// <summary>
/// What the help desk writes into a ticket: for colleagues, with everything that lets them check it. Facts stay as Graph
/// words them, whatever the language.
/// </summary>
public static class TicketNote
{
    /// <summary>The note about these experiences or actions.</summary>
    /// <param name="topics">What it is about.</param>
    /// <param name="person">About whom.</param>
    /// <param name="words">The language.</param>
    /// <param name="playbook">The playbook that the verdicts come from.</param>
    /// <param name="source">Where the facts come from.</param>
    public static string About(
        ImmutableArray<HelpTopic> topics, PersonEligibility person, LanguageWords words, Playbook playbook, NoteSource source)
    {
        var phrases = new Phrases(words, playbook, DateOnly.FromDateTime(source.ReadAt.UtcDateTime));
        var user = person.User;

        return string.Join("\n\n",
        [
            Lines(
                Text.Fill(phrases[NoteText.Title], ("name", Text.OneLine(user.DisplayName ?? user.UserPrincipalName ?? phrases[NoteText.Unnamed]))),
                Line(phrases, NoteText.ObjectId, user.Id),
                Line(phrases, NoteText.SignInName, user.UserPrincipalName ?? phrases[NoteText.NotSet])),
            .. topics.Select(topic => Section(phrases, topic)),
            Lines(
                Line(phrases, NoteText.Snapshot, source.SnapshotId.ToString()),
                Line(phrases, NoteText.Read, source.ReadAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture)),
                Line(phrases, NoteText.Evidence, Evidence(topics, user.Id, source)),
                Line(phrases, NoteText.Page, source.Link)),
        ]);
    }

    private static string Section(Phrases phrases, HelpTopic topic) => Lines(
    [
        Line(phrases, topic.IsAction ? NoteText.Action : NoteText.Experience, $"{phrases.Name(topic)} ({topic.Id})"),
        Line(phrases, NoteText.Verdict, phrases[WordOf(topic.Verdict)]),
        phrases.Ended(topic),
        $"{phrases[NoteText.Reasons]}:",
        .. topic.Reasons.SelectMany((reason, index) => Reason(phrases, reason, index + 1)),
    ]);

    private static IEnumerable<string> Reason(Phrases phrases, Reason reason, int number)
    {
        yield return $"{Text.Number(number)}. {reason.Code} ({phrases[Met(reason)]}): {phrases.Sentence(reason)}";

        // Facts and free seats stand in the rules' own sentences.
        if (phrases.IsTranslated && reason.IsMet is not true)
        {
            yield return Under(phrases, NoteText.Wording, Phrases.Wording(reason));
        }

        if (!reason.Proof.IsDefaultOrEmpty)
        {
            yield return Under(phrases, NoteText.Facts, string.Join("; ", reason.Proof.Select(fact => Text.OneLine(fact.Text))));
        }

        if (phrases.Remedy(reason) is { } remedy)
        {
            yield return Under(phrases, NoteText.Remedy, remedy);
        }

        if (reason.Role is { } role)
        {
            yield return Under(phrases, NoteText.Who, phrases.Role(role));
        }

        if (reason.Source is { } page)
        {
            yield return Under(phrases, NoteText.Source, page);
        }
    }

    // What proves it: the snapshot, the person in it, and what was found there.
    private static string Evidence(ImmutableArray<HelpTopic> topics, string userId, NoteSource source) => string.Join(" / ",
        source.SnapshotId.ToString(),
        userId,
        string.Join(", ", topics.SelectMany(topic => topic.Reasons).Select(reason => reason.Code).Distinct()));

    private static NoteText WordOf(Verdict verdict) => verdict switch
    {
        Verdict.Ready => NoteText.Ready,
        Verdict.NotReady => NoteText.NotReady,
        Verdict.Unknown => NoteText.Unknown,
        _ => NoteText.NotApplicable,
    };

    private static NoteText Met(Reason reason) => reason.IsMet switch
    {
        true => NoteText.Met,
        false => NoteText.NotMet,
        null => NoteText.NotKnown,
    };

    private static string Line(Phrases phrases, NoteText label, string value) => $"{phrases[label]}: {Text.OneLine(value)}";

    private static string Under(Phrases phrases, NoteText label, string value) => $"   {Line(phrases, label, value)}";

    private static string Lines(params ImmutableArray<string?> lines) => string.Join('\n', lines.OfType<string>());
}

/// <summary>Where a note's facts come from.</summary>
/// <param name="SnapshotId">The snapshot.</param>
/// <param name="ReadAt">When its facts were read.</param>
/// <param name="Link">The full address of the person's page.</param>
public sealed record NoteSource(Guid SnapshotId, DateTimeOffset ReadAt, string Link);
