namespace MeshReadiness.Web.Features.Rollouts;

/// <summary>What waits for the signed-in person.</summary>
public sealed partial class MyWorkPage
{
    private WorkList? _work;

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        await base.OnInitializedAsync();
        await ReloadAsync();
    }

    /// <inheritdoc />
    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        var views = new List<RolloutView>();

        foreach (var rollout in (await Desk.ListAsync(cancellationToken)).Where(rollout => !rollout.IsArchived))
        {
            // A rollout whose playbook isn't part of this edition says so on its own page.
            if ((await Desk.OpenAsync(rollout.Id, cancellationToken)).TryGet(out var view))
            {
                views.Add(view);
            }
        }

        if (!cancellationToken.IsCancellationRequested)
        {
            _work = WorkList.Of(views, Me, Today);
        }
    }

    /// <inheritdoc />
    protected override bool IsShown(RolloutRing ring) => true;
}
