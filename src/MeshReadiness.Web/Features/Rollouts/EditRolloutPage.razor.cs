using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Rollouts;
using Microsoft.AspNetCore.Components;

namespace MeshReadiness.Web.Features.Rollouts;

/// <summary>Changes what is wanted of a rollout. Has somebody else been faster, both are shown and the visitor chooses.</summary>
public sealed partial class EditRolloutPage(NavigationManager navigation)
{
    private Rollout? _seen;
    private RolloutWish? _conflict;
    private string? _refused;
    private int _edition;

    /// <inheritdoc />
    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        await base.LoadAsync(cancellationToken);

        // What was on the screen first is what the form was filled with.
        if (_seen?.Id != View?.Rollout.Id)
        {
            (_seen, _conflict) = (View?.Rollout, null);
            _edition++;
        }
    }

    private async Task<Problem?> ChangeAsync(string playbookId, RolloutWish wish)
    {
        var seen = _seen!;
        var changed = await WhileSavingAsync(() => Desk.ChangeAsync(seen.Id, seen.Version, wish, Me, CancellationToken.None));

        if (!changed.TryGet(out var rollout))
        {
            _conflict = changed.Problem.Kind is ProblemKind.Conflict ? wish : null;
            await ReloadAsync();
            StateHasChanged();
            return _conflict is null ? changed.Problem : null;
        }

        var (desk, before) = (Desk, View!.Rollout);
        Offers.Say(new($"{rollout.Name}: changed.", async (actor, cancellationToken) =>
        {
            var back = await desk.ChangeAsync(
                rollout.Id, rollout.Version, new(before.Name, before.Experiences, before.TargetDate), actor, cancellationToken);
            return back.Succeeded ? null : back.Problem;
        }));
        navigation.NavigateTo(Links.Overview);
        return null;
    }

    private async Task UseMineAsync()
    {
        _seen = View!.Rollout;
        _refused = (await ChangeAsync(_seen.PlaybookId, _conflict!))?.Detail;
    }

    private void KeepTheirs()
    {
        (_seen, _conflict, _refused) = (View!.Rollout, null, null);
        _edition++;
    }
}
