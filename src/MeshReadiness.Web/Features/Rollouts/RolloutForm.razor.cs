using System.Collections.Immutable;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Rollouts;
using Microsoft.AspNetCore.Components;

namespace MeshReadiness.Web.Features.Rollouts;

/// <summary>What is wanted of a rollout. What was typed stays until it is stored.</summary>
public sealed partial class RolloutForm(PlaybookShelf shelf)
{
    private string _playbookId = "", _name = "";
    private ImmutableHashSet<string> _chosen = [];
    private DateOnly? _target;
    private string? _problem;

    /// <summary>The rollout to change; <see langword="null"/> for a new one.</summary>
    [Parameter] public Rollout? Rollout { get; set; }

    /// <summary>What the button says.</summary>
    [Parameter, EditorRequired] public required string Submit { get; set; }

    /// <summary>Where to go without storing anything.</summary>
    [Parameter, EditorRequired] public required string Back { get; set; }

    /// <summary>Stores it, or says why not.</summary>
    [Parameter, EditorRequired] public required Func<string, RolloutWish, Task<Problem?>> Save { get; set; }

    /// <summary>What else to ask.</summary>
    [Parameter] public RenderFragment? ChildContent { get; set; }

    private PlaybookShelf Shelf => shelf;

    private bool Fixed => Rollout is not null;

    private Playbook Playbook => shelf.Find(_playbookId) ?? shelf.All[0];

    // Taken once: what others change meanwhile must not take away what is being typed.
    protected override void OnInitialized()
    {
        _playbookId = Rollout?.PlaybookId ?? shelf.All[0].Id;
        _chosen = [.. Rollout?.Experiences ?? Playbook.Experiences.Select(experience => experience.Id)];
        (_name, _target) = (Rollout?.Name ?? "", Rollout?.TargetDate);
    }

    private void ChoosePlaybook(ChangeEventArgs change) => Choose(shelf.Find(change.Value as string ?? "") ?? Playbook);

    private void Choose(Playbook playbook)
    {
        _playbookId = playbook.Id;
        ChooseAll(true);
    }

    private void ChooseAll(bool isWanted) => _chosen = isWanted ? [.. Playbook.Experiences.Select(experience => experience.Id)] : [];

    private void Choose(string id, bool isWanted) => _chosen = isWanted ? _chosen.Add(id) : _chosen.Remove(id);

    private async Task SubmitAsync() => _problem = (await Save(_playbookId, new(_name, [.. _chosen], _target)))?.Detail;
}
