using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Graph.Reading;

/// <summary>
/// One object for all people who hold the same. Looked up by what was just read, so that the second person who holds
/// something costs no memory for it.
/// </summary>
internal sealed class HoldingsCache
{
    private const int MostHoldings = 20_000;

    private readonly HashSet<Entry> _entries = new(new BySaying());
    private readonly HashSet<Entry>.AlternateLookup<HoldingsScratch> _byScratch;

    public HoldingsCache() => _byScratch = _entries.GetAlternateLookup<HoldingsScratch>();

    /// <summary>The holdings that the scratch tells.</summary>
    public LicenceHoldings Of(HoldingsScratch scratch)
    {
        if (scratch is { HasPlans: false, Licences.Count: 0, Assignments.Count: 0 })
        {
            return LicenceHoldings.None;
        }

        if (_byScratch.TryGetValue(scratch, out var known))
        {
            return known.Holdings;
        }

        // A tenant in which everybody holds something else: what is frequent is soon back.
        if (_entries.Count == MostHoldings)
        {
            _entries.Clear();
        }

        var entry = new Entry(scratch.Hash(), scratch.ToHoldings());
        _entries.Add(entry);
        return entry.Holdings;
    }

    private readonly record struct Entry(int Hash, LicenceHoldings Holdings);

    private sealed class BySaying : IEqualityComparer<Entry>, IAlternateEqualityComparer<HoldingsScratch, Entry>
    {
        public bool Equals(Entry one, Entry other) => one.Hash == other.Hash && one.Holdings.Equals(other.Holdings);

        public int GetHashCode(Entry entry) => entry.Hash;

        public bool Equals(HoldingsScratch alternate, Entry other) => alternate.Says(other.Holdings);

        public int GetHashCode(HoldingsScratch alternate) => alternate.Hash();

        public Entry Create(HoldingsScratch alternate) => new(alternate.Hash(), alternate.ToHoldings());
    }
}
