using System.Globalization;

namespace MeshReadiness.Web.Components;

/// <summary>Numbers and plural forms as the screens write them.</summary>
internal static class Format
{
    private static readonly string[] ByteUnits = ["kB", "MB", "GB", "TB"];

    /// <summary>One of our words as addresses, programs and files write it: <c>notReady</c>.</summary>
    public static string Word<T>(T word)
        where T : struct, Enum => $"{word}" is var name ? char.ToLowerInvariant(name[0]) + name[1..] : "";

    /// <summary>With thousands separators.</summary>
    public static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A number with its noun in the right form.</summary>
    public static string Count(long number, string one, string many) => $"{Number(number)} {(number == 1 ? one : many)}";

    /// <summary>A day, the same for everybody: due dates have no time zone.</summary>
    public static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>How far a day is away from today, in words.</summary>
    public static string DaysFrom(DateOnly today, DateOnly day) => (day.DayNumber - today.DayNumber) switch
    {
        0 => "today",
        1 => "tomorrow",
        -1 => "yesterday",
        < 0 and var past => $"{Count(-past, "day", "days")} ago",
        var ahead => $"in {Count(ahead, "day", "days")}",
    };

    /// <summary>An amount of data in the largest unit that leaves a number above one, with three digits at most.</summary>
    public static string Bytes(long bytes)
    {
        if (bytes < 1000)
        {
            return Count(bytes, "byte", "bytes");
        }

        var (amount, unit) = (bytes / 1000d, 0);

        // What would be written as 1000 belongs to the next unit.
        while (amount >= 999.5 && unit < ByteUnits.Length - 1)
        {
            (amount, unit) = (amount / 1000, unit + 1);
        }

        return $"{amount.ToString(amount < 99.95 ? "N1" : "N0", CultureInfo.InvariantCulture)} {ByteUnits[unit]}";
    }

    /// <summary>How long something took, in its two largest units.</summary>
    public static string Length(TimeSpan length) => length switch
    {
        { Ticks: <= 0 } => "0 s",
        { TotalSeconds: < 1 } => "under 1 s",
        { TotalMinutes: < 1 } => $"{length.Seconds} s",
        { TotalHours: < 1 } => Two(length.Minutes, "min", length.Seconds, "s"),
        { TotalDays: < 1 } => Two(length.Hours, "h", length.Minutes, "min"),
        _ => Two(length.Days, length.Days == 1 ? "day" : "days", length.Hours, "h"),
    };

    /// <summary>A share as whole percent. Never rounds up to 100 or down to 0 while that isn't true.</summary>
    public static string Percent(double share) => share switch
    {
        > 0.99 and < 1 => "99%",
        > 0 and < 0.01 => "1%",
        _ => share.ToString("P0", CultureInfo.InvariantCulture).Replace(" ", "", StringComparison.Ordinal),
    };

    private static string Two(int more, string unit, int less, string lesserUnit) =>
        less == 0 ? $"{Number(more)} {unit}" : $"{Number(more)} {unit} {less} {lesserUnit}";
}
