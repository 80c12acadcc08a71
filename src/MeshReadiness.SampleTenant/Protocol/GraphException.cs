namespace MeshReadiness.SampleTenant.Protocol;

/// <summary>An answer that is an error, thrown from wherever it is found out and written by the front door.</summary>
internal sealed class GraphException(int status, string code, string message) : Exception(message)
{
    public int Status => status;

    public string Code => code;

    public string? Location { get; init; }

    public static GraphException BadRequest(string message) => new(400, "Request_BadRequest", message);

    public static GraphException Unsupported(string message) => new(400, "Request_UnsupportedQuery", message);

    public static GraphException NotFound(string id) => new(
        404, "Request_ResourceNotFound", $"Resource '{id}' does not exist or one of its queried reference-property objects are not present.");

    public static GraphException NoSuchPath(string path) =>
        new(404, "BadRequest", $"Resource not found for the segment '{path}'.");
}
