namespace MeshReadiness.Graph.Reading;

/// <summary>
/// Recognises what Graph gives twice. That happens at the border of pages, so it is enough to remember what came lately, however
/// long the collection.
/// </summary>
internal sealed class RecentIds
{
    // Fifty full pages; up to twice as many are remembered.
    private const int Generation = 50_000;

    private HashSet<Guid> _now = [];
    private HashSet<Guid> _before = [];

    /// <summary>Remembers an id; false when it came lately.</summary>
    public bool Add(Guid id)
    {
        if (_before.Contains(id) || !_now.Add(id))
        {
            return false;
        }

        if (_now.Count == Generation)
        {
            (_now, _before) = (_before, _now);
            _now.Clear();
        }

        return true;
    }
}
