namespace MeshReadiness.Graph.Http;

/// <summary>A link that an earlier scan has left leads to another Graph than the one that is configured now.</summary>
internal sealed class LinkElsewhereException() : Exception("The link leads to another Graph than the one that is configured now.");
