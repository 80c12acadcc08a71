using System.Globalization;
using System.Text.Json;
using MeshReadiness.Graph.Http;

namespace MeshReadiness.Graph.Reading;

/// <summary>One request of a batch, until it is answered.</summary>
internal sealed class BatchItem(int index, string address)
{
    public int Index => index;

    /// <summary>What the answer is recognised by.</summary>
    public string Key { get; } = index.ToString(CultureInfo.InvariantCulture);

    /// <summary>What it costs by the published table.</summary>
    public int Cost { get; } = address.Split('?', 2) is [var path, var query] ? RequestCost.Of(path, query) : RequestCost.Of(address, "");

    /// <summary>When it may be asked, counted from the beginning of the batch.</summary>
    public TimeSpan Due { get; set; }

    /// <summary>How often it was not answered.</summary>
    public int Refusals { get; set; }

    public bool IsAnswered { get; set; }

    /// <summary>The body that asks for all of them.</summary>
    public static MemoryStream Write(IReadOnlyList<BatchItem> items)
    {
        var body = new MemoryStream();

        using (var json = new Utf8JsonWriter(body))
        {
            json.WriteStartObject();
            json.WriteStartArray("requests");

            foreach (var item in items)
            {
                item.Write(json);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        body.Position = 0;
        return body;
    }

    private void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("id", Key);
        json.WriteString("method", "GET");
        json.WriteString("url", address);
        json.WriteStartObject("headers");
        json.WriteString(PoliteHandler.Priority, PoliteHandler.LowPriority);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
