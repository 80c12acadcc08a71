using System.Collections.Immutable;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Readiness;
using MeshReadiness.Web.Components;
using MeshReadiness.Web.Features.HelpDesk;
using MeshReadiness.Web.Features.Snapshots;
using Microsoft.AspNetCore.Components;

namespace MeshReadiness.Web.Features.Dashboard;

/// <summary>The population taken apart. By what, and for which experience, stands in the address.</summary>
public sealed partial class BreakdownSection(ReadinessBreakdown breakdown, NavigationManager navigation) : IDisposable
{
    private const int AtFirst = 8;
    private const int Most = 500;

    private readonly Latest _loading = new();
    private ImmutableArray<BreakdownGroup>? _groups;
    private (Guid, Dimension)? _shown;

    /// <summary>The snapshot to take apart.</summary>
    [Parameter, EditorRequired] public required SnapshotView Snapshot { get; set; }

    /// <summary>The playbook that it was judged by.</summary>
    [Parameter, EditorRequired] public required Playbook Playbook { get; set; }

    /// <summary>By what.</summary>
    [Parameter] public Dimension By { get; set; }

    /// <summary>For which experience; <see cref="ReasonCount.Anywhere"/> for the best that each person can do.</summary>
    [Parameter] public string Experience { get; set; } = ReasonCount.Anywhere;

    /// <summary>Whether a long list is shown to its end.</summary>
    [Parameter] public bool All { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        if (_shown == (Snapshot.Head.Id, By))
        {
            return;
        }

        // What was taken apart by something else must not stand under the new heading.
        _groups = _shown?.Item2 == By ? _groups : null;
        _shown = (Snapshot.Head.Id, By);
        var cancellationToken = _loading.Begin();

        try
        {
            var groups = await breakdown.GroupsAsync(Snapshot, By, cancellationToken);

            if (!cancellationToken.IsCancellationRequested)
            {
                _groups = groups;
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Something else was chosen, or the visitor has left.
        }
    }

    // People can be listed by product; for the other dimensions there is no such list.
    private PeopleFilter? FilterOf(BreakdownGroup group) => By is Dimension.Product && Guid.TryParse(group.Value, out var skuId)
        ? new(null, Experience == ReasonCount.Anywhere ? null : Experience, null, null, skuId, 1)
        : null;

    private void Choose(ChangeEventArgs change) => navigation.NavigateTo(Address(By, change.Value as string ?? ReasonCount.Anywhere, All));

    private static string Address(Dimension by, string experience, bool all)
    {
        string?[] parts =
        [
            by is Dimension.Department ? null : $"by={DimensionWords.Name(by)}",
            experience == ReasonCount.Anywhere ? null : $"experience={Uri.EscapeDataString(experience)}",
            all ? "all=true" : null,
        ];
        var query = string.Join('&', parts.OfType<string>());
        return query.Length == 0 ? "/dashboard" : $"/dashboard?{query}";
    }

    /// <inheritdoc />
    public void Dispose() => _loading.Dispose();
}
