using System.Collections.Immutable;
using MeshReadiness.Core.Eligibility;
using MeshReadiness.Core.Playbooks;

namespace MeshReadiness.Core.HelpDesk;

/// <summary>
/// What the help desk sends to the person: what works and what doesn't, why, what happens next and who does it, and what
/// they can do meanwhile. In plain words, without codes and internal names. What isn't known is said as unknown, never as no.
/// </summary>
public static class UserMessage
{
    /// <summary>The message about one experience or action.</summary>
    /// <param name="topic">What it is about.</param>
    /// <param name="person">For whom.</param>
    /// <param name="words">The language.</param>
    /// <param name="playbook">The playbook that the verdicts come from.</param>
    /// <param name="readAt">When the facts were read; decides whether the product had ended.</param>
    public static string About(HelpTopic topic, PersonEligibility person, LanguageWords words, Playbook playbook, DateTimeOffset readAt)
    {
        var phrases = Made(words, playbook, readAt);
        return phrases.Ended(topic) is { } ended
            ? Whole(phrases, person, [Opening(phrases, topic, MessageText.Ended), And(ended, phrases.Instead), Besides(phrases, topic), Others(phrases, person, MessageText.Still)])
            : Whole(phrases, person,
            [
                Opening(phrases, topic, TextOf(topic.Verdict)),
                Reasons(phrases, [.. topic.Reasons.Where(reason => reason.IsMet is false)]),
                NotSeen(phrases, topic),
                Next(phrases, [topic]),
                topic.Verdict is Verdict.Ready ? null : Others(phrases, person, MessageText.Meanwhile),
            ]);
    }

    /// <summary>The message about all experiences together.</summary>
    /// <param name="person">For whom.</param>
    /// <param name="words">The language.</param>
    /// <param name="playbook">The playbook that the verdicts come from.</param>
    /// <param name="readAt">When the facts were read; decides whether the product had ended.</param>
    public static string AboutEverything(PersonEligibility person, LanguageWords words, Playbook playbook, DateTimeOffset readAt)
    {
        var phrases = Made(words, playbook, readAt);
        var all = HelpTopic.Experiences(person).Where(topic => topic.Verdict is not Verdict.NotApplicable).ToList();
        var living = all.Where(topic => phrases.Ended(topic) is null).ToList();
        var ended = all.Select(phrases.Ended).OfType<string>().Distinct().ToList();
        List<HelpTopic> Of(Verdict verdict) => [.. living.Where(topic => topic.Verdict == verdict)];
        var (works, worksNot, unknown) = (Of(Verdict.Ready), Of(Verdict.NotReady), Of(Verdict.Unknown));

        return (all.Count, all.Count - works.Count) switch
        {
            (0, _) => Whole(phrases, person, [phrases[MessageText.Nothing]]),
            (_, 0) => Whole(phrases, person, [Listed(phrases[MessageText.AllReady], works.Select(phrases.Do))]),
            _ => Whole(phrases, person,
            [
                phrases[MessageText.All],
                Listed(phrases[MessageText.Works], works.Select(phrases.Do)),
                Listed(phrases[MessageText.WorksNot], Together(phrases, worksNot)),
                Listed(phrases[MessageText.NotSeen], Together(phrases, unknown)),
                Listed(phrases[MessageText.WorksNoMore], ended) is { } heard ? $"{heard}\n{phrases.Instead}" : null,
                Next(phrases, [.. worksNot, .. unknown]),
            ]),
        };
    }

    private static Phrases Made(LanguageWords words, Playbook playbook, DateTimeOffset readAt) =>
        new(words, playbook, DateOnly.FromDateTime(readAt.UtcDateTime));

    private static string Whole(Phrases phrases, PersonEligibility person, ImmutableArray<string?> paragraphs) => string.Join("\n\n",
    [
        string.IsNullOrWhiteSpace(person.User.DisplayName)
            ? phrases[MessageText.GreetingNameless]
            : phrases.With(MessageText.Greeting, "name", Text.OneLine(person.User.DisplayName)),
        .. paragraphs.OfType<string>(),
        phrases[MessageText.Questions],
        $"{phrases[MessageText.Regards]}\n{phrases[MessageText.Signature]}",
    ]);

    private static string Opening(Phrases phrases, HelpTopic topic, MessageText text) => phrases.With(text, "do", phrases.Do(topic));

    private static MessageText TextOf(Verdict verdict) => verdict switch
    {
        Verdict.Ready => MessageText.Ready,
        Verdict.NotReady => MessageText.NotReady,
        Verdict.Unknown => MessageText.Unknown,
        _ => MessageText.NotForYou,
    };

    private static string And(string first, string? second) => second is null ? first : $"{first} {second}";

    private static string? Reasons(Phrases phrases, ImmutableArray<Reason> reasons)
    {
        var sentences = reasons.Select(phrases.Why).Distinct().ToList();
        return Listed(phrases[sentences.Count == 1 ? MessageText.WhyOne : MessageText.WhyMany], sentences);
    }

    private static string? NotSeen(Phrases phrases, HelpTopic topic) =>
        Listed(phrases[MessageText.NotSeen], Unknowns(topic).Select(phrases.Why));

    private static string? Besides(Phrases phrases, HelpTopic topic) =>
        Listed(phrases[MessageText.Besides], topic.Reasons.Where(reason => reason.IsMet is false).Select(phrases.Why));

    private static IEnumerable<Reason> Unknowns(HelpTopic topic) => topic.Reasons.Where(reason => reason.IsMet is null);

    // Nobody is told that something happens about what isn't for them.
    private static string? Next(Phrases phrases, ImmutableArray<HelpTopic> topics)
    {
        var open = topics.Where(topic => topic.Verdict is Verdict.NotReady or Verdict.Unknown).ToList();
        var steps = open.SelectMany(topic => topic.Reasons).Where(reason => reason.IsMet is not true).Select(phrases.Next).OfType<string>().ToList();
        return open.Count == 0 ? null : steps.Count == 0 ? phrases[MessageText.WeLook] : Listed(phrases[MessageText.Next], steps);
    }

    private static string? Others(Phrases phrases, PersonEligibility person, MessageText text)
    {
        var works = HelpTopic.Experiences(person).Where(topic => topic.Verdict is Verdict.Ready && phrases.Ended(topic) is null).Select(phrases.Do).ToList();
        return works.Count == 0 ? null : phrases.With(text, "list", phrases.Words.List(works));
    }

    // What has the same reasons is said together.
    private static IEnumerable<string> Together(Phrases phrases, IEnumerable<HelpTopic> topics) => topics
        .Select(topic => (Do: phrases.Do(topic), Why: string.Join('\n', topic.Reasons.Where(reason => reason.IsMet is not true).Select(phrases.Why).Distinct().Select(why => $"  {why}"))))
        .GroupBy(one => one.Why)
        .Select(group => $"{phrases.Words.List(group.Select(one => one.Do))}\n{group.Key}");

    private static string? Listed(string heading, IEnumerable<string> items) =>
        items.Distinct().ToList() is { Count: > 0 } lines ? $"{heading}\n{string.Join('\n', lines.Select(line => $"- {line}"))}" : null;
}
