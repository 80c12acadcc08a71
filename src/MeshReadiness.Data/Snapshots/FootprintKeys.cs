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

    /// <summary>The footprint that was written so.</summary>
    public static Footprint Read(string key) => new(
        key[0] switch { 'M' => UserType.Member, 'G' => UserType.Guest, _ => null },
        key[1] switch { '1' => true, '0' => false, _ => null },
        key[2..]);
}
