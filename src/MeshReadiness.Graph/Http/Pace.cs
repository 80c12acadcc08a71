namespace MeshReadiness.Graph.Http;

/// <summary>How fast Graph is asked, and how fast again. The defaults are for Graph; tests are less patient.</summary>
internal sealed record Pace
{
    /// <summary>The window that resource units are counted in.</summary>
    public static readonly TimeSpan IdentityWindow = TimeSpan.FromSeconds(10);

    public static Pace Default { get; } = new();

    /// <summary>For somebody who waits for the answer: ahead of scans, and given up within seconds.</summary>
    public static Pace AtTheDesk { get; } = new() { Retries = 4, LongestPause = TimeSpan.FromSeconds(10), Priority = "Normal" };

    /// <summary>The wait before the first repetition when Graph doesn't say how long; it doubles from then on.</summary>
    public TimeSpan FirstDelay { get; init; } = TimeSpan.FromMilliseconds(300);

    /// <summary>How many repetitions there are. With the delays doubling they bridge about 40 seconds, longer than any throttling window of Graph.</summary>
    public int Retries { get; init; } = 7;

    /// <summary>A pause that is longer is not waited for: whoever asked had better come again.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>The window in which Conditional Access may be asked once.</summary>
    public TimeSpan ConditionalAccessWindow { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>What Graph is told about the order to serve requests in: <c>Low</c>, <c>Normal</c> or <c>High</c>.</summary>
    public string Priority { get; init; } = PoliteHandler.LowPriority;

    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The wait before a repetition when Graph doesn't say how long. No two copies of the portal wait alike.</summary>
    /// <param name="repetition">The how manieth repetition it is, from one.</param>
    public TimeSpan DelayBefore(int repetition) => FirstDelay * Math.Pow(2, repetition - 1) * (0.75 + (Random.Shared.NextDouble() / 2));
}
