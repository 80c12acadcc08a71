using MeshReadiness.Benchmarks.Surroundings;
using MeshReadiness.Core.Scanning;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Benchmarks.Chaos;

/// <summary>
/// A tenant to which something happens with every page that is read. After one more incremental scan the snapshot is that
/// of a fresh full scan: of a twin to which the same has happened, and where nothing goes wrong. Left out are registered devices, which
/// only full scans read: they are those of the moment at which the first scan came to them.
/// </summary>
internal static class ChangingTenant
{
    public const string Name = "tenant changes meanwhile";

    private const int MostAtOnce = 8;

    private static readonly string[] Changes = ["assign", "remove", "disable", "new-hire", "leaver", "group-membership", "policy-edit"];

    public static async Task<ChaosOutcome> RunAsync(ChaosPlan plan, CancellationToken cancellationToken)
    {
        await using var tenant = await SampleTenant.StartAsync(plan.People, ChaosPlan.Heavy(), cancellationToken);
        using var folder = new TempFolder();
        var happened = await ScanWhileItChangesAsync(tenant, folder.Path, cancellationToken);
        await ChaosPlan.ScanAsync(tenant, folder.Path, ScanKind.Incremental, cancellationToken);

        await using var twin = await SampleTenant.StartAsync(plan.People, ChaosPlan.Calm(), cancellationToken);
        using var fresh = new TempFolder();

        foreach (var (change, count) in happened)
        {
            await twin.Controls.ChangeAsync(change, count, cancellationToken);
        }

        await ChaosPlan.ScanAsync(twin, fresh.Path, ScanKind.Full, cancellationToken);

        return (ChaosOutcome.None(Name) with { Faults = happened.Sum(one => one.Count) + await tenant.Controls.FaultsAsync(cancellationToken) })
            .With(Comparison.Of(WithoutDevices(fresh.Path), WithoutDevices(folder.Path)));
    }

    private static List<string> WithoutDevices(string folder) =>
        [.. SnapshotDump.Of(folder).Where(line => !line.Contains($"|Topic={TenantTopic.Devices}|", StringComparison.Ordinal))];

    private static async Task<List<(string Change, int Count)>> ScanWhileItChangesAsync(
        SampleTenant tenant, string folder, CancellationToken cancellationToken)
    {
        using var gotOn = new SemaphoreSlim(0);
        await using var product = await Product.OpenAsync(tenant.Graph, folder, new Signal(gotOn));
        var random = new Random(ChaosPlan.Seed);
        List<(string, int)> happened = [];
        var scan = product.ScanAsync(ScanKind.Full, cancellationToken);
        _ = scan.ContinueWith(_ => gotOn.Release(), TaskScheduler.Default);

        while (!scan.IsCompleted)
        {
            await gotOn.WaitAsync(cancellationToken);
            var (change, count) = (Changes[random.Next(Changes.Length)], random.Next(1, MostAtOnce));
            await tenant.Controls.ChangeAsync(change, count, cancellationToken);
            happened.Add((change, count));
        }

        await scan;
        return happened;
    }

    private sealed class Signal(SemaphoreSlim gotOn) : CheckpointWatch
    {
        protected override Task PassedAsync()
        {
            gotOn.Release();
            return Task.CompletedTask;
        }
    }
}
