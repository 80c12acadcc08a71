using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Scanning;

namespace MeshReadiness.Core.Rollouts;

/// <summary>Who changes a task, and when.</summary>
/// <param name="By">Who.</param>
/// <param name="At">When, in UTC.</param>
public sealed record Moment(Actor By, DateTimeOffset At)
{
    /// <summary>The day, in UTC.</summary>
    public DateOnly Today => DateOnly.FromDateTime(At.UtcDateTime);
}

/// <summary>
/// What people can do to a task. Every edit takes the work as it is and returns it as it becomes, or one sentence that says
/// why not.
/// </summary>
public static class TaskEdit
{
    /// <summary>The longest text that a person may write in one go.</summary>
    public const int LongestText = 4_000;

    /// <summary>For how many days a risk can be accepted at most; then somebody has to look at it again.</summary>
    public const int LongestRisk = 366;

    /// <summary>How many years from now a date may lie at most.</summary>
    public const int FarthestYears = 10;

    /// <summary>Several edits, one after the other, as one change. The first that is refused refuses them all.</summary>
    public static Result<TaskWork> Together(TaskWork work, params IEnumerable<Func<TaskWork, Result<TaskWork>>> edits)
    {
        Result<TaskWork> next = work;

        foreach (var edit in edits)
        {
            next = next.TryGet(out var edited) ? edit(edited) : next;
        }

        return next.Map(edited => edited with { Version = work.Version + 1 });
    }

    /// <summary>Gives the task to somebody, or to nobody.</summary>
    public static Result<TaskWork> Assign(TaskWork work, Actor? owner) => Next(work with { Owner = owner });

    /// <summary>Sets the due date, or leaves it to the suggestion.</summary>
    public static Result<TaskWork> SetDue(TaskWork work, DateOnly? due, Moment moment) =>
        due is { } day && IsOutOfRange(day, moment)
            ? Refused($"The due date {day:yyyy-MM-dd} is out of range: give a day within {FarthestYears} years from today.")
            : Next(work with { Due = due });

    /// <summary>Says how it goes. Blocked and not applicable need a reason.</summary>
    public static Result<TaskWork> Say(TaskWork work, TaskIntent intent, string? because)
    {
        var needsReason = intent is TaskIntent.Blocked or TaskIntent.NotApplicable;
        var text = Text(because);

        return needsReason && text is null ? Refused($"Say why the task is {(intent is TaskIntent.Blocked ? "blocked" : "not applicable")}: the next person will ask.")
            : text?.Length > LongestText ? Refused(TooLong("reason", text))
            : Next(work with { Intent = intent, Because = needsReason ? text : null });
    }

    /// <summary>Gives one's word that the task is done.</summary>
    public static Result<TaskWork> Attest(TaskWork work, Guid evidenceId, string? words, Moment moment) =>
        Text(words) is not { } text ? Refused("Say in a few words what you saw: your word is the proof.")
        : text.Length > LongestText ? Refused(TooLong("text", text))
        : HandIn(work, new(evidenceId, EvidenceSource.Attestation, moment.At, moment.By, text));

    /// <summary>Hands in evidence. What was true earlier than other evidence stands before it.</summary>
    public static Result<TaskWork> HandIn(TaskWork work, Evidence evidence) =>
        Next(work with { Evidence = [.. work.Evidence.Append(evidence).OrderBy(one => one.At)], Intent = work.Intent is TaskIntent.InProgress ? TaskIntent.Open : work.Intent });

    /// <summary>Takes evidence back.</summary>
    public static Result<TaskWork> TakeBack(TaskWork work, Guid evidenceId) =>
        work.Evidence.Any(evidence => evidence.Id == evidenceId)
            ? Next(work with { Evidence = [.. work.Evidence.Where(evidence => evidence.Id != evidenceId)] })
            : new Problem(ProblemKind.NotFound, "This evidence isn't there any more. Somebody has taken it back.");

    /// <summary>Asks to leave the task undone until a day. It counts once another admin agrees.</summary>
    public static Result<TaskWork> AskForRisk(TaskWork work, string? because, DateOnly expiresOn, Moment moment) =>
        Text(because) is not { } text ? Refused("Say why the risk is worth taking: the approver will ask.")
        : text.Length > LongestText ? Refused(TooLong("reason", text))
        : expiresOn < moment.Today || expiresOn > moment.Today.AddDays(LongestRisk)
            ? Refused($"The risk can be accepted until {moment.Today.AddDays(LongestRisk):yyyy-MM-dd} at the latest, and not for days that are past.")
            : Next(work with { Risk = new(text, expiresOn, moment.By, moment.At) });

    /// <summary>Agrees to a risk that somebody else asked to accept.</summary>
    public static Result<TaskWork> ApproveRisk(TaskWork work, Moment moment) => work.Risk switch
    {
        null => Refused("Nobody has asked to accept a risk here."),
        { ApprovedBy: { } other } => Refused($"{other.DisplayName} has approved this already."),
        { } risk when risk.AskedBy.ObjectId == moment.By.ObjectId => Refused("Another admin has to approve this: nobody accepts a risk alone."),
        { } risk when !risk.IsPending(moment.Today) => Refused($"The request ran out on {risk.ExpiresOn:yyyy-MM-dd}. Ask again with a later day."),
        { } risk => Next(work with { Risk = risk with { ApprovedBy = moment.By, ApprovedAt = moment.At } }),
    };

    /// <summary>Takes the risk back, accepted or only asked for.</summary>
    public static Result<TaskWork> WithdrawRisk(TaskWork work) =>
        work.Risk is null ? Refused("There is no risk to take back.") : Next(work with { Risk = null });

    internal static bool IsOutOfRange(DateOnly day, Moment moment) =>
        day < moment.Today.AddYears(-FarthestYears) || day > moment.Today.AddYears(FarthestYears);

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static string TooLong(string what, string text) => $"The {what} has {text.Length} characters; up to {LongestText} can be kept. Shorten it, or hand it in as a file.";

    private static Result<TaskWork> Next(TaskWork work) => work with { Version = work.Version + 1 };

    private static Problem Refused(string sentence) => new(ProblemKind.Invalid, sentence);
}
