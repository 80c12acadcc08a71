using MeshReadiness.Core.Outcomes;
using MeshReadiness.Data;
using MeshReadiness.Web.Components;
using MeshReadiness.Web.Hosting;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace MeshReadiness.Web.Features.HelpDesk;

/// <summary>The people that a filter finds, one page of them. A newer search ends the one before it.</summary>
public sealed partial class PeopleResults(PeopleLookup lookup) : IDisposable
{
    private readonly Latest _loading = new();
    private (Guid, PeopleFilter)? _shown;
    private PersonPage? _found;
    private Problem? _problem;

    [CascadingParameter] private Task<AuthenticationState> Authentication { get; set; } = default!;

    /// <summary>The snapshot to look in.</summary>
    [Parameter, EditorRequired] public Guid SnapshotId { get; set; }

    /// <summary>Whom to list.</summary>
    [Parameter, EditorRequired] public required PeopleFilter Filter { get; set; }

    /// <summary>Called with whom a filter has found, once they are shown.</summary>
    [Parameter] public EventCallback<FoundPeople> OnFound { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        if (_shown == (SnapshotId, Filter))
        {
            return;
        }

        _shown = (SnapshotId, Filter);
        var cancellationToken = _loading.Begin();

        try
        {
            var filter = Filter;
            var answer = await lookup.FindAsync(SnapshotId, filter.ToQuery(), (await Authentication).User.ToActor(), cancellationToken);

            if (cancellationToken.IsCancellationRequested)
            {
                return;
            }

            (_found, _problem) = answer.TryGet(out var found) ? (found, null) : ((PersonPage?)null, answer.Problem);

            if (found is not null)
            {
                await OnFound.InvokeAsync(new(filter, found));
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // A newer search has begun, or the visitor has left.
        }
    }

    private string Spoken => _problem is { } problem ? problem.Detail
        : _found is not { } found ? "Searching."
        : found.IsNear ? $"Nobody is called {Filter.Text}. {Count(found)} by a name that is near."
        : Count(found);

    private static string Count(PersonPage found) =>
        found.IsMore ? $"More than {Format.Number(found.Total)} people" : Format.Count(found.Total, "person", "people");

    /// <inheritdoc />
    public void Dispose() => _loading.Dispose();
}

/// <summary>Whom a filter has found.</summary>
/// <param name="Filter">The filter.</param>
/// <param name="Page">The people.</param>
public sealed record FoundPeople(PeopleFilter Filter, PersonPage Page);
