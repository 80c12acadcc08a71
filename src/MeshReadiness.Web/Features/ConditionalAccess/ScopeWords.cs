using MeshReadiness.Core.ConditionalAccess;

namespace MeshReadiness.Web.Features.ConditionalAccess;

/// <summary>What a filter's answer means for the policy that it stands in.</summary>
internal static class ScopeWords
{
    /// <summary>In a sentence.</summary>
    public static string Of(Truth inScope, bool excludes) => (inScope, excludes) switch
    {
        (Truth.Yes, true) => "It isn't taken out: the policy counts for this device.",
        (Truth.Yes, false) => "It is taken in: the policy counts for this device.",
        (Truth.No, true) => "It is taken out: the policy leaves this device alone.",
        (Truth.No, false) => "It isn't taken in: the policy leaves this device alone.",
        _ => "Whether the policy counts for this device can't be told.",
    };

    /// <summary>In a cell of a table.</summary>
    public static string Short(Truth inScope) => inScope switch
    {
        Truth.Yes => "Counts",
        Truth.No => "Leaves it alone",
        _ => "Can't be told",
    };
}
