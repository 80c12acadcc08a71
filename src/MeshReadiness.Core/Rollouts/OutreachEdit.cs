using System.Net.Mail;
using MeshReadiness.Core.Outcomes;

namespace MeshReadiness.Core.Rollouts;

/// <summary>
/// What people can do about a contact. Every edit takes the outreach as it is and returns it as it becomes, or one sentence
/// that says why not.
/// </summary>
public static class OutreachEdit
{
    /// <summary>The longest name of a person.</summary>
    public const int LongestName = 200;

    /// <summary>The longest mail address that mail servers carry.</summary>
    public const int LongestMail = 254;

    /// <summary>Several edits, one after the other, as one change. The first that is refused refuses them all.</summary>
    public static Result<Outreach> Together(Outreach outreach, params IEnumerable<Func<Outreach, Result<Outreach>>> edits)
    {
        Result<Outreach> next = outreach;

        foreach (var edit in edits)
        {
            next = next.TryGet(out var edited) ? edit(edited) : next;
        }

        return next;
    }

    /// <summary>Says who speaks for the contact, or that nobody does.</summary>
    /// <param name="outreach">The outreach as it is.</param>
    /// <param name="name">Their name; empty for nobody.</param>
    /// <param name="mail">Their mail address; may be left out.</param>
    /// <param name="objectId">Their object id, where they were chosen from the tenant.</param>
    public static Result<Outreach> Name(Outreach outreach, string? name, string? mail, string? objectId) => (Text(name), Text(mail)) switch
    {
        (null, null) => outreach with { Person = null },
        (null, { } address) => Refused($"Give the name of whoever reads {address}: messages begin with it."),
        ({ } called, var address) => Checked(outreach with { Person = new(called, address, objectId) }),
    };

    /// <summary>They were asked, for the first time or again; an earlier answer belongs to the earlier question and goes.</summary>
    public static Result<Outreach> Ask(Outreach outreach, string? asked, Moment moment) =>
        Say(outreach with { AskedAt = null }, OutreachState.Asked, asked, null, moment);

    /// <summary>Says how far it has come. What was asked is needed from the first asking on, the answer once there is one.</summary>
    public static Result<Outreach> Say(Outreach outreach, OutreachState state, string? asked, string? answer, Moment moment) => Checked(
        state is OutreachState.NotAsked
            ? outreach with { State = state, Asked = null, AskedAt = null, Answer = null }
            : outreach with
            {
                State = state,
                Asked = Text(asked),
                AskedAt = outreach.AskedAt ?? moment.At,
                Answer = state is OutreachState.Asked ? null : Text(answer),
            });

    /// <summary>Sets the day by which their answer is needed, or none.</summary>
    public static Result<Outreach> SetDue(Outreach outreach, DateOnly? due, Moment moment) =>
        due is { } day && TaskEdit.IsOutOfRange(day, moment)
            ? Refused($"The day {day:yyyy-MM-dd} for the answer is out of range: give a day within {TaskEdit.FarthestYears} years from today.")
            : outreach with { Due = due };

    /// <summary>What is wrong with an outreach, in one sentence; <see langword="null"/> when nothing is.</summary>
    public static string? WhyNot(Outreach outreach) =>
        outreach.Person is { } person && WhyNot(person) is { } wrong ? wrong
        : !Enum.IsDefined(outreach.State) ? $"There is no state {outreach.State}. There are: {string.Join(", ", Enum.GetNames<OutreachState>())}."
        : outreach.State is not OutreachState.NotAsked && Text(outreach.Asked) is null ? "Say what they were asked: the answer means nothing without it."
        : outreach.IsAnswered && Text(outreach.Answer) is null ? $"Say in their words what they {(outreach.State is OutreachState.Granted ? "granted" : "refused")}: the next person will ask."
        : TooLong("text of what was asked", outreach.Asked) ?? TooLong("answer", outreach.Answer);

    private static string? WhyNot(ContactPerson person) =>
        Text(person.Name) is not { } name ? "Give the name of the person, or leave out their address too."
        : name.Length > LongestName ? $"The name has {name.Length} characters; up to {LongestName} can be kept. Shorten it."
        : name.Any(char.IsControl) ? "The name has a line break or another sign that can't be printed. Write it in one line."
        : person.Mail is { } mail && !IsMail(mail) ? $"{Shown(mail)} is no mail address. Write it like maja@contoso.com, without a name around it."
        : null;

    // The framework's parser also takes names around an address, and hosts without a dot, which are typing mistakes here.
    private static bool IsMail(string mail) =>
        mail.Length <= LongestMail
        && !mail.Any(sign => char.IsWhiteSpace(sign) || char.IsControl(sign) || sign == '"')
        && MailAddress.TryCreate(mail, out var read)
        && read.Address == mail
        && read.Host.Trim('.') == read.Host && read.Host.Contains('.', StringComparison.Ordinal);

    private static string Shown(string text) => text.Length > 60 ? $"\"{text[..60]}…\"" : $"\"{text}\"";

    private static string? TooLong(string what, string? text) => text?.Length > TaskEdit.LongestText
        ? $"The {what} has {text.Length} characters; up to {TaskEdit.LongestText} can be kept. Shorten it."
        : null;

    private static Result<Outreach> Checked(Outreach outreach) => WhyNot(outreach) is { } sentence ? Refused(sentence) : outreach;

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static Problem Refused(string sentence) => new(ProblemKind.Invalid, sentence);
}
