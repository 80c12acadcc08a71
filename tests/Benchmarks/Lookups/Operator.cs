using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace MeshReadiness.Benchmarks.Lookups;

/// <summary>
/// One operator's connection to the portal. It writes and reads HTTP by hand, because client and portal share the machine,
/// and what a comfortable client costs would be measured as the portal's. It looks at the status and searches the answer for
/// a text that only the right one holds.
/// </summary>
internal sealed class Operator : IDisposable
{
    private static readonly byte[] Ok = "HTTP/1.1 200 OK\r\n"u8.ToArray();
    private static readonly byte[] EndOfHead = "\r\n\r\n"u8.ToArray();
    private static readonly byte[] LengthHeader = "\r\nContent-Length: "u8.ToArray();
    private static readonly byte[] LastChunk = "\r\n0\r\n\r\n"u8.ToArray();

    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly string _head;
    private byte[] _answer = new byte[64 * 1024];

    private Operator(Uri portal, string cookie) => _head = $" HTTP/1.1\r\nHost: {portal.Authority}\r\nCookie: {cookie}\r\n\r\n";

    public static async Task<Operator> ConnectAsync(Uri portal, string cookie, CancellationToken cancellationToken)
    {
        var client = new Operator(portal, cookie);
        await client._socket.ConnectAsync(portal.Host, portal.Port, cancellationToken);
        return client;
    }

    /// <summary>Asks, and waits for the whole answer.</summary>
    /// <exception cref="InvalidOperationException">It isn't the right one.</exception>
    public async Task AskAsync(string path, byte[] expected, CancellationToken cancellationToken)
    {
        await _socket.SendAsync(Encoding.ASCII.GetBytes($"GET /api/v1/{path}{_head}"), cancellationToken);
        var length = 0;

        while (length == 0 || !IsWhole(_answer.AsSpan(0, length)))
        {
            if (length == _answer.Length)
            {
                Array.Resize(ref _answer, 2 * length);
            }

            var read = await _socket.ReceiveAsync(_answer.AsMemory(length), cancellationToken);
            length += read > 0 ? read : throw new InvalidOperationException($"The portal hung up at {path}.");
        }

        var answer = _answer.AsSpan(0, length);

        if (!answer.StartsWith(Ok) || Body(answer).IndexOf(expected) < 0)
        {
            throw new InvalidOperationException(
                $"The answer to {path} isn't one with {Encoding.UTF8.GetString(expected)}: {Encoding.UTF8.GetString(answer[..Math.Min(length, 2_000)])}");
        }
    }

    public void Dispose() => _socket.Dispose();

    // Without the lengths that stand between the pieces of an answer whose length wasn't known.
    private static ReadOnlySpan<byte> Body(Span<byte> answer)
    {
        var body = answer[(answer.IndexOf(EndOfHead) + EndOfHead.Length)..];

        if (!answer.EndsWith(LastChunk))
        {
            return body;
        }

        for (var (from, to) = (0, 0); ;)
        {
            var digits = body[from..].IndexOf((byte)'\r');
            var length = int.Parse(body.Slice(from, digits), NumberStyles.HexNumber, CultureInfo.InvariantCulture);

            if (length == 0)
            {
                return body[..to];
            }

            body.Slice(from + digits + 2, length).CopyTo(body[to..]);
            (from, to) = (from + digits + 2 + length + 2, to + length);
        }
    }

    private static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        if (answer.IndexOf(EndOfHead) is not (> 0 and var head))
        {
            return false;
        }

        if (answer[..(head + 2)].IndexOf(LengthHeader) is not (> 0 and var at))
        {
            return answer.EndsWith(LastChunk);
        }

        var digits = answer[(at + LengthHeader.Length)..head];
        var end = digits.IndexOf((byte)'\r');
        return answer.Length == head + EndOfHead.Length + int.Parse(end < 0 ? digits : digits[..end], CultureInfo.InvariantCulture);
    }
}
