using System.Globalization;

namespace MeshReadiness.Web.Components;

/// <summary>Numbers and plural forms as the screens write them.</summary>
internal static class Format
{
    /// <summary>With thousands separators.</summary>
    public static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A number with its noun in the right form.</summary>
    public static string Count(int number, string one, string many) => $"{Number(number)} {(number == 1 ? one : many)}";

    /// <summary>A share as whole percent. Never rounds up to 100 or down to 0 while that isn't true.</summary>
    public static string Percent(double share) => share switch
    {
        > 0.99 and < 1 => "99%",
        > 0 and < 0.01 => "1%",
        _ => share.ToString("P0", CultureInfo.InvariantCulture).Replace(" ", "", StringComparison.Ordinal),
    };
}
