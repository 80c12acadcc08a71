using System.Collections.Immutable;
using MeshReadiness.Core.Scanning;
using MeshReadiness.Data;
using MeshReadiness.Web.Components;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace MeshReadiness.Web.Features.Rollouts;

/// <summary>Chooses who owns a task: somebody of the tenant, oneself, or nobody. What is typed and not chosen chooses nobody.</summary>
public sealed partial class OwnerPicker(SnapshotStore store, StorageProblems storage, TimeProvider time) : IDisposable
{
    private const int Most = 8;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(150);

    private readonly Latest _typing = new();
    private ElementReference _input;
    private ImmutableArray<PersonRow> _found = [];
    private int _active, _edition;
    private bool _nobodyFound, _swallow;

    /// <summary>Tells this picker from others on the page.</summary>
    [Parameter, EditorRequired] public required string Id { get; set; }

    /// <summary>The snapshot in which people are searched for; without one there is only oneself.</summary>
    [Parameter] public Guid? SnapshotId { get; set; }

    /// <summary>Who looks at the page.</summary>
    [Parameter, EditorRequired] public required Actor Me { get; set; }

    /// <summary>Who is chosen.</summary>
    [Parameter] public Actor? Owner { get; set; }

    /// <summary>Somebody else is chosen.</summary>
    [Parameter] public EventCallback<Actor?> OwnerChanged { get; set; }

    /// <summary>Moves the keyboard's focus into the field.</summary>
    public ValueTask FocusAsync() => _input.FocusAsync();


    private async Task TypedAsync(ChangeEventArgs change)
    {
        var text = (change.Value as string ?? "").Trim();
        var cancellationToken = _typing.Begin();
        _nobodyFound = false;

        if (text.Length == 0 || SnapshotId is not { } snapshotId)
        {
            Close();
            return;
        }

        try
        {
            await Task.Delay(Pause, time, cancellationToken);
            var page = await store.SearchPeopleAsync(snapshotId, new(text, Take: Most), cancellationToken);
            (_found, _active, _nobodyFound) = (page.People, 0, page.People.IsEmpty);
            _swallow = !_found.IsEmpty;
        }
        catch (OperationCanceledException)
        {
            // The next letter has come.
        }
        catch (Exception error) when (storage.Find(error) is not null)
        {
            Close();
        }
    }

    private async Task KeyAsync(KeyboardEventArgs key)
    {
        switch (key.Key)
        {
            case "ArrowDown" when !_found.IsEmpty:
                _active = (_active + 1) % _found.Length;
                break;
            case "ArrowUp" when !_found.IsEmpty:
                _active = (_active + _found.Length - 1) % _found.Length;
                break;
            case "Enter" when !_found.IsEmpty:
                await ChooseAsync(_found[_active]);
                break;
            case "Escape":
                Restore();
                break;
        }
    }

    private Task ChooseAsync(PersonRow person) => ChooseAsync(new Actor(person.Id, PersonName.Of(person)));

    private async Task ChooseAsync(Actor? owner)
    {
        await OwnerChanged.InvokeAsync(owner);
        Restore();
    }

    // What stands in the field and was not chosen gives way to who is.
    private void Restore()
    {
        _typing.Begin();
        _nobodyFound = false;
        _edition++;
        Close();
    }

    private void Close() => (_found, _active, _swallow) = ([], 0, false);

    /// <inheritdoc />
    public void Dispose() => _typing.Dispose();
}
