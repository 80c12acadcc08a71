using System.Text.RegularExpressions;

namespace MeshReadiness.SampleTenant.Protocol;

/// <summary>Any well-formed bearer stands for a valid one; what is missing or malformed is refused as Graph refuses it.</summary>
internal static partial class Bearer
{
    public static void Demand(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();

        if (header.Length == 0)
        {
            throw new GraphException(401, "InvalidAuthenticationToken", "Access token is empty.");
        }

        if (!WellFormed().IsMatch(header))
        {
            throw new GraphException(401, "InvalidAuthenticationToken", "CompactToken parsing failed with error code: 80049217");
        }
    }

    [GeneratedRegex(@"^Bearer +[A-Za-z0-9\-._~+/]+=*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WellFormed();
}
