using System.Text.Json;
using MeshReadiness.Integration.Tests.Data;
using MeshReadiness.Integration.Tests.SampleTenant;

namespace MeshReadiness.Integration.Tests.Cli;

/// <summary>The audit record as the portal exports it, looked at with the program.</summary>
public sealed class AuditVerifyTests : IDisposable
{
    private readonly TestFolder _folder = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private string Export => System.IO.Path.Combine(_folder.Path, "audit.jsonl");

    [Fact]
    public async Task What_the_portal_exports_holds_and_every_change_of_it_is_named()
    {
        await ExportAsync();
        var lines = await File.ReadAllLinesAsync(Export, Cancelled);
        var whole = await Meshready.RunAsync("audit", "verify", Export);

        Assert.True(lines.Length >= 3, "Too little happened.");
        Assert.Equal((0, ""), (whole.Code, whole.Errors));
        Assert.StartsWith($"All {lines.Length} lines, 1 to {lines.Length}, are what was written.", whole.Output, StringComparison.Ordinal);

        await File.WriteAllLinesAsync(Export, [lines[0], lines[1].Replace("scan", "scam", StringComparison.Ordinal), .. lines[2..]], Cancelled);
        var changed = await Meshready.RunAsync("audit", "verify", Export, "--json");
        Assert.Equal((3, ""), (changed.Code, changed.Errors));
        Assert.Equal(2, JsonDocument.Parse(changed.Output).RootElement.GetProperty("firstBroken").GetInt32());

        await File.WriteAllLinesAsync(Export, [lines[0], .. lines[2..]], Cancelled);
        var removed = await Meshready.RunAsync("audit", "verify", Export);
        Assert.Equal((3, ""), (removed.Code, removed.Errors));
        Assert.Contains("Line 3 follows line 1", removed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_export_is_named_with_its_line()
    {
        await File.WriteAllTextAsync(Export, "\n{\"number\":1,", Cancelled);
        var broken = await Meshready.RunAsync("audit", "verify", Export);
        var missing = await Meshready.RunAsync("audit", "verify", Export + ".other");

        Assert.Equal((2, ""), (broken.Code, broken.Output));
        Assert.Contains("Line 2 is no line of an audit record", broken.Errors, StringComparison.Ordinal);
        Assert.Equal((2, ""), (missing.Code, missing.Output));
        Assert.Contains("can't be read", missing.Errors, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private async Task ExportAsync()
    {
        await using var tenant = await RunningTenant.StartAsync("--people 30");
        await using var portal = await Portal.Portal.StartScannedAsync(new(tenant.Http.BaseAddress!, "v1.0"));
        var admin = await portal.SignInAsync("admin");

        for (var scan = 2; scan <= 4; scan++)
        {
            (await admin.PostAsync("/api/v1/scans", null, Cancelled)).EnsureSuccessStatusCode();
            await portal.ScanEndedAsync(scan);
        }

        await File.WriteAllTextAsync(Export, await admin.GetStringAsync("/api/v1/audit/export.jsonl", Cancelled), Cancelled);
    }
}
