using System.Text.Encodings.Web;
using System.Text.Json;

namespace MeshReadiness.SampleTenant.Protocol;

/// <summary>JSON as Graph sends it: names in their own letters, links without escapes.</summary>
internal static class JsonText
{
    public static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
