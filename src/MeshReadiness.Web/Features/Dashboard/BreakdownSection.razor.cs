using System.Collections.Immutable;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Readiness;
using MeshReadiness.Data;
using MeshReadiness.Web.Components;
using MeshReadiness.Web.Features.HelpDesk;
using MeshReadiness.Web.Features.Snapshots;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace MeshReadiness.Web.Features.Dashboard;

/// <summary>The population taken apart. What is asked stands in the address of the page that shows it.</summary>
public sealed partial class BreakdownSection(ReadinessBreakdown breakdown, NavigationManager navigation) : IDisposable
{
    private const int AtFirst = 8;
    private const int Most = 500;
    private const string MergedKey = "\u0000";

    private readonly Latest _loading = new();
    private ImmutableArray<BreakdownGroup>? _groups;
    private (Guid, Dimension)? _shown;
    private string _given = "", _typed = "";
    private string? _asked;
    private int _edition;

    /// <summary>The section's heading.</summary>
    [Parameter] public string Title { get; set; } = "Who is ready where";

    /// <summary>The snapshot to take apart.</summary>
    [Parameter, EditorRequired] public required SnapshotView Snapshot { get; set; }

    /// <summary>The playbook that it was judged by.</summary>
    [Parameter, EditorRequired] public required Playbook Playbook { get; set; }

    /// <summary>What is asked, and on which page.</summary>
    [Parameter, EditorRequired] public required BreakdownPlace Place { get; set; }

    [CascadingParameter] private Task<AuthenticationState> Visitor { get; set; } = default!;

    // What somebody types counts at once; the address follows when they are done.
    private string Find => _typed.Trim();

    private string Nothing => Place.By is Dimension.Product ? "Nobody holds a product."
        : Snapshot.Head.People > 0 ? $"The last scan didn't count people by {DimensionWords.One(Place.By).ToLowerInvariant()} yet; the next one does."
        : "The directory has no people yet.";

    protected override async Task OnParametersSetAsync()
    {
        // Only an address that says something new changes what stands in the box.
        if (Place.Find != _asked)
        {
            _asked = Place.Find;

            if ((_asked ?? "") != Find)
            {
                _given = _typed = _asked ?? "";
                _edition++;
            }
        }

        if (_shown == (Snapshot.Head.Id, Place.By))
        {
            return;
        }

        // What was taken apart by something else must not stand under the new heading.
        _groups = _shown?.Item2 == Place.By ? _groups : null;
        _shown = (Snapshot.Head.Id, Place.By);
        var cancellationToken = _loading.Begin();

        try
        {
            var groups = await breakdown.GroupsAsync(Snapshot, Place.By, (await Visitor).User, cancellationToken);

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

    // Members and guests have no list of their own, and small groups that are shown as one have none at all.
    private PeopleFilter? FilterOf(BreakdownGroup group)
    {
        var of = new PeopleFilter(null, Place.Experience == ReasonCount.Anywhere ? null : Place.Experience, null, null, null, 1);

        return (Place.By, group.Value) switch
        {
            (_, null) or (Dimension.UserType, _) => null,
            (Dimension.Product, var id) => Guid.TryParse(id, out var skuId) ? of with { Product = skuId } : null,
            (var by, var value) => of with { Within = new PeopleSet(by, value) },
        };
    }

    private void Choose(ChangeEventArgs change) =>
        navigation.NavigateTo((Place with { Experience = change.Value as string ?? ReasonCount.Anywhere, Find = Find }).Address);

    private void Typed(ChangeEventArgs change) => _typed = change.Value as string ?? "";

    private void Found() => navigation.NavigateTo((Place with { Find = Find }).Address, replace: true);

    /// <inheritdoc />
    public void Dispose() => _loading.Dispose();
}
