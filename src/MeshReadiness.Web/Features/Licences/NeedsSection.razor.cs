using System.Collections.Immutable;
using MeshReadiness.Core.Licensing;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Readiness;
using MeshReadiness.Data;
using MeshReadiness.Web.Components;
using MeshReadiness.Web.Features.Dashboard;
using MeshReadiness.Web.Features.Snapshots;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace MeshReadiness.Web.Features.Licences;

/// <summary>Asks for what, and for whom, and shows what it would take. The question stands in the address.</summary>
public sealed partial class NeedsSection(
    LicenceNeeds needs, ReadinessBreakdown breakdown, ProductCatalogue catalogue, NavigationManager navigation) : IDisposable
{
    /// <summary>How many groups a list offers; the API takes any.</summary>
    private const int MostGroups = 300;

    private readonly Latest _loading = new();
    private ImmutableArray<(Dimension Dimension, ImmutableArray<BreakdownGroup> Groups)> _groups = [];
    private NeedAnswer? _answer;
    private (Guid, NeedQuestion)? _shown;

    /// <summary>The snapshot to ask.</summary>
    [Parameter, EditorRequired] public required SnapshotView Snapshot { get; set; }

    /// <summary>The playbook that it was judged by.</summary>
    [Parameter, EditorRequired] public required Playbook Playbook { get; set; }

    /// <summary>For what and for whom.</summary>
    [Parameter, EditorRequired] public required NeedQuestion Question { get; set; }

    [CascadingParameter] private Task<AuthenticationState> Visitor { get; set; } = default!;

    private ProductCatalogue Catalogue => catalogue;

    protected override async Task OnParametersSetAsync()
    {
        if (_shown == (Snapshot.Head.Id, Question))
        {
            return;
        }

        var isNewSnapshot = _shown?.Item1 != Snapshot.Head.Id;
        _shown = (Snapshot.Head.Id, Question);
        _answer = null;
        var cancellationToken = _loading.Begin();

        try
        {
            var groups = isNewSnapshot ? await GroupsAsync(cancellationToken) : _groups;
            var answer = await needs.FindAsync(Snapshot, Question, cancellationToken);

            if (!cancellationToken.IsCancellationRequested)
            {
                (_groups, _answer) = (groups, answer);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Something else was chosen, or the visitor has left.
        }
    }

    private async Task<ImmutableArray<(Dimension, ImmutableArray<BreakdownGroup>)>> GroupsAsync(CancellationToken cancellationToken)
    {
        var user = (await Visitor).User;
        var found = ImmutableArray.CreateBuilder<(Dimension, ImmutableArray<BreakdownGroup>)>();

        foreach (var dimension in new[] { Dimension.Department, Dimension.Country, Dimension.Office })
        {
            found.Add((dimension, [.. (await breakdown.GroupsAsync(Snapshot, dimension, user, cancellationToken)).Where(group => group.Value is not null).Take(MostGroups)]));
        }

        return found.ToImmutable();
    }

    private void ChooseExperience(ChangeEventArgs change) => Open(Question with
    {
        Experience = Playbook.Experiences.First(experience => experience.Id == (string?)change.Value),
    });

    private void ChoosePeople(ChangeEventArgs change) => Open(Question with { Set = Read((string?)change.Value ?? "") });

    private void Open(NeedQuestion question) => navigation.NavigateTo(question.Page);

    private static string Write(PeopleSet set) => set.By is { } by ? $"{DimensionWords.Name(by)}:{set.Value}" : "";

    private static PeopleSet Read(string written) => written.IndexOf(':', StringComparison.Ordinal) is >= 0 and var colon
        ? new(DimensionWords.Parse(written[..colon]), written[(colon + 1)..])
        : PeopleSet.Everybody;

    /// <inheritdoc />
    public void Dispose() => _loading.Dispose();
}
