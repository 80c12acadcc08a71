using System.Collections.Immutable;
using MeshReadiness.Core.Eligibility;
using MeshReadiness.Web.Components;
using MeshReadiness.Web.Features.Snapshots;
using Microsoft.AspNetCore.Components;

namespace MeshReadiness.Web.Features.HelpDesk;

/// <summary>What changed for a person from snapshot to snapshot, and since the last one when the person was read again. Fills itself after the page is there.</summary>
public sealed partial class PersonChangesCard(PersonHistoryLookup lookup) : IDisposable
{
    private readonly Latest _loading = new();
    private (Guid, string, DateTimeOffset?)? _loadedFor;
    private ImmutableArray<PersonChanges>? _changes;
    private DateTimeOffset? _oldest;

    /// <summary>The snapshot that the page shows.</summary>
    [Parameter, EditorRequired] public required SnapshotView Snapshot { get; set; }

    /// <summary>The person's object id.</summary>
    [Parameter, EditorRequired] public required string UserId { get; set; }

    /// <summary>The person as they are now, when somebody had them read again.</summary>
    [Parameter] public FreshPerson? Fresh { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        if (_loadedFor == (Snapshot.Head.Id, UserId, Fresh?.ReadAt))
        {
            return;
        }

        _loadedFor = (Snapshot.Head.Id, UserId, Fresh?.ReadAt);
        var cancellationToken = _loading.Begin();

        try
        {
            var (changes, oldest) = await lookup.FindAsync(Snapshot, UserId, Fresh, cancellationToken);

            if (!cancellationToken.IsCancellationRequested)
            {
                (_changes, _oldest) = (changes, oldest);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Somebody else is looked at, or the visitor has left.
        }
    }

    private static string Word(Verdict? verdict) => verdict is { } known ? Tones.Of(known).Word.ToLowerInvariant() : "not judged";

    /// <inheritdoc />
    public void Dispose() => _loading.Dispose();
}
