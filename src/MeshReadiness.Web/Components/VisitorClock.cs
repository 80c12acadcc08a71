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

    /// <summary>Day and minute in the visitor's zone; only the minute for today.</summary>
    public string Local(DateTimeOffset at)
    {
        var there = TimeZoneInfo.ConvertTime(at, _zone);
        var today = TimeZoneInfo.ConvertTime(time.GetUtcNow(), _zone);
        return there.Date == today.Date ? there.ToString("'today' HH:mm", CultureInfo.InvariantCulture) : DayAndTime(at);
    }

    /// <summary>Day and minute in the visitor's zone.</summary>
    public string DayAndTime(DateTimeOffset at) =>
        TimeZoneInfo.ConvertTime(at, _zone).ToString("d MMM yyyy HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The same moment in UTC, for tickets and logs.</summary>
    public string Utc(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
}
