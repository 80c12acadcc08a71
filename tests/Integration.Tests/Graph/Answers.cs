using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace MeshReadiness.Integration.Tests.Graph;

/// <summary>The ways in which a Graph can answer, right and wrong.</summary>
internal static class Answers
{
    /// <summary>One user, the least that is one.</summary>
    public const string OneUser = """{"value":[{"id":"u1"}]}""";

    public static RequestDelegate Json(string body) => http => WriteAsync(http, body);

    /// <summary>Tells what it cost.</summary>
    public static RequestDelegate Costing(int units, string body) => http =>
    {
        http.Response.Headers["x-ms-resource-unit"] = $"{units}";
        return WriteAsync(http, body);
    };

    public static RequestDelegate Status(int status, string? retryAfter = null) => http =>
    {
        http.Response.Headers.RetryAfter = retryAfter;
        return Error(status, "stub")(http);
    };

    public static RequestDelegate Error(int status, string code) => http =>
    {
        http.Response.StatusCode = status;
        return WriteAsync(http, $$$"""{"error":{"code":"{{{code}}}","message":"The stub says {{{status}}}."}}""");
    };

    /// <summary>Answers by what the path ends with.</summary>
    public static RequestDelegate ByPath(params (string End, RequestDelegate Answer)[] answers) => http =>
        answers.First(one => http.Request.Path.Value!.EndsWith(one.End, StringComparison.Ordinal)).Answer(http);

    public static RequestDelegate Reset { get; } = http =>
    {
        http.Abort();
        return Task.CompletedTask;
    };

    /// <summary>Promises the whole body and sends half of it.</summary>
    public static RequestDelegate CutShort { get; } = http =>
    {
        http.Response.ContentLength = OneUser.Length;
        return SendHalfAsync(http, Encoding.UTF8.GetBytes(OneUser));
    };

    /// <summary>Sends chunks and never the last one.</summary>
    public static RequestDelegate CutChunked { get; } = http => SendHalfAsync(http, Encoding.UTF8.GetBytes(OneUser));

    /// <summary>Compresses, promises all of it, and sends half.</summary>
    public static RequestDelegate CutGzip { get; } = http =>
    {
        var packed = Packed();
        http.Response.Headers.ContentEncoding = "gzip";
        http.Response.ContentLength = packed.Length;
        return SendHalfAsync(http, packed);
    };

    /// <summary>Half a compressed body in an answer that HTTP calls whole: a broken cache on the way does this.</summary>
    public static RequestDelegate HalfGzip { get; } = async http =>
    {
        var packed = Packed();
        http.Response.Headers.ContentEncoding = "gzip";
        http.Response.ContentType = "application/json";
        http.Response.ContentLength = packed.Length / 2;
        await http.Response.Body.WriteAsync(packed.AsMemory(0, packed.Length / 2));
    };

    /// <summary>A whole compressed body in which something was overwritten on the way.</summary>
    public static RequestDelegate GarbledGzip { get; } = async http =>
    {
        var packed = Packed();
        packed.AsSpan(packed.Length / 2, 4).Fill(0xff);
        http.Response.Headers.ContentEncoding = "gzip";
        http.Response.ContentType = "application/json";
        http.Response.ContentLength = packed.Length;
        await http.Response.Body.WriteAsync(packed);
    };

    /// <summary>Never answers; ends with the connection.</summary>
    public static RequestDelegate Silence(TaskCompletionSource arrived) => http =>
    {
        arrived.TrySetResult();
        return Task.Delay(Timeout.InfiniteTimeSpan, http.RequestAborted);
    };

    private static Task WriteAsync(HttpContext http, string body)
    {
        http.Response.ContentType = "application/json";
        return http.Response.WriteAsync(body);
    }

    private static async Task SendHalfAsync(HttpContext http, byte[] body)
    {
        http.Response.ContentType = "application/json";
        await http.Response.Body.WriteAsync(body.AsMemory(0, body.Length / 2));
        await http.Response.Body.FlushAsync();
        http.Abort();
    }

    private static byte[] Packed()
    {
        var packed = new MemoryStream();

        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(OneUser));
        }

        return packed.ToArray();
    }
}
