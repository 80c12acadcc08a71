using MeshReadiness.Core.Rollouts;

namespace MeshReadiness.Web.Features.Contacts;

/// <summary>The parts that people take in tasks, as the screens write them.</summary>
internal static class RaciWords
{
    /// <summary>All parts, with their letter and their word.</summary>
    public static (RaciParts Part, char Letter, string Word, string Meaning)[] All { get; } =
    [
        (RaciParts.Responsible, 'R', "Responsible", "does the work"),
        (RaciParts.Accountable, 'A', "Accountable", "owns the task and answers for it"),
        (RaciParts.Consulted, 'C', "Consulted", "is asked before"),
        (RaciParts.Informed, 'I', "Informed", "is told afterwards, because something of theirs waits for it"),
    ];

    /// <summary>The letters of parts; none for none.</summary>
    public static string Letters(RaciParts parts) => string.Concat(All.Where(one => parts.HasFlag(one.Part)).Select(one => one.Letter));

    /// <summary>The words of parts.</summary>
    public static string Words(RaciParts parts) => string.Join(" and ", All.Where(one => parts.HasFlag(one.Part)).Select(one => one.Word.ToLowerInvariant()));

    /// <summary>A kind of gap, as a heading.</summary>
    public static string Of(RaciGapKind kind) => kind switch
    {
        RaciGapKind.Refused => "Refused, with open tasks",
        RaciGapKind.Unanswered => "Answer overdue",
        RaciGapKind.Unnamed => "Nobody is named",
        _ => "Nobody is accountable",
    };
}
