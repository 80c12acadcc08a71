using System.Collections.Immutable;
using System.Text;
using MeshReadiness.Core.ConditionalAccess.Changes;
using MeshReadiness.Core.ConditionalAccess.Population;
using MeshReadiness.Core.ConditionalAccess.SignIns;
using MeshReadiness.Web.Components;
using MeshReadiness.Web.Features.Snapshots;
using Microsoft.AspNetCore.Components;

namespace MeshReadiness.Web.Features.ConditionalAccess;

/// <summary>Judges everybody by the policies as they are and as they would be. A newer change ends the judging of the one before.</summary>
public sealed partial class EffectSection(PolicyShelf shelf, Browser browser) : IDisposable
{
    private readonly Latest _judging = new();
    private ChangeEffect? _effect;
    private string _code = "", _text = "";
    private string[] _unread = [];
    private Dictionary<string, string> _blocking = [];
    private (Guid, string)? _shown;

    /// <summary>Whose people are counted.</summary>
    [Parameter, EditorRequired] public required SnapshotView Snapshot { get; set; }

    /// <summary>The policies as they are.</summary>
    [Parameter, EditorRequired] public required TenantPolicies Tenant { get; set; }

    /// <summary>What would change.</summary>
    [Parameter, EditorRequired] public required PolicyChange Change { get; set; }

    /// <summary>Whose names are shown; nobody's without it.</summary>
    [Parameter] public MoveQuestion? Who { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        // Packed once: every number of the table has it in its address.
        _code = ChangeCode.Write(Change);

        if (_shown == (Snapshot.Head.Id, _code))
        {
            return;
        }

        _shown = (Snapshot.Head.Id, _code);
        var (cancellationToken, tenant, change) = (_judging.Begin(), Tenant, Change);

        try
        {
            var people = await shelf.PeopleAsync(Snapshot, cancellationToken);
            var effect = await shelf.TryAsync(Snapshot, tenant, change, cancellationToken);

            if (!cancellationToken.IsCancellationRequested)
            {
                (_effect, _blocking) = (effect, []);
                _unread = [.. ChangeEffect.Unread(tenant.Policies, change.After(tenant.Policies))];
                _text = ChangeText.Write(tenant.Policies, change, tenant.Known.Names, effect);
                StateHasChanged();
                await FindBlockingAsync(tenant, change, people, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // A newer edit has come, or the visitor has left.
        }
    }

    // What is behind the numbers comes after them, as it takes longer.
    private async Task FindBlockingAsync(TenantPolicies tenant, PolicyChange change, ImmutableArray<ClassCount> people, CancellationToken cancellationToken)
    {
        var blocking = await Task.Run(
            () => ChangeEffect.StillBlocking(tenant.Policies, change, tenant.Apps, tenant.Uncertain, people, tenant.Scenarios), cancellationToken);

        if (!cancellationToken.IsCancellationRequested)
        {
            _blocking = tenant.Scenarios.Zip(blocking).Where(one => !one.Second.IsEmpty).ToDictionary(
                one => one.First.Id,
                one => ControlWords.Sentence(one.Second.Select(policy => $"“{policy.Policy.DisplayName}” ({Format.Number(policy.People)})"), "and"));
        }
    }

    private static string Said(ChangeEffect effect) => effect.IsNothing
        ? "Nothing changes for anybody yet."
        : $"{Format.Count(effect.Scenarios.Max(one => one.Gain), "person", "people")} at most gain a way in, {Format.Count(effect.Scenarios.Max(one => one.Loss), "person loses", "people lose")} one, {Format.Count(effect.Weakened.Count(), "protection is", "protections are")} weakened.";

    // Ways in that are guarded are listed where something changes in them.
    private static IEnumerable<ScenarioEffect> Rows(ChangeEffect effect) => effect.Scenarios.Concat(effect.Protections.Where(one => one.Gain + one.Loss > 0));

    private static Dictionary<SignInOutcome, int> Counts(ScenarioEffect effect, bool before) =>
        Enum.GetValues<SignInOutcome>().ToDictionary(outcome => outcome, outcome => before ? effect.Before(outcome) : effect.After(outcome));

    private string AddressOf(MoveQuestion? question) => CaLinks.With(CaLinks.Try, [new("draft", _code), new("who", question?.Code)]) + (question is null ? "" : "#who");

    private Task DownloadAsync() => browser.DownloadAsync("conditional-access-change.txt", Encoding.UTF8.GetBytes(_text));

    /// <inheritdoc />
    public void Dispose() => _judging.Dispose();
}
