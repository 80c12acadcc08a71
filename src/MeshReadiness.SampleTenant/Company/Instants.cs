using System.Globalization;

namespace MeshReadiness.SampleTenant.Company;

/// <summary>Times as Graph writes them: UTC, to the second.</summary>
internal static class Instants
{
    public static string Text(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
