using System.Runtime.CompilerServices;
using System.Threading.Channels;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Graph.Http;

namespace MeshReadiness.Graph.Reading;

/// <summary>Makes a page of one body, on its own or by asking for more.</summary>
internal delegate ValueTask<T> ReadPage<T>(ReadOnlyMemory<byte> body, CancellationToken cancellationToken);

/// <summary>
/// Reads page after page, ahead of the caller: while one page is worked on, the next is taken apart and the one after it
/// is under way. How far ahead is bounded, so that a slow caller holds up Graph and not the memory.
/// </summary>
/// <param name="graph">Which Graph.</param>
/// <param name="call">What problems are explained with.</param>
/// <param name="read">Makes a page of a body; never called for two pages at once.</param>
/// <param name="isAdvanced">Whether it is what Graph calls an advanced query, whose answers may lag behind.</param>
internal sealed class PageStream<T>(GraphAccess graph, GraphPermission call, ReadPage<T> read, bool isAdvanced = false)
{
    /// <summary>The most pages that are asked for or wait, beyond the one that the caller works on.</summary>
    private const int Ahead = 2;

    /// <summary>All pages from an address on; a problem is the last item.</summary>
    /// <param name="first">Tells the address. Called once, where problems are caught: it may come from outside.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async IAsyncEnumerable<Result<T>> ReadAsync(Func<Uri> first, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var room = new SemaphoreSlim(Ahead);
        var bodies = Channel.CreateBounded<PooledBody>(new BoundedChannelOptions(Ahead) { SingleReader = true, SingleWriter = true });
        var pages = Channel.CreateBounded<T>(new BoundedChannelOptions(Ahead) { SingleReader = true, SingleWriter = true });
        var fetching = Task.Run(() => CompleteAsync(bodies.Writer, FetchAsync(first, room, bodies.Writer, stopping.Token)), CancellationToken.None);
        var parsing = Task.Run(() => CompleteAsync(pages.Writer, ParseAsync(bodies.Reader, pages.Writer, stopping.Token)), CancellationToken.None);

        try
        {
            while (true)
            {
                var more = await GraphProblems.CatchAsync(
                    call, () => pages.Reader.WaitToReadAsync(cancellationToken).AsTask(), cancellationToken);

                if (!more.Succeeded)
                {
                    yield return more.Problem;
                }

                if (!more.TryGet(out var isMore) || !isMore || !pages.Reader.TryRead(out var page))
                {
                    yield break;
                }

                room.Release();
                yield return page;
            }
        }
        finally
        {
            await stopping.CancelAsync();
            await Task.WhenAll(fetching, parsing);

            while (bodies.Reader.TryRead(out var unread))
            {
                await unread.DisposeAsync();
            }
        }
    }

    private async Task FetchAsync(Func<Uri> first, SemaphoreSlim room, ChannelWriter<PooledBody> bodies, CancellationToken cancellationToken)
    {
        for (var address = first(); address is not null;)
        {
            await room.WaitAsync(cancellationToken);
            var body = await (isAdvanced ? graph.GetAdvancedAsync(address, cancellationToken) : graph.GetAsync(address, cancellationToken));
            var next = PageParser.PeekNext(body.Bytes.Span);
            // A page that leads astray is no page; whoever goes on from it would come to the same place again.
            address = next is null ? null : Follow(next, address);
            await bodies.WriteAsync(body, cancellationToken);
        }
    }

    private async Task ParseAsync(ChannelReader<PooledBody> bodies, ChannelWriter<T> pages, CancellationToken cancellationToken)
    {
        await foreach (var body in bodies.ReadAllAsync(cancellationToken))
        {
            using (body)
            {
                await pages.WriteAsync(await read(body.Bytes, cancellationToken), cancellationToken);
            }
        }
    }

    private Uri Follow(string link, Uri from) => graph.Follow(link) is var next && next != from
        ? next
        : throw new MalformedAnswerException("@odata.nextLink", "another page");

    // What went wrong goes where the pages go and is explained there; the task itself never fails, so nothing is left unobserved.
    private static async Task CompleteAsync<TItem>(ChannelWriter<TItem> writer, Task work)
    {
        await work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        writer.Complete(work.Exception?.InnerException ?? (work.IsCanceled ? new OperationCanceledException() : null));
    }
}
