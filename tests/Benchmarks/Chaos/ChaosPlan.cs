using System.Collections.Concurrent;
using MeshReadiness.Benchmarks.Surroundings;
using MeshReadiness.Core.Scanning;

namespace MeshReadiness.Benchmarks.Chaos;

/// <summary>How much there is to do.</summary>
/// <param name="People">How many people the tenants have.</param>
/// <param name="SeedPeople">How many in those of which there are many.</param>
/// <param name="Seeds">How many mixes of faults.</param>
/// <param name="Moments">How many random kills.</param>
internal sealed record ChaosPlan(int People, int SeedPeople, int Seeds, int Moments)
{
    /// <summary>The seed of the tenants that all programs share, and of what is random here.</summary>
    public const int Seed = 7;

    private readonly ConcurrentDictionary<int, Lazy<Task<IReadOnlyList<string>>>> _faultFree = new();

    /// <summary>The arguments of a tenant where everything goes wrong.</summary>
    public static IEnumerable<string> Heavy(int seed = Seed) => [.. Calm(seed), "--faults", "heavy"];

    /// <summary>The same tenant where nothing does.</summary>
    public static IEnumerable<string> Calm(int seed = Seed) =>
        ["--today", "2026-01-15", "--seed", seed.ToString(System.Globalization.CultureInfo.InvariantCulture)];

    /// <summary>What a scan that nothing happens to makes of the tenant that the programs share.</summary>
    public Task<IReadOnlyList<string>> FaultFreeAsync(CancellationToken cancellationToken) => _faultFree.GetOrAdd(People, people => new(async () =>
    {
        await using var tenant = await SampleTenant.StartAsync(people, Calm(), cancellationToken);
        using var folder = new TempFolder();
        await ScanAsync(tenant, folder.Path, ScanKind.Full, cancellationToken);
        return SnapshotDump.Of(folder.Path);
    })).Value;

    /// <summary>Scans here, without any child.</summary>
    public static async Task<SnapshotHead> ScanAsync(SampleTenant tenant, string folder, ScanKind kind, CancellationToken cancellationToken)
    {
        await using var product = await Product.OpenAsync(tenant.Graph, folder);
        return await product.ScanAsync(kind, cancellationToken);
    }
}
