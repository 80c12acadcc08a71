namespace MeshReadiness.Graph.Http;

/// <summary>
/// Waits for the whole body before it hands an answer on. So a body that breaks off is a failed request,
/// which the retries around this handler repeat, and never half an answer.
/// </summary>
internal sealed class WholeBodyHandler : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);

        try
        {
            await response.Content.LoadIntoBufferAsync(cancellationToken);

            // A proxy's error page: the Graph client can't read it, and its status says enough.
            if (!response.IsSuccessStatusCode && response.Content.Headers.ContentType?.MediaType is not "application/json")
            {
                response.Content.Dispose();
                response.Content = new ByteArrayContent([]);
            }

            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }
}
