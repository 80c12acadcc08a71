using MeshReadiness.Benchmarks.Surroundings;
using MeshReadiness.Core.Scanning;

namespace MeshReadiness.Benchmarks.Scanning;

/// <summary>What goes on in a company between two scans, in equal shares.</summary>
internal sealed class CompanyLife
{
    private const int Kinds = 5;

    private readonly HashSet<string> _left = [], _disabled = [], _removed = [], _assigned = [], _hired = [];

    private CompanyLife()
    {
    }

    /// <summary>How many people are not as they were.</summary>
    public int Touched => Hired + Left + Changed;

    private int Hired => _hired.Except(_left).Count();

    private int Left => _left.Except(_hired).Count();

    private int Changed => _disabled.Union(_removed).Union(_assigned).Except(_left).Except(_hired).Count();

    // Who lost a licence and got one can be as before.
    private int Doubtful => _removed.Intersect(_assigned).Count();

    /// <summary>Lets so many people be changed. The same person can be met twice, so it takes a few rounds.</summary>
    public static async Task<CompanyLife> GoOnAsync(TenantControls tenant, int people, CancellationToken cancellationToken)
    {
        var life = new CompanyLife();

        while (people - life.Touched is var missing && missing >= Kinds)
        {
            life._left.UnionWith(await tenant.ChangeAsync("leaver", missing / Kinds, cancellationToken));
            life._disabled.UnionWith(await tenant.ChangeAsync("disable", missing / Kinds, cancellationToken));
            life._removed.UnionWith(await tenant.ChangeAsync("remove", missing / Kinds, cancellationToken));
            life._assigned.UnionWith(await tenant.ChangeAsync("assign", missing / Kinds, cancellationToken));
            life._hired.UnionWith(await tenant.ChangeAsync("new-hire", missing / Kinds, cancellationToken));
        }

        return life;
    }

    /// <summary>Whether a scan found just this.</summary>
    public bool IsTold(PeopleChanges? told) => told is not null
        && told.Added == Hired && told.Removed == Left && told.Changed <= Changed && told.Changed >= Changed - Doubtful;

    public override string ToString() => $"{Hired} hired, {Left} gone, {Changed} changed";
}
