using MeshReadiness.Benchmarks.Surroundings;

namespace MeshReadiness.Benchmarks.Chaos;

/// <summary>Takes the database away from a scan for ten seconds: once by a lock, once by moving its folder.</summary>
internal static class DatabaseAway
{
    public const string Locked = "database locked for ten seconds";
    public const string Moved = "database gone for ten seconds";

    private static readonly TimeSpan Away = TimeSpan.FromSeconds(10);

    public static Task<ChaosOutcome> LockAsync(ChaosPlan plan, CancellationToken cancellationToken) => RunAsync(
        Locked,
        plan,
        async (folder, child) =>
        {
            await using var held = await HeldLock.TakeAsync(folder, cancellationToken);
            await child.GoOnAsync();
            await Task.Delay(Away, cancellationToken);
            await held.LetGoAsync(cancellationToken);
        },
        cancellationToken);

    public static Task<ChaosOutcome> MoveAsync(ChaosPlan plan, CancellationToken cancellationToken) => RunAsync(
        Moved,
        plan,
        async (folder, child) =>
        {
            Directory.Move(folder, folder + "-elsewhere");
            await child.ForgetConnectionsAsync();
            await child.GoOnAsync();
            await Task.Delay(Away, cancellationToken);
            Directory.Move(folder + "-elsewhere", folder);
        },
        cancellationToken);

    private static async Task<ChaosOutcome> RunAsync(
        string name, ChaosPlan plan, Func<string, ScanChild, Task> takeAway, CancellationToken cancellationToken)
    {
        await using var tenant = await SampleTenant.StartAsync(plan.People, ChaosPlan.Heavy(), cancellationToken);
        using var folder = new TempFolder();
        await using var child = await ScanChild.StartHeldUpAsync(tenant, folder.Path, cancellationToken);
        await takeAway(folder.Path, child);
        var waits = await child.EndCountingAsync("waits", cancellationToken);

        var outcome = (ChaosOutcome.None(name) with { Faults = 1 + await tenant.Controls.FaultsAsync(cancellationToken), Recoveries = waits })
            .With(Comparison.Of(await plan.FaultFreeAsync(cancellationToken), SnapshotDump.Of(folder.Path)));

        return waits > 0 ? outcome : throw new InvalidOperationException("The scan never missed the database, so nothing was tried.");
    }
}
