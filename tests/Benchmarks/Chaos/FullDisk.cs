using System.Diagnostics;
using System.Globalization;
using MeshReadiness.Benchmarks.Surroundings;

namespace MeshReadiness.Benchmarks.Chaos;

/// <summary>
/// A scan into a small file system that something else has filled. It has to wait until there is room and go on then.
/// Mounting needs root; where that isn't allowed, the program says so and is left out.
/// </summary>
internal static class FullDisk
{
    public const string Name = "disk full";

    private const int SizeMb = 256;
    private const int Mega = 1024 * 1024;

    /// <summary>What is left for the database: enough to begin with, for few people only.</summary>
    private const int BytesPerPersonLeft = 250;
    private const int LeastBytesLeft = 768 * 1024;

    public static async Task<ChaosOutcome> RunAsync(ChaosPlan plan, CancellationToken cancellationToken)
    {
        using var point = new TempFolder();

        if (await RunAsync("mount", ["-t", "tmpfs", "-o", $"size={SizeMb}m", "meshreadiness", point.Path], cancellationToken) is { } refusal)
        {
            return ChaosOutcome.None(Name) with { Skipped = $"no small file system could be mounted: {refusal}" };
        }

        try
        {
            return await FillAsync(plan, point.Path, cancellationToken);
        }
        finally
        {
            await RunAsync("umount", [point.Path], CancellationToken.None);
        }
    }

    private static async Task<ChaosOutcome> FillAsync(ChaosPlan plan, string mounted, CancellationToken cancellationToken)
    {
        await using var tenant = await SampleTenant.StartAsync(plan.People, ChaosPlan.Heavy(), cancellationToken);
        var folder = Directory.CreateDirectory(Path.Combine(mounted, "data")).FullName;
        var ballast = Path.Combine(mounted, "ballast");

        // The database is made before there is no room for it.
        await using (await Product.OpenAsync(tenant.Graph, folder))
        {
        }

        await using (var file = File.Create(ballast))
        {
            var left = Math.Max(LeastBytesLeft, BytesPerPersonLeft * plan.People);
            var used = new DirectoryInfo(folder).EnumerateFiles().Sum(one => one.Length);
            var zeros = new byte[4096];

            for (var written = 0L; written < ((long)SizeMb * Mega) - used - left; written += zeros.Length)
            {
                await file.WriteAsync(zeros, cancellationToken);
            }
        }

        await using var child = ScanChild.Start(tenant, folder);
        var reason = await child.HearAsync("waits", cancellationToken);
        File.Delete(ballast);
        var waits = await child.EndCountingAsync("waits", cancellationToken);

        return reason.Contains("full", StringComparison.Ordinal)
            ? (ChaosOutcome.None(Name) with { Faults = 1 + await tenant.Controls.FaultsAsync(cancellationToken), Recoveries = 1 + waits })
                .With(Comparison.Of(await plan.FaultFreeAsync(cancellationToken), SnapshotDump.Of(folder)))
            : throw new InvalidOperationException($"The scan was to wait because the disk is full. It said: {reason}");
    }

    // Null when it went well, else what it said.
    private static async Task<string?> RunAsync(string program, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
            var complaint = await process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return process.ExitCode == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{complaint.Trim()} ({program} ended with {process.ExitCode})");
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            return missing.Message;
        }
    }
}
