using System.Collections.Concurrent;
using MeshReadiness.SampleTenant.Company;

namespace MeshReadiness.SampleTenant.Protocol;

internal enum Fault
{
    None, TooMany, TooManyNow, TooManySilent, Unavailable, GatewayTimeout, Reset, Truncated, Slow,
}

/// <summary>
/// Decides what goes wrong: by seed, address and attempt, so that a run can be repeated. The same address fails at most
/// three times in a row, so a client that tries again five times always gets through.
/// </summary>
internal sealed class Faults(string level, Draw draw)
{
    private const int MostInARow = 3;
    private readonly ConcurrentDictionary<string, (int Attempts, int Row)> _asked = new();
    private readonly int _perMille = level switch { "light" => 60, "heavy" => 350, _ => 0 };

    public bool AreOn => _perMille > 0;

    public Fault Next(string address, bool isWithinBatch)
    {
        if (!AreOn)
        {
            return Fault.None;
        }

        var fault = Fault.None;
        _asked.AddOrUpdate(
            address,
            _ => Advance(address, (0, 0), isWithinBatch, out fault),
            (_, before) => Advance(address, before, isWithinBatch, out fault));

        return fault;
    }

    /// <summary>How many items of the page before are delivered once more: none, a few, or all of them.</summary>
    public int RepeatsAt(string path, PagePosition position, int top)
    {
        if (!AreOn || position.Start == 0 || draw.Below(position.Start ^ (long)Draw.HashOf(path), Topic.Repeat, 1000) >= _perMille)
        {
            return 0;
        }

        return draw.Below(position.Start, Topic.FaultKind, 3) == 0 ? top : Math.Min(3, top - 1);
    }

    private (int Attempts, int Row) Advance(string address, (int Attempts, int Row) before, bool isWithinBatch, out Fault fault)
    {
        var key = (long)Draw.HashOf(address) + before.Attempts;
        fault = before.Row >= MostInARow || draw.Below(key, Topic.Fault, 1000) >= _perMille
            ? Fault.None
            : (Fault)(1 + draw.Below(key, Topic.FaultKind, isWithinBatch ? 5 : 8));
        var isFailure = fault is not (Fault.None or Fault.Slow);

        return (before.Attempts + 1, isFailure ? before.Row + 1 : 0);
    }
}
