using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Data;
using Microsoft.AspNetCore.Components;

namespace MeshReadiness.Web.Features.Rollouts;

/// <summary>A page about one rollout: the one that the address names, or else the newest.</summary>
public abstract class OpenRolloutPage : LivePage
{
    private string? _opened, _thing;

    [Inject] private PlaybookShelf Shelf { get; set; } = default!;

    /// <summary>The id of the rollout.</summary>
    [SupplyParameterFromQuery] public string? Rollout { get; set; }

    /// <summary>The rollout as it stands; <see langword="null"/> while it is opened, or when it can't be.</summary>
    protected RolloutView? View { get; private set; }

    /// <summary>Why it can't be opened.</summary>
    protected Problem? Problem { get; private set; }

    /// <summary>Addresses that keep the chosen rollout.</summary>
    protected RolloutLinks Links => new(Rollout is null ? null : View?.Rollout.Id ?? Chosen);

    /// <summary>The playbook, so that a page has its title from the start.</summary>
    protected Playbook Playbook => View?.Playbook ?? Shelf.All[0];

    private Guid? Chosen => Rollout is null ? null : Guid.TryParse(Rollout, out var id) ? id : Guid.Empty;

    /// <summary>What else the page is about, by its id; <see langword="null"/> when it is about the rollout.</summary>
    protected virtual string? Thing => null;

    /// <summary>The page is about another thing than before: nothing of that one may be left on it.</summary>
    protected virtual void Forget()
    {
    }

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        if (Thing != _thing)
        {
            Forget();
        }

        if (View is null || Rollout != _opened || Thing != _thing)
        {
            await ReloadAsync();
        }
    }

    /// <inheritdoc />
    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        (_opened, _thing) = (Rollout, Thing);
        var opened = await Desk.OpenAsync(Chosen, cancellationToken);

        if (!cancellationToken.IsCancellationRequested)
        {
            View = opened.Succeeded ? opened.Value : null;
            Problem = opened.Succeeded ? null : opened.Problem;
        }
    }

    /// <inheritdoc />
    protected override bool IsShown(RolloutRing ring) => ring.About is null || ring.RolloutId == View?.Rollout.Id;

    /// <summary>Makes a change of one of its tasks.</summary>
    protected Task<Result<TaskChange>> SaveAsync(TaskWish wish) => SaveAsync(View!.Rollout.Id, wish);
}
