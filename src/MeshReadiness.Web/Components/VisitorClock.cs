using System.Globalization;

namespace MeshReadiness.Web.Components;

/// <summary>Tells times in the visitor's time zone, which only the browser knows; UTC until it has told.</summary>
public sealed class VisitorClock(TimeProvider time)
{
    private TimeZoneInfo _zone = TimeZoneInfo.Utc;

    /// <summary>Raised when the browser has told the zone.</summary>
    public event Action? Changed;

    /// <summary>Takes the zone's IANA name from the browser. An unknown name leaves UTC in place.</summary>
    public void UseZone(string name)
    {
        if (TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone))
        {
            _zone = zone;
            Changed?.Invoke();
        }
    }

    /// <summary>Day and minute in the visitor's zone; today, yesterday and tomorrow by those words.</summary>
    public string Local(DateTimeOffset at)
    {
        var there = TimeZoneInfo.ConvertTime(at, _zone);
        var today = TimeZoneInfo.ConvertTime(time.GetUtcNow(), _zone);
        var day = (there.Date - today.Date).Days switch { 0 => "today", 1 => "tomorrow", -1 => "yesterday", _ => null };
        return day is null ? DayAndTime(at) : $"{day} {there.ToString("HH:mm", CultureInfo.InvariantCulture)}";
    }

    /// <summary>How far away a moment is, in words.</summary>
    public string Relative(DateTimeOffset at)
    {
        var span = at - time.GetUtcNow();
        var words = Distance(span.Duration());
        return span > TimeSpan.Zero ? words is null ? "in a moment" : $"in {words}" : words is null ? "just now" : $"{words} ago";
    }

    /// <summary>Day and minute in the visitor's zone.</summary>
    public string DayAndTime(DateTimeOffset at) =>
        TimeZoneInfo.ConvertTime(at, _zone).ToString("d MMM yyyy HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The same moment in UTC, for tickets and logs.</summary>
    public string Utc(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    // In the largest unit of which there is at least one, rounded as people round.
    private static string? Distance(TimeSpan span) => span.TotalSeconds switch
    {
        < 1 => null,
        < 59.5 => Format.Count((long)Math.Round(span.TotalSeconds), "second", "seconds"),
        < 59.5 * 60 => Format.Count((long)Math.Round(span.TotalMinutes), "minute", "minutes"),
        < 23.5 * 3600 => Format.Count((long)Math.Round(span.TotalHours), "hour", "hours"),
        _ => Format.Count((long)Math.Round(span.TotalDays), "day", "days"),
    };
}
