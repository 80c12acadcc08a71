using System.Collections.Immutable;
using MeshReadiness.Core.Audit;
using MeshReadiness.Core.Rollouts;

namespace MeshReadiness.Web.Features.Rollouts;

/// <summary>A rollout's steps in numbers, and the way to other rollouts.</summary>
public sealed partial class RolloutPage(RolloutEditions editions)
{
    private ImmutableArray<Rollout> _all = [];
    private AuditLine? _edition;
    private string? _refused;

    /// <inheritdoc />
    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        var all = await Desk.ListAsync(cancellationToken);
        await base.LoadAsync(cancellationToken);
        var edition = View is { } view ? await editions.LatestAsync(view.Rollout.Id, cancellationToken) : null;

        if (!cancellationToken.IsCancellationRequested)
        {
            (_all, _edition) = (all, edition);
        }
    }

    private async Task ArchiveAsync(bool isArchived)
    {
        var rollout = View!.Rollout;
        var changed = await WhileSavingAsync(() => Desk.ArchiveAsync(rollout.Id, rollout.Version, isArchived, Me, CancellationToken.None));
        _refused = changed.Succeeded ? null : changed.Problem.Detail;

        if (changed.TryGet(out var after))
        {
            var desk = Desk;
            Offers.Say(new($"{after.Name}: {(isArchived ? "archived" : "taken out of the archive")}.", async (actor, cancellationToken) =>
            {
                var back = await desk.ArchiveAsync(after.Id, after.Version, !isArchived, actor, cancellationToken);
                return back.Succeeded ? null : back.Problem;
            }));
        }

        await ReloadAsync();
    }
}
