using System.Buffers;

namespace MeshReadiness.Graph.Http;

/// <summary>
/// The body of an answer in memory that was borrowed and goes back when the body is disposed. Pages are large enough
/// to be garbage of the costly sort if each had an array of its own.
/// </summary>
internal sealed class PooledBody : MemoryStream
{
    private const int LeastSize = 16 * 1024;

    // What is announced is only believed so far; a longer body grows as it comes.
    private const int MostBelieved = 4 * 1024 * 1024;

    private byte[]? _rented;

    private PooledBody(byte[] rented, int length)
        : base(rented, 0, length, writable: false) => _rented = rented;

    /// <summary>The bytes; good until the body is disposed.</summary>
    public ReadOnlyMemory<byte> Bytes => (_rented ?? throw new ObjectDisposedException(nameof(PooledBody))).AsMemory(0, (int)Length);

    /// <summary>Reads a stream to its end.</summary>
    /// <param name="stream">The body as it comes in.</param>
    /// <param name="announced">How long the other side says it is.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<PooledBody> ReadAsync(Stream stream, long? announced, CancellationToken cancellationToken)
    {
        // One byte more than announced, so that the end is found without growing.
        var buffer = ArrayPool<byte>.Shared.Rent((int)Math.Clamp((announced ?? 0) + 1, LeastSize, MostBelieved));
        var length = 0;

        try
        {
            while (await stream.ReadAsync(buffer.AsMemory(length), cancellationToken) is var read and > 0)
            {
                length += read;
                buffer = length == buffer.Length ? Grow(buffer) : buffer;
            }

            return new(buffer, length);
        }
        catch
        {
            ArrayPool<byte>.Shared.Return(buffer);
            throw;
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (Interlocked.Exchange(ref _rented, null) is { } rented)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }

        base.Dispose(disposing);
    }

    private static byte[] Grow(byte[] buffer)
    {
        var larger = ArrayPool<byte>.Shared.Rent(checked(buffer.Length * 2));
        buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }
}
