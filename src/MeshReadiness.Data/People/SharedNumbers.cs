using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace MeshReadiness.Data;

/// <summary>
/// Numbers for contents that many people share and that are stored once, found again by their hash. What was numbered lately is
/// remembered until it is cleared.
/// </summary>
/// <typeparam name="T">The contents.</typeparam>
/// <typeparam name="TRecord">The row that keeps them.</typeparam>
/// <param name="number">A row's number.</param>
/// <param name="write">What is stored of the contents.</param>
/// <param name="rowOf">The row whose hash is this one.</param>
/// <param name="add">Adds the rows of contents that are new.</param>
internal sealed class SharedNumbers<T, TRecord>(
    Expression<Func<TRecord, int?>> number, Func<T, (string Hash, string Json)> write, Func<string, Expression<Func<TRecord, bool>>> rowOf,
    Action<MeshReadinessDbContext, T, int, (string Hash, string Json)> add)
    where T : class where TRecord : class
{
    private readonly Dictionary<T, int> _known = [];

    // Readers share one object among all who hold or are in the same, which is faster to recognise than its contents.
    private readonly Dictionary<T, int> _same = new(ReferenceEqualityComparer.Instance);
    private int _last;

    /// <summary>How many objects are remembered.</summary>
    public int Count => _same.Count;

    /// <summary>Finds out which numbers are taken.</summary>
    public async Task PrepareAsync(MeshReadinessDbContext db, CancellationToken cancellationToken) =>
        _last = await db.Set<TRecord>().MaxAsync(number, cancellationToken) ?? 0;

    /// <summary>Forgets what was numbered.</summary>
    public void Clear()
    {
        _known.Clear();
        _same.Clear();
    }

    /// <summary>The number of an object that came before.</summary>
    public bool TryGetSame(T contents, out int id) => _same.TryGetValue(contents, out id);

    /// <summary>The number of these contents; new ones are added to the context.</summary>
    public async ValueTask<int> FindOrAddAsync(MeshReadinessDbContext db, T contents, CancellationToken cancellationToken)
    {
        if (!_known.TryGetValue(contents, out var id))
        {
            _known[contents] = id = await StoredAsync(db, contents, cancellationToken);
        }

        return _same[contents] = id;
    }

    /// <summary>Numbers contents that are never stored.</summary>
    public int Fix(T contents, int id) => _same[contents] = id;

    private async ValueTask<int> StoredAsync(MeshReadinessDbContext db, T contents, CancellationToken cancellationToken)
    {
        var written = write(contents);

        if (await db.Set<TRecord>().Where(rowOf(written.Hash)).Select(number).FirstOrDefaultAsync(cancellationToken) is { } stored)
        {
            return stored;
        }

        add(db, contents, ++_last, written);
        return _last;
    }
}
