using MeshReadiness.Data;
using MeshReadiness.Web.Components;
using Microsoft.AspNetCore.Components;

namespace MeshReadiness.Web.Features.HelpDesk;

/// <summary>The people that a filter finds, one page of them. A newer search ends the one before it.</summary>
public sealed partial class PeopleResults(SnapshotStore store) : IDisposable
{
    private readonly Latest _loading = new();
    private (Guid, PeopleFilter)? _shown;
    private PersonPage? _found;

    /// <summary>The snapshot to look in.</summary>
    [Parameter, EditorRequired] public Guid SnapshotId { get; set; }

    /// <summary>Whom to list.</summary>
    [Parameter, EditorRequired] public required PeopleFilter Filter { get; set; }

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
            var found = await store.SearchPeopleAsync(SnapshotId, Filter.ToQuery(), cancellationToken);

            if (!cancellationToken.IsCancellationRequested)
            {
                _found = found;
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // A newer search has begun, or the visitor has left.
        }
    }

    private static string Count(PersonPage found) =>
        found.IsMore ? $"More than {Format.Number(found.Total)} people" : Format.Count(found.Total, "person", "people");

    /// <inheritdoc />
    public void Dispose() => _loading.Dispose();
}
