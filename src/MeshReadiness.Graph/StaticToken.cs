using Azure.Core;

namespace MeshReadiness.Graph;

/// <summary>A token that somebody else has fetched: from an environment variable, or for the sample tenant.</summary>
/// <param name="token">The bearer token.</param>
public sealed class StaticToken(string token) : TokenCredential
{
    private readonly AccessToken _token = new(token, DateTimeOffset.MaxValue);

    /// <inheritdoc />
    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => _token;

    /// <inheritdoc />
    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        ValueTask.FromResult(_token);
}
