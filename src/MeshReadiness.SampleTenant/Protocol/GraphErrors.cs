using System.Globalization;
using System.Text.Json;

namespace MeshReadiness.SampleTenant.Protocol;

/// <summary>Writes the error envelope and keeps its ids the same as those in the headers.</summary>
internal static class GraphErrors
{
    public static void StampIds(HttpContext http)
    {
        var requestId = Guid.NewGuid().ToString();
        var clientId = http.Request.Headers["client-request-id"].ToString() is { Length: > 0 } sent ? sent : requestId;

        http.Response.Headers["request-id"] = requestId;
        http.Response.Headers["client-request-id"] = clientId;
    }

    public static async Task WriteAsync(HttpContext http, GraphException error, TimeProvider clock)
    {
        http.Response.StatusCode = error.Status;
        http.Response.ContentType = "application/json";

        if (error.Location is not null)
        {
            http.Response.Headers.Location = error.Location;
        }

        await using (var writer = new Utf8JsonWriter(http.Response.BodyWriter, JsonText.Options))
        {
            writer.WriteStartObject();
            writer.WriteStartObject("error");
            writer.WriteString("code", error.Code);
            writer.WriteString("message", error.Message);
            writer.WriteStartObject("innerError");
            writer.WriteString("date", clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture));
            writer.WriteString("request-id", http.Response.Headers["request-id"].ToString());
            writer.WriteString("client-request-id", http.Response.Headers["client-request-id"].ToString());
            writer.WriteEndObject();
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
    }
}
