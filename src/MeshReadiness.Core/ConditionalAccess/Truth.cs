namespace MeshReadiness.Core.ConditionalAccess;

/// <summary>Yes, no, or not to be told from what is known. Ordered, so that "and" is the least of its parts and "or" the greatest.</summary>
public enum Truth
{
    /// <summary>It doesn't hold.</summary>
    No,

    /// <summary>A fact that decides is missing, or Microsoft's pages don't say.</summary>
    Unknown,

    /// <summary>It holds.</summary>
    Yes,
}

/// <summary>Logic in three values: an unknown part makes the whole unknown only where it could change it.</summary>
public static class TruthLogic
{
    /// <summary>The opposite; unknown stays unknown.</summary>
    public static Truth Not(this Truth truth) => (Truth)((int)Truth.Yes - (int)truth);

    /// <summary>Whether both hold.</summary>
    public static Truth And(this Truth one, Truth other) => one < other ? one : other;

    /// <summary>Whether one of them holds.</summary>
    public static Truth Or(this Truth one, Truth other) => one > other ? one : other;

    /// <summary>What is the same in both cases where it isn't known which of them is so.</summary>
    public static Truth Either(Truth one, Truth other) => one == other ? one : Truth.Unknown;

    /// <summary>A fact as a truth; <see langword="null"/> is unknown.</summary>
    public static Truth Of(bool? fact) => fact switch
    {
        true => Truth.Yes,
        false => Truth.No,
        null => Truth.Unknown,
    };
}
