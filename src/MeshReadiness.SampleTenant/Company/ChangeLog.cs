namespace MeshReadiness.SampleTenant.Company;

/// <summary>What was changed since the start, in order; a delta link is a position in it.</summary>
internal sealed class ChangeLog
{
    private readonly Lock _gate = new();
    private readonly List<Change> _changes = [];

    public int Position
    {
        get
        {
            lock (_gate)
            {
                return _changes.Count;
            }
        }
    }

    public void Add(Change change)
    {
        lock (_gate)
        {
            _changes.Add(change);
        }
    }

    public IReadOnlyList<Change> Since(int position, int until)
    {
        lock (_gate)
        {
            return _changes[position..until];
        }
    }
}

/// <summary>A person changed, and with a group: joined that group.</summary>
internal sealed record Change(int Person, Guid? JoinedGroup = null);
