using System.Net;

namespace MeshReadiness.Graph.Http;

/// <summary>Carries a whole body through the Graph client, which hands its stream out as it is.</summary>
internal sealed class PooledContent : HttpContent
{
    private readonly PooledBody _body;

    public PooledContent(PooledBody body, HttpContent original)
    {
        _body = body;

        foreach (var (name, values) in original.Headers.NonValidated)
        {
            Headers.TryAddWithoutValidation(name, values);
        }

        // What was announced may have been the length of the compressed body.
        Headers.ContentLength = body.Length;
    }

    protected override Task<Stream> CreateContentReadStreamAsync() => Task.FromResult<Stream>(_body);

    protected override Stream CreateContentReadStream(CancellationToken cancellationToken) => _body;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => stream.WriteAsync(_body.Bytes).AsTask();

    protected override bool TryComputeLength(out long length)
    {
        length = _body.Length;
        return true;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _body.Dispose();
        }

        base.Dispose(disposing);
    }
}
