using MeshReadiness.Benchmarks.Surroundings;

namespace MeshReadiness.Benchmarks.Chaos;

/// <summary>The database's lock in the hands of another process.</summary>
internal sealed class HeldLock : IAsyncDisposable
{
    private readonly Child _child;

    private HeldLock(Child child) => _child = child;

    public static async Task<HeldLock> TakeAsync(string folder, CancellationToken cancellationToken)
    {
        var child = Child.Again(HoldLockCommand.Name, "--folder", folder);
        await child.HearAsync("holds", cancellationToken);
        return new(child);
    }

    public async Task LetGoAsync(CancellationToken cancellationToken)
    {
        await _child.TellAsync("let go");
        await _child.HearAsync("let go", cancellationToken);
    }

    public ValueTask DisposeAsync() => _child.DisposeAsync();
}
