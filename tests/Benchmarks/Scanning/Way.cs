namespace MeshReadiness.Benchmarks.Scanning;

/// <summary>What is compared.</summary>
internal static class Way
{
    /// <summary>The same bytes read, nothing kept.</summary>
    public const string Limit = "limit";

    /// <summary>A full scan of the product.</summary>
    public const string Ours = "ours";

    /// <summary>What people write today.</summary>
    public const string Usual = "usual";

    /// <summary>A scan of the product after 1 % of people changed.</summary>
    public const string Incremental = "incremental";

    /// <summary>Judging everybody, without reading or storing.</summary>
    public const string Evaluation = "evaluation";

    /// <summary>Judging everybody, each person anew.</summary>
    public const string OneByOne = "one by one";
}
