using System.Collections.Immutable;
using MeshReadiness.Core.Eligibility;
using MeshReadiness.Core.Playbooks;

namespace MeshReadiness.Core.HelpDesk;

/// <summary>
/// Finds the words of one language for topics, reasons and roles of a playbook. Where a file has no word, the playbook's
/// own is better than none.
/// </summary>
/// <param name="words">The language.</param>
/// <param name="playbook">The playbook that the verdicts come from.</param>
/// <param name="today">Decides whether the product has ended.</param>
internal sealed class Phrases(LanguageWords words, Playbook playbook, DateOnly today)
{
    private readonly PlaybookWords? _names = words.Playbooks.GetValueOrDefault(playbook.Id);

    public LanguageWords Words => words;

    /// <summary>What there is instead of what has ended.</summary>
    public string? Instead => _names?.Instead;

    public string this[MessageText text] => words.Message[text];

    public string this[NoteText text] => words.Note[text];

    public string With(MessageText text, string name, string value) => Text.Fill(words.Message[text], (name, value));

    /// <summary>What colleagues call it.</summary>
    public string Name(HelpTopic topic) => Of(topic)?.Name ?? Own(topic);

    /// <summary>What the person does with it.</summary>
    public string Do(HelpTopic topic) => Of(topic)?.Do ?? Own(topic);

    /// <summary>What became of it; <see langword="null"/> while it lives.</summary>
    public string? Ended(HelpTopic topic) => playbook.Lifecycle is { } life && today >= life.RetiredOn && Of(topic)?.Ended is { } ended
        ? Text.Fill(ended, ("date", words.Day(life.RetiredOn)))
        : null;

    /// <summary>Why, for the person.</summary>
    public string Why(Reason reason) => Filled(For(reason).User, reason);

    /// <summary>What happens next, for the person; <see langword="null"/> when the reason doesn't tell.</summary>
    public string? Next(Reason reason) => For(reason).Next is { } next ? Filled(next, reason) : null;

    /// <summary>The reason for colleagues.</summary>
    public string Sentence(Reason reason) => Sentences(reason) is { } own ? Filled(own.Sentence, reason) : reason.Sentence;

    /// <summary>What to do about it, for colleagues.</summary>
    public string? Remedy(Reason reason) =>
        Sentences(reason) is { } own ? own.Remedy is { } remedy ? Filled(remedy, reason) : null : reason.Remedy;

    /// <summary>The sentence and remedy as the portal shows them.</summary>
    public static string Wording(Reason reason) => reason.Remedy is { } remedy ? $"{reason.Sentence} {remedy}" : reason.Sentence;

    /// <summary>Whether the rules' own sentences are in another language.</summary>
    public bool IsTranslated => words.Sentences is not null;

    /// <summary>An Entra role's name in this language.</summary>
    public string Role(string role) => words.Roles.GetValueOrDefault(role)?.Name ?? role;

    private ReasonWords For(Reason reason) =>
        Find(words.Reasons, reason) ?? (reason.Verdict is Verdict.Unknown ? words.NotKnownOtherwise : words.NotMetOtherwise);

    private SentenceWords? Sentences(Reason reason) => words.Sentences is { } all ? Find(all, reason) : null;

    private T? Find<T>(ImmutableDictionary<string, T> all, Reason reason) where T : class =>
        RuleKeys.Of(reason.Code, playbook).Select(key => all.GetValueOrDefault(key)).FirstOrDefault(found => found is not null);

    private string Filled(string text, Reason reason) => Text.Sentence(Text.Fill(
        text,
        ("team", reason.Role is { } role && words.Roles.GetValueOrDefault(role) is { } known ? known.Team : words.TeamOtherwise),
        ("requirement", RuleKeys.RequirementOf(reason.Code, playbook) is { } asked ? words.Requirements.GetValueOrDefault(asked.Id, asked.Name) : "")));

    private TopicWords? Of(HelpTopic topic) => (topic.IsAction ? _names?.Actions : _names?.Experiences)?.GetValueOrDefault(topic.Id);

    private string Own(HelpTopic topic) => topic.IsAction
        ? playbook.Access.First(action => action.Id == topic.Id).Action
        : playbook.Experiences.First(experience => experience.Id == topic.Id).Name;
}
