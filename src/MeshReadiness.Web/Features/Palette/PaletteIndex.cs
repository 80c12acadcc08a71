using System.Collections.Immutable;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Data;
using MeshReadiness.Web.Components;
using MeshReadiness.Web.Components.Layout;
using MeshReadiness.Web.Features.ConditionalAccess;
using MeshReadiness.Web.Features.HelpDesk;
using MeshReadiness.Web.Features.Rollouts;
using MeshReadiness.Web.Features.Snapshots;
using MeshReadiness.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;

namespace MeshReadiness.Web.Features.Palette;

/// <summary>Finds what the signed-in person may open: pages, steps, tasks, contacts and people.</summary>
public sealed class PaletteIndex(
    Playbook playbook, CurrentSnapshot snapshots, PeopleLookup lookup, AuthenticationStateProvider authentication, IAuthorizationService authorization)
{
    private const int MostPeople = 6;

    /// <summary>Everything but people.</summary>
    public async Task<ImmutableArray<PaletteEntry>> PagesAndTasksAsync()
    {
        var entries = ImmutableArray.CreateBuilder<PaletteEntry>();

        foreach (var (address, text, _, policy) in NavMenu.Pages)
        {
            if (await MayAsync(policy))
            {
                entries.Add(new("Page", text, null, address));
            }
        }

        if (await MayAsync(Policies.FindPeople))
        {
            entries.Add(new("Page", "What do they see? (symptoms)", null, "/help-desk/symptoms"));
        }

        if (await MayAsync(Policies.Administer))
        {
            entries.Add(new("Page", "Who does what (RACI)", null, new RolloutLinks(null).Raci));
            entries.AddRange(CaLinks.Pages.Skip(1).Select(page => new PaletteEntry("Page", page.Text, "Conditional Access", page.Address)));
            entries.AddRange(playbook.Steps.Select(step =>
                new PaletteEntry("Step", $"{step.Number}. {step.Title}", null, $"/rollout/steps/{step.Number}")));
            entries.AddRange(playbook.Steps.SelectMany(step => step.Tasks.Select(task =>
                new PaletteEntry("Task", task.Title, $"Step {step.Number}", $"/rollout/tasks/{task.Id}"))));
            entries.AddRange(playbook.Contacts.Select(contact =>
                new PaletteEntry("Contact", contact.Name, contact.Function, new RolloutLinks(null).Contact(contact.Id))));
            entries.AddRange(playbook.Decisions.Select(aid => new PaletteEntry("Decision", aid.Title, null, $"/rollout/decisions/{aid.Id}")));
        }

        return entries.ToImmutable();
    }

    /// <summary>
    /// People whose name or address has words that begin like what is typed, for those who may look people up; and where
    /// to see the others, if there are more.
    /// </summary>
    public async Task<ImmutableArray<PaletteEntry>> PeopleAsync(string typed, CancellationToken cancellationToken)
    {
        if (!await MayAsync(Policies.FindPeople) || await snapshots.GetAsync(cancellationToken) is not { } view)
        {
            return [];
        }

        var actor = (await authentication.GetAuthenticationStateAsync()).User.ToActor();
        var answer = await lookup.FindAsync(view.Head.Id, new(typed, Take: MostPeople), actor, cancellationToken);

        if (!answer.TryGet(out var found))
        {
            return [new("People", "People can't be looked up now", answer.Problem.Detail, new PeopleFilter(typed.Trim(), null, null, null, null, 1).Address)];
        }

        var people = found.People.Select(person => new PaletteEntry(
            "Person",
            person.DisplayName ?? person.UserPrincipalName ?? "Unnamed person",
            person.Mail ?? person.UserPrincipalName,
            $"/help-desk/{Uri.EscapeDataString(person.Id)}"));

        return found.Total > found.People.Length ? [.. people, All(found, typed.Trim())] : [.. people];
    }

    private static PaletteEntry All(PersonPage found, string typed) => new(
        "People",
        found.IsMore ? $"More than {Format.Number(found.Total)} people" : $"All {Format.Number(found.Total)} people",
        found.IsMore ? "Type more to find fewer" : "Open the list",
        new PeopleFilter(typed, null, null, null, null, 1).Address);

    private async Task<bool> MayAsync(string policy) =>
        (await authorization.AuthorizeAsync((await authentication.GetAuthenticationStateAsync()).User, policy)).Succeeded;
}

internal static class PaletteFeature
{
    public static IServiceCollection AddPalette(this IServiceCollection services) => services.AddScoped<PaletteIndex>();
}
