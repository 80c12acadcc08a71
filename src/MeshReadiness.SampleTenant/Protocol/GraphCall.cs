using System.Text.Json;
using MeshReadiness.SampleTenant.Company;

namespace MeshReadiness.SampleTenant.Protocol;

/// <summary>One request on its way through an endpoint: what was asked, of which tenant, and the pen to answer with.</summary>
internal sealed class GraphCall(HttpContext http, Tenant tenant, string version, string path, IReadOnlyDictionary<string, string> ids)
{
    public HttpContext Http => http;

    public Tenant Tenant => tenant;

    public bool IsBeta => version == "beta";

    /// <summary>The path below the version, normalised: "users/delta".</summary>
    public string Path => path;

    public QueryOptions Query { get; } = new(http.Request.Query);

    public string this[string name] => ids[name];

    public bool IsEventual =>
        string.Equals(http.Request.Headers["ConsistencyLevel"], "eventual", StringComparison.OrdinalIgnoreCase);

    public string Root => $"{http.Request.Scheme}://{http.Request.Host}/{version}";

    public string Metadata(string set) => $"{Root}/$metadata#{set}";

    public async Task WriteAsync(Action<Utf8JsonWriter> content)
    {
        StartJson();

        await using (var writer = new Utf8JsonWriter(http.Response.BodyWriter, JsonText.Options))
        {
            writer.WriteStartObject();
            content(writer);
            writer.WriteEndObject();
        }

        await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
    }

    public void StartJson()
    {
        http.Response.ContentType = "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8";
        http.Response.Headers["OData-Version"] = "4.0";
    }
}
