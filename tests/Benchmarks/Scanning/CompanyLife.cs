using MeshReadiness.Benchmarks.Surroundings;
using MeshReadiness.Core.Scanning;

namespace MeshReadiness.Benchmarks.Scanning;

/// <summary>What goes on in a company between two scans, in equal shares.</summary>
/// <param name="Hired">Who is new.</param>
/// <param name="Left">Who is gone.</param>
/// <param name="Changed">Who is different.</param>
/// <param name="Doubtful">Of these, who lost a licence and got one, which can leave them as they were.</param>
internal sealed record CompanyLife(int Hired, int Left, int Changed, int Doubtful)
{
    private const int Kinds = 5;

    public int Touched => Hired + Left + Changed;

    /// <summary>Lets about so many people be changed.</summary>
    public static async Task<CompanyLife> GoOnAsync(TenantControls tenant, int people, CancellationToken cancellationToken)
    {
        var share = Math.Max(1, people / Kinds);
        var left = await tenant.ChangeAsync("leaver", share, cancellationToken);
        var disabled = await tenant.ChangeAsync("disable", share, cancellationToken);
        var removed = await tenant.ChangeAsync("remove", share, cancellationToken);
        var assigned = await tenant.ChangeAsync("assign", share, cancellationToken);
        var hired = await tenant.ChangeAsync("new-hire", share, cancellationToken);
        var changed = disabled.Concat(removed).Concat(assigned).Except(left).Except(hired).ToHashSet();

        return new(hired.Count, left.Count, changed.Count, removed.Intersect(assigned).Count());
    }

    /// <summary>Whether a scan found just this.</summary>
    public bool IsTold(PeopleChanges? told) => told is not null
        && told.Added == Hired && told.Removed == Left && told.Changed <= Changed && told.Changed >= Changed - Doubtful;
}
