using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace MeshReadiness.Core.Checks;

/// <summary>What a device filter does to a device that isn't registered, as far as its operators alone tell.</summary>
internal enum UnregisteredReach
{
    /// <summary>It never matches: nothing but positive operators, and there is nothing to compare.</summary>
    Never,

    /// <summary>It matches, and with it every other unregistered device.</summary>
    Always,

    /// <summary>Operators of both kinds, or a negation around them: that has to be worked out.</summary>
    Unclear,
}

/// <summary>Reads the operators of a device filter's rule.</summary>
internal static partial class DeviceFilterWords
{
    private static readonly FrozenSet<string> Positive =
        FrozenSet.ToFrozenSet(["EQ", "STARTSWITH", "ENDSWITH", "CONTAINS", "IN"]);

    private static readonly FrozenSet<string> Negative =
        FrozenSet.ToFrozenSet(["NE", "NOTSTARTSWITH", "NOTENDSWITH", "NOTCONTAINS", "NOTIN"]);

    public static UnregisteredReach Reach(string rule)
    {
        // Values come first out of the way, so that no word of theirs is taken for an operator.
        var words = Word().Matches(Value().Replace(rule, " ")).Select(word => word.Value.ToUpperInvariant()).ToList();

        return (words.Any(Positive.Contains), words.Any(Negative.Contains), words.Contains("NOT")) switch
        {
            (true, false, false) => UnregisteredReach.Never,
            (false, true, false) => UnregisteredReach.Always,
            _ => UnregisteredReach.Unclear,
        };
    }

    // A back-tick takes the quote behind it into the text.
    [GeneratedRegex("\"(`.|[^\"`])*\"")]
    private static partial Regex Value();

    [GeneratedRegex(@"(?<![.\w])\w+")]
    private static partial Regex Word();
}
