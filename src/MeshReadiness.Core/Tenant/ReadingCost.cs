namespace MeshReadiness.Core.Tenant;

/// <summary>What it took to read from a tenant. Costs add up and can be subtracted.</summary>
/// <param name="Calls">Requests sent, repeated ones and each item of a batch included.</param>
/// <param name="Bytes">Bytes of the answers' bodies, as they came out of the compression.</param>
/// <param name="Units">Graph's resource units, as the answers told them or else by the published table.</param>
/// <param name="Retries">Requests sent again after a failure.</param>
/// <param name="Throttled">Answers that asked for fewer requests (429).</param>
/// <param name="Waited">Time spent waiting: for the budget, and before asking again.</param>
public sealed record ReadingCost(long Calls, long Bytes, long Units, long Retries, long Throttled, TimeSpan Waited)
{
    /// <summary>Nothing asked yet.</summary>
    public static ReadingCost None { get; } = new(0, 0, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Both together.</summary>
    public static ReadingCost operator +(ReadingCost one, ReadingCost other) => new(
        one.Calls + other.Calls, one.Bytes + other.Bytes, one.Units + other.Units,
        one.Retries + other.Retries, one.Throttled + other.Throttled, one.Waited + other.Waited);

    /// <summary>What was added since an earlier cost of the same reader.</summary>
    public static ReadingCost operator -(ReadingCost later, ReadingCost earlier) => new(
        later.Calls - earlier.Calls, later.Bytes - earlier.Bytes, later.Units - earlier.Units,
        later.Retries - earlier.Retries, later.Throttled - earlier.Throttled, later.Waited - earlier.Waited);
}
