using System.Text.Json;

namespace MeshReadiness.SampleTenant.Protocol;

/// <summary>
/// What a delta link remembers: the change up to which the caller is informed, how far the round has come, and the
/// parameters of the first call, which are not sent again.
/// </summary>
internal sealed record DeltaState
{
    /// <summary>The first round lists everything; later rounds list what changed.</summary>
    public bool IsFirstRound { get; init; } = true;

    /// <summary>Changes before this one are known to the caller.</summary>
    public int Since { get; init; }

    /// <summary>Changes up to this one will be known when the round is over.</summary>
    public int Until { get; init; }

    public PagePosition Position { get; init; } = new(0, 0, false);

    public int Top { get; init; } = 100;

    public string? Select { get; init; }

    public string? Expand { get; init; }

    public string? Filter { get; init; }

    public static DeltaState Parse(string payload) => JsonSerializer.Deserialize<DeltaState>(payload)!;

    public override string ToString() => JsonSerializer.Serialize(this);
}
