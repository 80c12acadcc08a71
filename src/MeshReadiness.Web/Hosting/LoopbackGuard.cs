using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace MeshReadiness.Web.Hosting;

/// <summary>
/// Keeps the local sign-in and the sample tenant on a developer's own machine. Both are open to anybody who can reach
/// them, so the portal refuses to start with them outside Development or on an address that others can reach.
/// </summary>
internal static class LoopbackGuard
{
    /// <summary>Looks at what the settings tell Kestrel to listen on, before it does.</summary>
    /// <exception cref="StartupProblem">The named feature would be reachable.</exception>
    public static void Check(IConfiguration configuration, IHostEnvironment environment, string key, string value)
    {
        if (!environment.IsDevelopment())
        {
            throw new StartupProblem(
                $"{key} is {value}, which is for Development only, and this is {environment.EnvironmentName}. {Instead(key)}");
        }

        foreach (var (source, address) in Addresses(configuration))
        {
            CheckAddress(address, source, key, value);
        }
    }

    /// <summary>Looks again at the addresses that Kestrel really took.</summary>
    public static void CheckBound(IServer server, string key, string value)
    {
        foreach (var address in server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [])
        {
            CheckAddress(address, "the server", key, value);
        }
    }

    private static IEnumerable<(string Source, string Address)> Addresses(IConfiguration configuration)
    {
        foreach (var address in Split(configuration["urls"]))
        {
            yield return ("urls", address);
        }

        foreach (var key in (string[])["http_ports", "https_ports"])
        {
            foreach (var port in Split(configuration[key]))
            {
                yield return (key, $"http://*:{port}");
            }
        }

        foreach (var endpoint in configuration.GetSection("Kestrel:Endpoints").GetChildren())
        {
            yield return ($"Kestrel:Endpoints:{endpoint.Key}:Url", endpoint["Url"] ?? "");
        }
    }

    private static void CheckAddress(string address, string source, string key, string value)
    {
        // "*" and "+" are no host names, and stand for every interface.
        var readable = address.Replace("//*", "//0.0.0.0", StringComparison.Ordinal).Replace("//+", "//0.0.0.0", StringComparison.Ordinal);

        if (!Uri.TryCreate(readable, UriKind.Absolute, out var uri) || !IsLoopback(uri.DnsSafeHost))
        {
            throw new StartupProblem(
                $"{key} is {value}, but {source} listens on {address}, which others can reach. {Instead(key)} Or listen on http://localhost:5080 only.");
        }
    }

    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var ip) && IPAddress.IsLoopback(ip));

    private static string[] Split(string? list) =>
        list?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    private static string Instead(string key) => key.StartsWith("SignIn", StringComparison.Ordinal)
        ? "Set AzureAd:ClientId and AzureAd:TenantId, for example AzureAd:TenantId=contoso.onmicrosoft.com, and SignIn:Mode=Entra."
        : "Set Tenant:Source=Graph with Tenant:TenantId and Tenant:ClientId of your app registration.";
}
