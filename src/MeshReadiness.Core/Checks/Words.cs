using System.Globalization;
using MeshReadiness.Core.Playbooks;

namespace MeshReadiness.Core.Checks;

/// <summary>Numbers inside sentences, with the right plural and separators.</summary>
internal static class Words
{
    private const int MostNames = 3;

    public static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    public static string Count(int number, string one, string many) => $"{Number(number)} {(number == 1 ? one : many)}";

    public static string People(int number, Audience audience) => audience switch
    {
        Audience.Guests => Count(number, "guest", "guests"),
        Audience.Members => Count(number, "member", "members"),
        _ => Count(number, "person", "people"),
    };

    public static string One(Audience audience) => audience switch
    {
        Audience.Guests => "guest",
        Audience.Members => "member",
        _ => "person",
    };

    /// <summary>A, B and C; or with another word before the last.</summary>
    public static string List(IEnumerable<string> items, string joint) => items.ToList() switch
    {
        [] => "",
        [var single] => single,
        [.. var first, var last] => $"{string.Join(", ", first)} {joint} {last}",
    };

    /// <summary>A few names, and how many more there are.</summary>
    public static string Some(IReadOnlyList<string> names) => names.Count <= MostNames
        ? List(names, "and")
        : $"{string.Join(", ", names.Take(MostNames))} and {Count(names.Count - MostNames, "other", "others")}";

    /// <summary>A day, as people write it.</summary>
    public static string Day(DateTimeOffset moment) => moment.UtcDateTime.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
