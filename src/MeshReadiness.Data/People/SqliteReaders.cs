using System.Collections.Concurrent;

namespace MeshReadiness.Data;

/// <summary>
/// A few connections that stay open for look-ups. SQLite works in the caller's own thread, so more of them than the machine
/// has cores would only get into each other's way; who comes when all are taken waits in line.
/// </summary>
internal sealed class SqliteReaders(DatabaseLocation location) : IDisposable
{
    private const int PerCore = 2;

    private readonly SemaphoreSlim _free = new(Environment.ProcessorCount * PerCore);
    private readonly ConcurrentStack<SqliteReader> _idle = new();

    /// <summary>Reads with one of them. After a failure its connection is closed, because nobody knows what is wrong with it.</summary>
    public async Task<T> ReadAsync<T>(Func<SqliteReader, T> read, CancellationToken cancellationToken)
    {
        await _free.WaitAsync(cancellationToken);

        try
        {
            var reader = _idle.TryPop(out var idle) ? idle : new(location);

            try
            {
                var result = read(reader);
                _idle.Push(reader);
                return result;
            }
            catch
            {
                reader.Dispose();
                throw;
            }
        }
        finally
        {
            _free.Release();
        }
    }

    public void Dispose()
    {
        while (_idle.TryPop(out var reader))
        {
            reader.Dispose();
        }

        _free.Dispose();
    }
}
