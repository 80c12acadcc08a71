using MeshReadiness.Core.Eligibility;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Web.Features.Snapshots;
using Microsoft.AspNetCore.Components;

namespace MeshReadiness.Web.Features.HelpDesk;

/// <summary>One person with every verdict, explained.</summary>
public sealed partial class PersonAnswer
{
    private (Guid, string)? _loadedFor;
    private PersonEligibility? _person;

    /// <summary>The snapshot to look in.</summary>
    [Parameter, EditorRequired] public required SnapshotView Snapshot { get; set; }

    /// <summary>The person's object id or sign-in name.</summary>
    [Parameter, EditorRequired] public required string UserId { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        if (_loadedFor != (Snapshot.Head.Id, UserId))
        {
            _person = await Lookup.FindAsync(Snapshot, UserId, CancellationToken.None);
            _loadedFor = (Snapshot.Head.Id, UserId);
        }
    }

    private static IEnumerable<(string Name, string? Value)> Facts(UserFacts user) =>
    [
        ("Sign-in name", user.UserPrincipalName),
        ("Mail", user.Mail),
        ("User type", user.UserType?.ToString()),
        ("Job title", user.JobTitle),
        ("Department", user.Department),
        ("Office", user.OfficeLocation),
        ("Country", user.Country),
        ("Usage location", user.UsageLocation),
    ];
}
