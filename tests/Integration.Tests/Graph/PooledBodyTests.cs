using MeshReadiness.Graph.Http;

namespace MeshReadiness.Integration.Tests.Graph;

public sealed class PooledBodyTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(16 * 1024)]
    [InlineData((16 * 1024) + 1)]
    [InlineData(850_000)]
    public async Task A_body_of_any_size_is_read_to_its_end(int size)
    {
        var bytes = new byte[size];
        Random.Shared.NextBytes(bytes);

        foreach (long? announced in new long?[] { null, size, size / 2 })
        {
            using var body = await PooledBody.ReadAsync(new MemoryStream(bytes), announced, Cancelled);
            using var copy = new MemoryStream();
            await body.CopyToAsync(copy, Cancelled);

            Assert.True(body.Bytes.Span.SequenceEqual(bytes));
            Assert.Equal(bytes, copy.ToArray());
        }
    }

    [Fact]
    public async Task Page_after_page_lives_in_the_same_memory()
    {
        var page = new MemoryStream(new byte[850_000]);
        (await PooledBody.ReadAsync(page, null, Cancelled)).Dispose();
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var number = 0; number < 20; number++)
        {
            page.Position = 0;
            (await PooledBody.ReadAsync(page, null, Cancelled)).Dispose();
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100_000);
    }

    [Fact]
    public async Task What_went_back_is_not_read_any_more()
    {
        var body = await PooledBody.ReadAsync(new MemoryStream([1, 2, 3]), null, Cancelled);
        body.Dispose();
        body.Dispose();

        Assert.Throws<ObjectDisposedException>(() => body.Bytes);
    }
}
