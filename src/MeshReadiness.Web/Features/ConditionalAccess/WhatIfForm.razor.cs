using System.Collections.Immutable;
using MeshReadiness.Core.ConditionalAccess.Devices;
using MeshReadiness.Core.ConditionalAccess.Population;
using MeshReadiness.Core.Tenant;
using Microsoft.AspNetCore.Components;

namespace MeshReadiness.Web.Features.ConditionalAccess;

/// <summary>Takes the facts of a sign-in. Only groups, roles, controls and device facts are offered that some policy asks for: no other can matter.</summary>
public sealed partial class WhatIfForm
{
    private static readonly (string, string)[] Personas = [(WhatIfQuestion.Member, "A member"), (WhatIfQuestion.Guest, "A guest")];
    private static readonly (string, string)[] Platforms =
        [("android", "Android"), ("iOS", "iOS"), ("windows", "Windows"), ("macOS", "macOS"), ("linux", "Linux"), ("windowsPhone", "Windows Phone")];

    private static readonly (string, string)[] Clients =
    [
        ("mobileAppsAndDesktopClients", "An app on a device"), ("browser", "A browser"), ("exchangeActiveSync", "Exchange ActiveSync"), ("other", "Something older"),
    ];

    private static readonly (string, string)[] Apps =
    [
        .. KnownApps.Offered,
        ("urn:user:registersecurityinfo", "To register security information"),
        ("urn:user:registerdevice", "To register or join a device"),
    ];

    private static readonly (string, string)[] Flows =
        [(WhatIfQuestion.None, "Ordinary sign-in"), ("deviceCodeFlow", "Device code"), ("authenticationTransfer", "Transfer from another device")];

    private static readonly (string, string)[] Risks = [(WhatIfQuestion.None, "None"), ("low", "Low"), ("medium", "Medium"), ("high", "High")];
    private static readonly (string, string)[] InsiderRisks = [(WhatIfQuestion.None, "None"), ("minor", "Minor"), ("moderate", "Moderate"), ("elevated", "Elevated")];

    /// <summary>What has been told so far.</summary>
    [Parameter, EditorRequired] public required WhatIfQuestion Question { get; set; }

    /// <summary>The person that is asked about, once they have been looked up.</summary>
    [Parameter] public UserFacts? Person { get; set; }

    /// <summary>The policies that ask.</summary>
    [Parameter, EditorRequired] public required TenantPolicies Tenant { get; set; }

    /// <summary>Where people are looked up.</summary>
    [Parameter, EditorRequired] public Guid SnapshotId { get; set; }

    /// <summary>Called with the question as it is to be.</summary>
    [Parameter, EditorRequired] public EventCallback<WhatIfQuestion> OnChanged { get; set; }

    private string MembershipWord => Question.Person is not null ? "As the last scan read them" : Question.As is not null ? "None of them" : "Not known";

    private NamedByPolicies Named => NamedByPolicies.Of(Tenant.Policies);

    private IEnumerable<(string, string)> GroupOptions => Named.GroupIds.Select(id => (id, Tenant.Names[id])).OrderBy(group => group.Item2, StringComparer.OrdinalIgnoreCase);

    private IEnumerable<(string, string)> RoleOptions => Named.RoleTemplateIds.Select(id => (id, Tenant.Names[id])).OrderBy(role => role.Item2, StringComparer.OrdinalIgnoreCase);

    private IEnumerable<(string, string)> ControlOptions => Tenant.Policies.SelectMany(policy => policy.Grant?.Controls ?? []).Prepend("mfa")
        .Distinct(StringComparer.OrdinalIgnoreCase)
        .Where(control => control.ToUpperInvariant() is not ("BLOCK" or "COMPLIANTDEVICE" or "DOMAINJOINEDDEVICE"))
        .Select(control => (control, ControlWords.Name(control, Tenant.Names)));

    private (string, string)[] Places =>
    [
        (WhatIfQuestion.Elsewhere, "Somewhere without a name"),
        (WhatIfQuestion.Trusted, "A trusted place"),
        .. (Tenant.Places.TryGet(out var places) ? places : []).Select(place => (place.Id, place.DisplayName ?? place.Id)),
    ];

    private ImmutableArray<string> Asked => Question.Described?.Preset == DevicePreset.Other ? Tenant.ToldOfDevices : Tenant.AskedOfDevices;

    private Task ChangeApp(ChangeEventArgs change) =>
        OnChanged.InvokeAsync(Question with { App = change.Value is string value && value.Trim().Length > 0 ? value.Trim() : null });
}
