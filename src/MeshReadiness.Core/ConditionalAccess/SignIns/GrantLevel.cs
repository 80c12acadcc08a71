namespace MeshReadiness.Core.ConditionalAccess.SignIns;

/// <summary>How far somebody gets against a demand, from best to worst.</summary>
public enum GrantLevel
{
    /// <summary>The demand is met.</summary>
    Pass,

    /// <summary>The person is asked for something and can give it, such as a second factor.</summary>
    Prompt,

    /// <summary>Nothing that the person can do at the sign-in helps.</summary>
    Block,
}

/// <summary>The best and the worst that can come of a demand, as far as the facts tell.</summary>
/// <param name="Best">The best.</param>
/// <param name="Worst">The worst; the same as the best when everything that decides is known.</param>
public readonly record struct GrantRange(GrantLevel Best, GrantLevel Worst)
{
    /// <summary>Whether nothing that is missing could change it.</summary>
    public bool IsCertain => Best == Worst;

    /// <summary>Exactly this.</summary>
    public static GrantRange Of(GrantLevel level) => new(level, level);

    /// <summary>This when it holds, and otherwise that.</summary>
    public static GrantRange Of(Truth truth, GrantLevel holds, GrantLevel otherwise) => truth switch
    {
        Truth.Yes => Of(holds),
        Truth.No => Of(otherwise),
        _ => new(holds, otherwise),
    };

    /// <summary>What it comes to where the demand is only made on a condition.</summary>
    public GrantRange Where(Truth applies) => applies switch
    {
        Truth.No => Of(GrantLevel.Pass),
        Truth.Yes => this,
        _ => new(GrantLevel.Pass, Worst),
    };

    /// <summary>Both demands have to be met: the worse counts.</summary>
    public GrantRange And(GrantRange other) => new(Max(Best, other.Best), Max(Worst, other.Worst));

    /// <summary>All demands have to be met: the worst counts.</summary>
    public static GrantRange All(IEnumerable<GrantRange> ranges) => ranges.Aggregate(Of(GrantLevel.Pass), (one, other) => one.And(other));

    /// <summary>One demand is enough: the best counts.</summary>
    public static GrantRange Any(IEnumerable<GrantRange> ranges) => ranges.Aggregate((one, other) => new(Min(one.Best, other.Best), Min(one.Worst, other.Worst)));

    private static GrantLevel Max(GrantLevel one, GrantLevel other) => one > other ? one : other;

    private static GrantLevel Min(GrantLevel one, GrantLevel other) => one < other ? one : other;
}
