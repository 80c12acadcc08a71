using System.Globalization;

namespace MeshReadiness.SampleTenant.Protocol;

/// <summary>Where a page begins, where the page before it began, and whether it was held back once to repeat that page.</summary>
internal sealed record PagePosition(long Start, long PreviousStart, bool IsRepeat)
{
    public static PagePosition Parse(string payload)
    {
        var parts = payload.Split('|');

        return new(Number(parts[0]), Number(parts[1]), parts[2] == "1");
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Start}|{PreviousStart}|{(IsRepeat ? 1 : 0)}");

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
