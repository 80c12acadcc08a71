using Azure.Core;

namespace MeshReadiness.Graph;

/// <summary>Where Microsoft Graph is and who asks.</summary>
/// <param name="BaseUrl">The address with its version, for example <c>https://graph.microsoft.com/v1.0</c>.</param>
/// <param name="Credential">Gives the access token. Asked again when a token runs out.</param>
public sealed record GraphConnection(Uri BaseUrl, TokenCredential Credential)
{
    /// <summary>The public cloud's Graph.</summary>
    public static Uri PublicCloud { get; } = new("https://graph.microsoft.com/v1.0");
}
