using System.Collections.Immutable;

namespace MeshReadiness.Web.Features.Rollouts;

/// <summary>What later editions of its playbook changed for a rollout.</summary>
public sealed partial class ChangesPage(RolloutEditions editions)
{
    private ImmutableArray<EditionChange> _changes = [];
    private ImmutableArray<LeftWork> _left = [];

    /// <inheritdoc />
    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        await base.LoadAsync(cancellationToken);

        if (View is not { } view)
        {
            return;
        }

        var changes = await editions.ChangesAsync(view.Rollout, cancellationToken);
        var work = await Desk.AllWorkAsync(view.Rollout.Id, cancellationToken);

        if (!cancellationToken.IsCancellationRequested)
        {
            _changes = changes;
            _left = [.. work.Where(one => view.Standing.Find(one.Work.TaskId) is null)];
        }
    }
}
