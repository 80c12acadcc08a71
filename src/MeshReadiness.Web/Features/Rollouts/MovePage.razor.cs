using System.Collections.Immutable;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Rollouts;
using Microsoft.AspNetCore.Components;

namespace MeshReadiness.Web.Features.Rollouts;

/// <summary>Goes on in the playbook of the product's successor, with a map of what goes along.</summary>
public sealed partial class MovePage(RolloutCopies copies, PlaybookShelf shelf, NavigationManager navigation)
{
    private RolloutMove? _plan;
    private Rollout? _draft;
    private ImmutableArray<Rollout> _others = [];
    private bool _isArchiving;

    private Playbook? Successor => View is { } view ? shelf.SuccessorOf(view.Playbook) : null;

    /// <inheritdoc />
    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        await base.LoadAsync(cancellationToken);

        if (View is not { } view || Successor is not { } successor)
        {
            return;
        }

        var plan = await copies.PlanMoveAsync(view.Rollout.Id, cancellationToken);
        var all = await Desk.ListAsync(cancellationToken);

        if (!cancellationToken.IsCancellationRequested)
        {
            _plan = plan.Succeeded ? plan.Value : null;
            _others = [.. all.Where(one => one.PlaybookId == successor.Id && !one.IsArchived)];
            // Taken once: what others change meanwhile must not take away what is being typed.
            _draft ??= new(
                view.Rollout.Id, Name(view.Rollout, successor), successor.Id, successor.Version,
                [.. successor.Experiences.Select(experience => experience.Id)], null, false, 0);
        }
    }

    private static string Name(Rollout rollout, Playbook successor)
    {
        var name = $"{rollout.Name}: {successor.Name}";
        return name.Length <= RolloutEdit.LongestName ? name : successor.Name;
    }

    private async Task<Problem?> MoveAsync(string playbookId, RolloutWish wish)
    {
        var old = View!.Rollout;
        var moved = await WhileSavingAsync(() => copies.MoveAsync(old.Id, wish, Me, CancellationToken.None));

        if (!moved.TryGet(out var rollout))
        {
            return moved.Problem;
        }

        var archived = _isArchiving && !old.IsArchived
            ? await WhileSavingAsync(() => Desk.ArchiveAsync(old.Id, old.Version, true, Me, CancellationToken.None))
            : old;
        Offers.Say(new(archived.Succeeded ? $"{rollout.Name}: begun." : $"{rollout.Name}: begun. {old.Name} was not archived: {archived.Problem.Detail}", null));
        navigation.NavigateTo(new RolloutLinks(rollout.Id).Overview);
        return null;
    }
}
