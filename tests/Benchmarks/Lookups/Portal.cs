using System.Net;
using System.Text.RegularExpressions;
using MeshReadiness.Benchmarks.Surroundings;

namespace MeshReadiness.Benchmarks.Lookups;

/// <summary>The portal as somebody would run it, over a snapshot that is there already.</summary>
internal sealed partial class Portal : IAsyncDisposable
{
    private const string NeverAgain = "0 0 5 1 1 ? 2099";

    private readonly Child _child;
    private readonly CookieContainer _cookies = new();

    private Portal(Child child, Uri address)
    {
        _child = child;
        Address = address;
    }

    public Uri Address { get; }

    /// <summary>What a signed-in browser sends along.</summary>
    public string Cookie => _cookies.GetCookieHeader(Address);

    public static async Task<Portal> StartAsync(Uri graph, string folder, CancellationToken cancellationToken)
    {
        var child = Child.Of(
            "MeshReadiness.Web",
            "--urls", "http://127.0.0.1:0", $"--Database:Folder={folder}", $"--Tenant:BaseUrl={graph}",
            $"--Scan:Schedule={NeverAgain}", "--Scan:IncrementalSchedule=");
        return new(child, new(await child.HearAsync("MeshReadiness is at ", cancellationToken)));
    }

    /// <summary>Somebody who may see everything, signed in as a browser does it.</summary>
    public async Task<HttpClient> SignInAsync(CancellationToken cancellationToken)
    {
        var http = new HttpClient(new HttpClientHandler { CookieContainer = _cookies }) { BaseAddress = Address };
        var page = await http.GetStringAsync(new Uri("sign-in", UriKind.Relative), cancellationToken);
        using var form = new FormUrlEncodedContent(
        [
            new("persona", "admin"),
            new("returnUrl", ""),
            new("__RequestVerificationToken", HiddenField().Match(page).Groups[1].Value),
        ]);
        using var answer = await http.PostAsync(new Uri("sign-in", UriKind.Relative), form, cancellationToken);
        answer.EnsureSuccessStatusCode();
        return http;
    }

    public ValueTask DisposeAsync() => _child.DisposeAsync();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex HiddenField();
}
