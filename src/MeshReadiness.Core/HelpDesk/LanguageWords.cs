using System.Collections.Immutable;

namespace MeshReadiness.Core.HelpDesk;

/// <summary>
/// The words of one language for what the help desk passes on. They come from a data file, so that a further language is
/// one more file. Texts hold placeholders like <c>{do}</c>; the reader has made sure that each is where it belongs.
/// </summary>
public sealed record LanguageWords
{
    /// <summary>The language's short tag, for example <c>de</c>.</summary>
    public required string Language { get; init; }

    /// <summary>What the language calls itself.</summary>
    public required string Name { get; init; }

    /// <summary>How a day is written, with <c>{day}</c>, <c>{month}</c> and <c>{year}</c>.</summary>
    public required string Date { get; init; }

    /// <summary>The twelve months.</summary>
    public required ImmutableArray<string> Months { get; init; }

    /// <summary>Stands before the last item of a list.</summary>
    public required string And { get; init; }

    /// <summary>The texts of a message, by <see cref="MessageText"/>.</summary>
    public required ImmutableDictionary<MessageText, string> Message { get; init; }

    /// <summary>The labels of a note, by <see cref="NoteText"/>.</summary>
    public required ImmutableDictionary<NoteText, string> Note { get; init; }

    /// <summary>What playbooks' experiences and actions are called, by the playbook's id.</summary>
    public required ImmutableDictionary<string, PlaybookWords> Playbooks { get; init; }

    /// <summary>What requirements are called inside a sentence, by their ids.</summary>
    public required ImmutableDictionary<string, string> Requirements { get; init; }

    /// <summary>Who does something where no role is known.</summary>
    public required string TeamOtherwise { get; init; }

    /// <summary>Entra roles, by their English names.</summary>
    public required ImmutableDictionary<string, RoleWords> Roles { get; init; }

    /// <summary>Reasons that aren't met or aren't known as the person reads them, by rule (<see cref="RuleKeys"/>).</summary>
    public required ImmutableDictionary<string, ReasonWords> Reasons { get; init; }

    /// <summary>What stands for a reason that isn't met and that this file doesn't know.</summary>
    public required ReasonWords NotMetOtherwise { get; init; }

    /// <summary>What stands for a reason that isn't known and that this file doesn't know.</summary>
    public required ReasonWords NotKnownOtherwise { get; init; }

    /// <summary>All reasons as colleagues read them, by rule; <see langword="null"/> where the rules' own sentences are in this language.</summary>
    public required ImmutableDictionary<string, SentenceWords>? Sentences { get; init; }

    /// <summary>A day in words.</summary>
    public string Day(DateOnly day) => Text.Fill(Date, ("day", Text.Number(day.Day)), ("month", Months[day.Month - 1]), ("year", Text.Number(day.Year)));

    /// <summary>A, B and C.</summary>
    public string List(IEnumerable<string> items) => items.ToList() switch
    {
        [] => "",
        [var single] => single,
        [.. var first, var last] => $"{string.Join(", ", first)} {And} {last}",
    };
}

/// <summary>What a playbook's experiences and actions are called.</summary>
/// <param name="Instead">What there is instead once the product has ended, one or two sentences.</param>
/// <param name="Experiences">By id.</param>
/// <param name="Actions">By id.</param>
public sealed record PlaybookWords(
    string Instead, ImmutableDictionary<string, TopicWords> Experiences, ImmutableDictionary<string, TopicWords> Actions);

/// <summary>One experience or action.</summary>
/// <param name="Name">What colleagues call it.</param>
/// <param name="Do">What the person does, so that it reads after "you can".</param>
/// <param name="Ended">What became of it when the product ended, with <c>{date}</c>; <see langword="null"/> where it goes on.</param>
public sealed record TopicWords(string Name, string Do, string? Ended);

/// <summary>An Entra role.</summary>
/// <param name="Name">Its official name in this language.</param>
/// <param name="Team">Who that is for somebody who has never heard of roles, as the subject of a sentence.</param>
public sealed record RoleWords(string Name, string Team);

/// <summary>A reason as the person reads it: no codes, no internal names.</summary>
/// <param name="User">The reason, one sentence; may hold <c>{requirement}</c>.</param>
/// <param name="Next">What happens next and who does it; may hold <c>{team}</c> and <c>{requirement}</c>. <see langword="null"/> when that isn't known.</param>
public sealed record ReasonWords(string User, string? Next);

/// <summary>A reason as colleagues read it; both texts may hold <c>{requirement}</c>.</summary>
/// <param name="Sentence">The reason.</param>
/// <param name="Remedy">What to do; <see langword="null"/> when nothing has to be done.</param>
public sealed record SentenceWords(string Sentence, string? Remedy);
