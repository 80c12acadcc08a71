using System.Text.Json;
using System.Text.Json.Nodes;

namespace MeshReadiness.SampleTenant.Protocol;

/// <summary>Answers $batch: at most twenty requests, each charged, refused or answered on its own.</summary>
internal sealed class Batch(FrontDoor door)
{
    private const int Most = 20;

    public async Task AnswerAsync(GraphCall call)
    {
        var items = await ReadAsync(call);
        var answers = new Dictionary<string, JsonObject>(StringComparer.Ordinal);

        foreach (var item in items)
        {
            var id = item["id"]?.ToString() ?? throw GraphException.BadRequest("Every request of a batch needs an id.");

            if (answers.ContainsKey(id))
            {
                throw GraphException.BadRequest($"The request id '{id}' is used twice in the batch.");
            }

            answers[id] = Failed(item, answers)
                ? new() { ["id"] = id, ["status"] = 424, ["body"] = FailedDependency() }
                : await AskAsync(call, id, item);
        }

        var order = call.Tenant.Faults.AreOn ? answers.Values.Reverse() : answers.Values;
        await call.WriteAsync(writer =>
        {
            writer.WritePropertyName("responses");
            new JsonArray([.. order]).WriteTo(writer);
        });
    }

    private static async Task<List<JsonObject>> ReadAsync(GraphCall call)
    {
        JsonNode? body;

        try
        {
            body = await JsonNode.ParseAsync(call.Http.Request.Body, cancellationToken: call.Http.RequestAborted);
        }
        catch (JsonException)
        {
            throw GraphException.BadRequest("Invalid batch payload format.");
        }

        var items = (body as JsonObject)?["requests"] is JsonArray requests ? requests.OfType<JsonObject>().ToList() : [];

        return items.Count switch
        {
            0 => throw GraphException.BadRequest("Invalid batch payload format."),
            > Most => throw GraphException.BadRequest("Number of batch request steps exceeds the maximum value of 20."),
            _ => items,
        };
    }

    private static bool Failed(JsonObject item, Dictionary<string, JsonObject> answers) =>
        item["dependsOn"] is JsonArray needed
        && needed.Any(id => !answers.TryGetValue(id!.ToString(), out var answer) || answer["status"]!.GetValue<int>() >= 400);

    private static JsonObject FailedDependency() => new()
    {
        ["error"] = new JsonObject { ["code"] = "FailedDependency", ["message"] = "A request that this one depends on failed." },
    };

    private async Task<JsonObject> AskAsync(GraphCall call, string id, JsonObject item)
    {
        using var body = new MemoryStream();
        var http = Inner(call.Http, item, body);
        await door.AnswerItemAsync(http);
        await http.Response.BodyWriter.FlushAsync(call.Http.RequestAborted);
        var headers = new JsonObject();

        foreach (var (name, value) in http.Response.Headers)
        {
            headers[name] = value.ToString();
        }

        return new()
        {
            ["id"] = id,
            ["status"] = http.Response.StatusCode,
            ["headers"] = headers,
            ["body"] = body.Length == 0 ? null : JsonNode.Parse(body.ToArray()),
        };
    }

    private static DefaultHttpContext Inner(HttpContext outer, JsonObject item, Stream body)
    {
        var url = item["url"]?.ToString() ?? throw GraphException.BadRequest("Every request of a batch needs a url.");
        var version = outer.Request.Path.Value!.Split('/')[1];
        var target = new Uri(new Uri("http://localhost/"), $"{version}/{url.TrimStart('/')}");
        var http = new DefaultHttpContext { RequestServices = outer.RequestServices };
        http.Request.Method = item["method"]?.ToString().ToUpperInvariant() ?? "GET";
        http.Request.Scheme = outer.Request.Scheme;
        http.Request.Host = outer.Request.Host;
        http.Request.Path = Uri.UnescapeDataString(target.AbsolutePath);
        http.Request.QueryString = new QueryString(target.Query);

        foreach (var (name, value) in item["headers"] as JsonObject ?? [])
        {
            http.Request.Headers[name] = value?.ToString();
        }

        if (item["body"] is { } content)
        {
            http.Request.Body = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(content));
        }

        http.Response.Body = body;

        return http;
    }
}
