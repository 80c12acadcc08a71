using MeshReadiness.Core.Outcomes;
using MeshReadiness.Data;
using MeshReadiness.Web.Components;
using MeshReadiness.Web.Features.HelpDesk;
using MeshReadiness.Web.Hosting;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace MeshReadiness.Web.Features.ConditionalAccess;

/// <summary>Picks a person by name. What is typed stays out of the address and the audit record.</summary>
public sealed partial class PersonPicker(PeopleLookup lookup) : IDisposable
{
    private const int Most = 6;

    private readonly Latest _searching = new();
    private PersonPage? _found;
    private Problem? _problem;
    private string _spoken = "";

    [CascadingParameter] private Task<AuthenticationState> Visitor { get; set; } = default!;

    /// <summary>The snapshot to look in.</summary>
    [Parameter, EditorRequired] public Guid SnapshotId { get; set; }

    /// <summary>Called with the object id of who was picked.</summary>
    [Parameter, EditorRequired] public EventCallback<string> OnPicked { get; set; }

    private async Task FindAsync(string text)
    {
        var cancellationToken = _searching.Begin();

        if (text.Length == 0)
        {
            (_found, _problem, _spoken) = (null, null, "");
            return;
        }

        try
        {
            var answer = await lookup.FindAsync(SnapshotId, new(text, Take: Most, OrNear: true), (await Visitor).User.ToActor(), cancellationToken);

            if (!cancellationToken.IsCancellationRequested)
            {
                (_found, _problem) = answer.TryGet(out var found) ? (found, null) : ((PersonPage?)null, answer.Problem);
                _spoken = found is null ? answer.Problem.Detail : Format.Count(found.Total, "person found", "people found");
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The next letter has come.
        }
    }

    private Task TakeFirst() => _found is { IsNear: false, People: [var first, ..] } ? OnPicked.InvokeAsync(first.Id) : Task.CompletedTask;

    /// <inheritdoc />
    public void Dispose() => _searching.Dispose();
}
