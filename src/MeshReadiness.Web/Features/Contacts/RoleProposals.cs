using System.Collections.Immutable;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Rollouts;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Data;
using MeshReadiness.Web.Components;
using MeshReadiness.Web.Features.Snapshots;

namespace MeshReadiness.Web.Features.Contacts;

/// <summary>Proposes who could speak for a contact: who holds its role in the tenant, as the current snapshot has it.</summary>
public sealed class RoleProposals(CurrentSnapshot snapshots, SnapshotStore store)
{
    private const int Most = 8;

    /// <summary>Finds them.</summary>
    public async Task<Proposals> FindAsync(Contact contact, CancellationToken cancellationToken)
    {
        if (contact.Role is not { } role)
        {
            return new([], $"No Entra role tells who it is. Ask for the {char.ToLowerInvariant(contact.Function[0])}{contact.Function[1..]} of your company.");
        }

        if (!DirectoryRoles.TemplateIds.TryGetValue(role, out var roleId))
        {
            return new([], $"This version doesn't read who holds {role}.");
        }

        if (await snapshots.GetAsync(cancellationToken) is not { } view)
        {
            return new([], $"Who holds {role} is known after the first scan.");
        }

        if (!view.Tenant.Inventory.Roles.TryGet(out var roles))
        {
            return new([], $"Who holds {role} could not be read. {view.Tenant.Inventory.Roles.Problem.Detail}");
        }

        // Of several holds on the role the strongest counts: in force before to be activated, everywhere before a part.
        var holders = roles.Holders.Where(holder => holder.RoleId == roleId)
            .OrderBy(holder => holder.IsEligible).ThenByDescending(holder => holder.IsTenantWide)
            .DistinctBy(holder => holder.PrincipalId).ToList();
        var people = new List<Proposal>();

        foreach (var holder in holders.Take(Most))
        {
            if (await store.PersonAsync(view.Head.Id, holder.PrincipalId, cancellationToken) is { } person)
            {
                people.Add(new(new(person.DisplayName ?? holder.Name ?? holder.PrincipalId, person.Mail ?? person.UserPrincipalName, person.Id), Because(holder, role)));
            }
        }

        return new([.. people], Sentence(role, holders.Count, people.Count));
    }

    private static string Because(RoleHolder holder, string role) =>
        $"{(holder.IsEligible ? "can activate" : "holds")} {role}{(holder.IsTenantWide ? "" : " for a part of the tenant")}";

    private static string Sentence(string role, int holders, int people) =>
        holders == 0 ? $"Nobody holds {role} in the tenant."
        : people == 0 ? $"Only apps or accounts that are no people hold {role}."
        : holders > Most ? $"{Format.Number(holders)} hold {role}; these are the first."
        : $"Who holds {role} in the tenant.";
}

/// <summary>Who could speak for a contact.</summary>
/// <param name="People">The people, the likeliest first.</param>
/// <param name="Sentence">Where they come from, or why there are none.</param>
public sealed record Proposals(ImmutableArray<Proposal> People, string Sentence);

/// <summary>Somebody who could speak for a contact.</summary>
/// <param name="Person">Who.</param>
/// <param name="Because">Why, for example which role they hold.</param>
public sealed record Proposal(ContactPerson Person, string Because);
