using System.Collections.Immutable;
using MeshReadiness.Core.ConditionalAccess.Changes;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Web.Components;
using MeshReadiness.Web.Features.Snapshots;
using MeshReadiness.Web.Hosting;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace MeshReadiness.Web.Features.ConditionalAccess;

/// <summary>Looks up whom a number of a change stands for. Another question or another change ends the look-up before.</summary>
public sealed partial class MovedSection(MovedPeople people) : IDisposable
{
    private readonly Latest _looking = new();
    private Result<ImmutableArray<MovedPerson>>? _told;
    private (ScenarioEffect, MoveQuestion)? _shown;

    [CascadingParameter] private Task<AuthenticationState> Visitor { get; set; } = default!;

    /// <summary>Whose people.</summary>
    [Parameter, EditorRequired] public required SnapshotView Snapshot { get; set; }

    /// <summary>What changes in the way that is asked about.</summary>
    [Parameter, EditorRequired] public required ScenarioEffect Row { get; set; }

    /// <summary>Whom to show.</summary>
    [Parameter, EditorRequired] public required MoveQuestion Question { get; set; }

    /// <summary>The file with all of them.</summary>
    [Parameter, EditorRequired] public required string ExportAddress { get; set; }

    /// <summary>The page without this list.</summary>
    [Parameter, EditorRequired] public required string CloseAddress { get; set; }

    private int Total => Question.MovesIn(Row).Sum(move => move.People);

    protected override async Task OnParametersSetAsync()
    {
        if (_shown is var (row, question) && ReferenceEquals(row, Row) && question == Question)
        {
            return;
        }

        (_shown, _told) = ((Row, Question), null);
        var cancellationToken = _looking.Begin();

        try
        {
            var told = await people.FirstAsync(Snapshot, [.. Question.MovesIn(Row)], (await Visitor).User.ToActor(), cancellationToken);
            _told = cancellationToken.IsCancellationRequested ? _told : told;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Something else is asked, or the visitor has left.
        }
    }

    /// <inheritdoc />
    public void Dispose() => _looking.Dispose();
}
