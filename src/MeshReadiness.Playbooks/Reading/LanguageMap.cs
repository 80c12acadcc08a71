using System.Collections.Immutable;
using System.Text.Json;
using MeshReadiness.Core.HelpDesk;
using MeshReadiness.Core.Playbooks;

namespace MeshReadiness.Playbooks.Reading;

/// <summary>Turns one document into the words of a language. A word that pages will ask for and that isn't there ends the reading.</summary>
/// <param name="playbooks">Whose experiences, actions, requirements and roles need words.</param>
/// <param name="measure">The language that is complete by definition; <see langword="null"/> for that language itself.</param>
internal sealed class LanguageMap(ImmutableArray<Playbook> playbooks, LanguageWords? measure)
{
    private const int MonthsOfTheYear = 12;

    public LanguageWords Read(JsonCursor root)
    {
        root.Object(
            "language", "name", "date", "months", "and", "message", "note", "playbooks", "requirements", "teamOtherwise", "roles",
            "reasons", "reasonOtherwise", "sentences");
        var months = root["months"].Items(month => month.Text());
        var otherwise = root["reasonOtherwise"].Object("notMet", "notKnown");
        var reasons = ByKey(root["reasons"], measure?.Reasons.Keys, (key, at) => Reason(at, OfRule(key)));

        return new()
        {
            Language = Tag(root["language"]),
            Name = root["name"].Text(),
            Date = Placeholders.TextWithAll(root["date"], "day", "month", "year"),
            Months = months.Length == MonthsOfTheYear ? months : throw root["months"].Broken("must name the twelve months."),
            And = root["and"].Text(),
            Message = Texts<MessageText>(root["message"], PlaceholdersOf),
            Note = Texts<NoteText>(root["note"], text => text is NoteText.Title ? ["name"] : []),
            Playbooks = ByKey(root["playbooks"], playbooks.Select(playbook => playbook.Id), PlaybookNames),
            Requirements = ByKey(root["requirements"], playbooks.SelectMany(playbook => playbook.Requirements).Select(one => one.Id), (_, at) => Placeholders.Text(at)),
            TeamOtherwise = Placeholders.Text(root["teamOtherwise"]),
            Roles = ByKey(
                root["roles"], [.. playbooks.SelectMany(playbook => playbook.Requirements).Select(one => one.Role), .. measure?.Roles.Keys ?? []], (_, at) => Role(at)),
            Reasons = reasons,
            NotMetOtherwise = Reason(otherwise["notMet"], []),
            NotKnownOtherwise = Reason(otherwise["notKnown"], []),
            Sentences = root.Optional("sentences") is { } sentences ? ByKey(sentences, reasons.Keys, (key, at) => Sentence(at, OfRule(key))) : null,
        };
    }

    private static string Tag(JsonCursor at) => at.Text() is [>= 'a' and <= 'z', >= 'a' and <= 'z'] tag
        ? tag
        : throw at.Broken($"must be two lower-case letters like \"de\" and is {JsonCursor.Quote(at.Text())}.");

    private static string[] PlaceholdersOf(MessageText text) => text switch
    {
        MessageText.Greeting => ["name"],
        MessageText.Ready or MessageText.Ended or MessageText.NotReady or MessageText.Unknown or MessageText.NotForYou => ["do"],
        MessageText.Meanwhile or MessageText.Still => ["list"],
        _ => [],
    };

    private static ImmutableDictionary<T, string> Texts<T>(JsonCursor at, Func<T, string[]> placeholders) where T : struct, Enum
    {
        var texts = Enum.GetValues<T>();
        at.Object([.. texts.Select(Key)]);
        return texts.ToImmutableDictionary(text => text, text => Placeholders.TextWithAll(at[Key(text)], placeholders(text)));
    }

    private static string Key<T>(T text) where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(text.ToString());

    private static ImmutableDictionary<string, T> ByKey<T>(JsonCursor at, IEnumerable<string>? needed, Func<string, JsonCursor, T> map)
    {
        var read = at.Entries().ToImmutableDictionary(entry => entry.Name, entry => map(entry.Name, entry.Value));
        return needed?.FirstOrDefault(key => !read.ContainsKey(key)) is { } missing
            ? throw at.Broken($"has no words for {JsonCursor.Quote(missing)}.")
            : read;
    }

    private PlaybookWords PlaybookNames(string id, JsonCursor at)
    {
        at.Object("instead", "experiences", "actions");
        var playbook = playbooks.FirstOrDefault(one => one.Id == id);
        return new(
            Placeholders.Text(at["instead"]),
            ByKey(at["experiences"], playbook?.Experiences.Select(one => one.Id), (_, topic) => Topic(topic)),
            ByKey(at["actions"], playbook?.Access.Select(one => one.Id), (_, topic) => Topic(topic)));
    }

    private static TopicWords Topic(JsonCursor at)
    {
        at.Object("name", "do", "ended");
        return new(
            Placeholders.Text(at["name"]), Placeholders.Text(at["do"]), at.Optional("ended") is { } ended ? Placeholders.TextWithAll(ended, "date") : null);
    }

    private static RoleWords Role(JsonCursor at)
    {
        at.Object("name", "team");
        return new(Placeholders.Text(at["name"]), Placeholders.Text(at["team"]));
    }

    // A rule about a requirement names it; another rule has none to name.
    private static string[] OfRule(string key) => key.StartsWith(RuleKeys.Requirement + ":", StringComparison.Ordinal) ? ["requirement"] : [];

    private static ReasonWords Reason(JsonCursor at, string[] names)
    {
        at.Object("user", "next");
        return new(Placeholders.TextWithAll(at["user"], names), at.Optional("next") is { } next ? Placeholders.Text(next, ["team", .. names]) : null);
    }

    private static SentenceWords Sentence(JsonCursor at, string[] names)
    {
        at.Object("sentence", "remedy");
        return new(Placeholders.TextWithAll(at["sentence"], names), at.Optional("remedy") is { } remedy ? Placeholders.Text(remedy, names) : null);
    }
}
