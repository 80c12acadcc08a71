using MeshReadiness.Core.Eligibility;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Web.Features.Snapshots;
using MeshReadiness.Web.Hosting;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace MeshReadiness.Web.Features.HelpDesk;

/// <summary>One person with every verdict, explained: as the snapshot knows them, or as they were read from the tenant just now.</summary>
public sealed partial class PersonAnswer : IDisposable
{
    private readonly CancellationTokenSource _left = new();
    private (Guid, string)? _loadedFor;
    private PersonEligibility? _stored;
    private FreshPerson? _fresh;
    private Problem? _problem;
    private bool _isBusy;

    /// <summary>The snapshot to look in.</summary>
    [Parameter, EditorRequired] public required SnapshotView Snapshot { get; set; }

    /// <summary>The person's object id or sign-in name.</summary>
    [Parameter, EditorRequired] public required string UserId { get; set; }

    [CascadingParameter] private Task<AuthenticationState> Authentication { get; set; } = default!;

    private PersonEligibility? Person => _fresh?.Person ?? _stored;

    private DateTimeOffset ReadAt => _fresh?.ReadAt ?? Snapshot.Head.AsOf;

    protected override async Task OnParametersSetAsync()
    {
        if (_loadedFor != (Snapshot.Head.Id, UserId))
        {
            _stored = await Lookup.FindAsync(Snapshot, UserId, CancellationToken.None);
            _loadedFor = (Snapshot.Head.Id, UserId);
            (_fresh, _problem) = (null, null);
        }
    }

    private async Task RefreshAsync()
    {
        (_isBusy, _problem) = (true, null);

        try
        {
            var read = await Refresh.ReadAsync(Snapshot, Person!.User.Id, (await Authentication).User.ToActor(), _left.Token);
            (_fresh, _problem) = read.TryGet(out var fresh) ? (fresh, null) : (_fresh, read.Problem);
        }
        catch (OperationCanceledException) when (_left.IsCancellationRequested)
        {
            // The visitor has left the page.
        }
        catch (Exception error) when (Storage.Find(error) is { } problem)
        {
            _problem = problem;
        }
        finally
        {
            _isBusy = false;
        }
    }

    private void Back() => (_fresh, _problem) = (null, null);

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

    /// <inheritdoc />
    public void Dispose()
    {
        _left.Cancel();
        _left.Dispose();
    }
}
