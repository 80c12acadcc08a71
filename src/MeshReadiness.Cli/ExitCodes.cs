namespace MeshReadiness.Cli;

/// <summary>What the process tells its caller.</summary>
internal static class ExitCodes
{
    /// <summary>Done, and nothing blocks.</summary>
    public const int Done = 0;

    /// <summary>It could not be done; the reason stands on standard error.</summary>
    public const int Failed = 1;

    /// <summary>The input or the arguments are wrong.</summary>
    public const int Wrong = 2;

    /// <summary>Done, and the answer is "not ready".</summary>
    public const int NotReady = 3;
}
