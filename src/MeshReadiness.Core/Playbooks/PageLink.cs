namespace MeshReadiness.Core.Playbooks;

/// <summary>A page that is worth reading.</summary>
/// <param name="Title">What it is about, in a few words.</param>
/// <param name="Url">Its address.</param>
public sealed record PageLink(string Title, string Url);
