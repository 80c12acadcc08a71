using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;

namespace MeshReadiness.Integration.Tests.Portal;

/// <summary>Every page and endpoint that the portal has, by its own table, and what happens to who knocks there.</summary>
internal static partial class Doors
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>All but the files that anybody may have, and what the framework brings for its own connection.</summary>
    public static IEnumerable<RouteEndpoint> Of(Portal portal) => portal.Endpoints.Where(endpoint =>
        endpoint.Metadata.OfType<StaticAssetDescriptor>().FirstOrDefault() is null
        && endpoint.RoutePattern.RawText?.TrimStart('/') is not (['_', ..] or "{**path:file}"));

    /// <summary>A method and a path for each way to call it.</summary>
    public static IEnumerable<string> Names(RouteEndpoint endpoint)
    {
        var path = "/" + endpoint.RoutePattern.RawText!.Trim('/');
        var methods = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"];

        // Pages take posted forms too, by the same rule.
        return (endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is null ? methods : ["GET"]).Select(method => $"{method} {path}");
    }

    /// <summary>The policies that it names; <see langword="null"/> when anybody may come in.</summary>
    public static IReadOnlyList<string>? PoliciesOf(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null
        ? null
        : [.. endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(one => one.Policy).OfType<string>()];

    /// <summary>An address that fits, with something in the place of every parameter.</summary>
    public static string AddressOf(string pattern) => Parameter().Replace(pattern, found => (found.Groups["name"].Value, found.Groups["type"].Value) switch
    {
        ("documentName", _) => "v1",
        ("Code", _) => "500",
        (_, ":guid") => Guid.Empty.ToString(),
        (_, ":int") => "1",
        (var name, _) => name,
    });

    /// <summary>Whether somebody gets in, or where they are sent instead.</summary>
    public static async Task<string> KnockAsync(HttpClient visitor, string endpoint)
    {
        var (method, pattern) = (endpoint.Split(' ')[0], endpoint.Split(' ')[1]);
        using var request = new HttpRequestMessage(new(method), AddressOf(pattern));

        if (pattern is "/sign-out" or "/sign-in" && method == "POST")
        {
            request.Content = new FormUrlEncodedContent([KeyValuePair.Create("persona", "norole"), await AntiforgeryAsync(visitor)]);
        }

        using var answer = await visitor.SendAsync(request, Cancelled);

        return answer.StatusCode switch
        {
            HttpStatusCode.Unauthorized => "401",
            HttpStatusCode.Forbidden => "403",
            HttpStatusCode.Redirect when Target(answer) is "/no-access" && pattern != "/" => "/no-access",
            HttpStatusCode.Redirect when Target(answer) is "/sign-in" && pattern != "/sign-out" => "/sign-in",
            HttpStatusCode.Redirect when answer.Headers.Location!.ToString().Contains("ReturnUrl", StringComparison.OrdinalIgnoreCase) => "/sign-in",
            _ => "in",
        };
    }

    private static string Target(HttpResponseMessage answer) => new Uri(new("http://portal"), answer.Headers.Location!).AbsolutePath;

    private static async Task<KeyValuePair<string, string>> AntiforgeryAsync(HttpClient visitor)
    {
        var (name, value) = await visitor.AntiforgeryAsync();
        return KeyValuePair.Create(name, value);
    }

    [GeneratedRegex("\\{\\*{0,2}(?<name>\\w+)(?<type>:\\w+)?[^}]*\\}")]
    private static partial Regex Parameter();
}
