namespace MeshReadiness.Graph.Http;

/// <summary>
/// Waits for the whole body before it hands an answer on. So a body that breaks off is a failed request,
/// which the retries around this handler repeat, and never half an answer.
/// </summary>
internal sealed class WholeBodyHandler(CostMeter meter) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);

        try
        {
            var original = response.Content;
            var stream = await original.ReadAsStreamAsync(cancellationToken);
            var body = await PooledBody.ReadAsync(stream, original.Headers.ContentLength, cancellationToken);
            meter.Received(body.Length);
            response.Content = IsReadable(response) ? new PooledContent(body, original) : new ByteArrayContent([]);
            original.Dispose();

            if (response.Content is not PooledContent)
            {
                await body.DisposeAsync();
            }

            return response;
        }
        catch (InvalidDataException error)
        {
            // A body that doesn't unpack broke on its way, like one that broke off.
            response.Dispose();
            throw new HttpIOException(HttpRequestError.InvalidResponse, "The body can't be unpacked.", error);
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    // A proxy's error page: the Graph client can't read it, and its status says enough.
    private static bool IsReadable(HttpResponseMessage response) =>
        response.IsSuccessStatusCode || response.Content.Headers.ContentType?.MediaType is "application/json";
}
