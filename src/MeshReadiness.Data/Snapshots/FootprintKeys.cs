using MeshReadiness.Core.Eligibility;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Data;

/// <summary>Writes a footprint as a short text. It follows from the contents, so nobody has to look up or hand out numbers.</summary>
internal static class FootprintKeys
{
    public static string Of(Footprint footprint) => string.Concat(
        footprint.UserType switch { UserType.Member => "M", UserType.Guest => "G", _ => "-" },
        footprint.AccountEnabled switch { true => "1", false => "0", _ => "-" },
        footprint.Standings);
}
