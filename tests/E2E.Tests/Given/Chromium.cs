using Microsoft.Playwright;

namespace MeshReadiness.E2E.Tests.Given;

/// <summary>The machine's own browser, started once. Every visitor gets a fresh profile in it.</summary>
public sealed class Chromium : IAsyncLifetime
{
    public const string Missing =
        "No Chromium was found. Install it so that chromium, chromium-browser, google-chrome or chrome is on the PATH, or set CHROMIUM to the path of its program.";

    private static readonly string[] Programs = ["chromium", "chromium-browser", "google-chrome", "chrome"];
    private readonly string? _path = Find();
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public bool IsMissing => _path is null;

    public IBrowser Browser => _browser ?? throw new InvalidOperationException(Missing);

    public async ValueTask InitializeAsync()
    {
        if (_path is null)
        {
            return;
        }

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = _path,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync",
            ],
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named)
        {
            return File.Exists(named) ? named : null;
        }

        var ending = OperatingSystem.IsWindows() ? ".exe" : "";
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return Programs.SelectMany(program => folders.Select(folder => Path.Combine(folder, program + ending))).FirstOrDefault(File.Exists);
    }
}
