using System.Collections.Immutable;
using MeshReadiness.Core.Rollouts;
using MeshReadiness.Web.Components;
using Microsoft.AspNetCore.Components;

namespace MeshReadiness.Web.Features.Contacts;

/// <summary>All contacts of a rollout. Which ones are shown stands in the address.</summary>
public sealed partial class ContactsPage
{
    /// <summary>Only contacts that stand like this.</summary>
    [SupplyParameterFromQuery] public string? State { get; set; }

    private string? Filter => ContactFilter.Read(State);

    private ImmutableArray<OutreachStanding> Shown => [.. Contacts.Where(contact => ContactFilter.Fits(contact, Filter))];

    private string Summary
    {
        get
        {
            var (answered, unnamed) = (Contacts.Count(one => one.Outreach.IsAnswered), Contacts.Count(one => one.Outreach.Person is null));
            return $"{Format.Number(answered)} of {Format.Count(Contacts.Length, "contact has", "contacts have")} answered."
                + (unnamed > 0 ? $" For {Format.Number(unnamed)} nobody is named yet." : "");
        }
    }
}
