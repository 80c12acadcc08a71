using MeshReadiness.Core.Eligibility;
using Microsoft.AspNetCore.Components;

namespace MeshReadiness.Web.Features.HelpDesk;

/// <summary>The search. What is searched for stands in the address, so a link in a ticket shows what its sender saw.</summary>
public sealed partial class HelpDeskPage(NavigationManager navigation, TimeProvider time) : IDisposable
{
    /// <summary>Long enough not to search for every letter, short enough to feel immediate.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private CancellationTokenSource _typing = new();
    private readonly Queue<string?> _onTheWay = new();
    private string? _typed, _shown;

    /// <summary>Who to look for.</summary>
    [SupplyParameterFromQuery] private string? Text { get; set; }

    /// <summary>Only people with a certain verdict on this experience.</summary>
    [SupplyParameterFromQuery] private string? Experience { get; set; }

    /// <summary>That verdict.</summary>
    [SupplyParameterFromQuery] private string? Verdict { get; set; }

    /// <summary>Only people for whom this reason speaks against the experience.</summary>
    [SupplyParameterFromQuery] private string? Reason { get; set; }

    /// <summary>Which page of the results, from 1 on.</summary>
    [SupplyParameterFromQuery] private int? Page { get; set; }

    private PeopleFilter Filter => new(
        Text, Experience, Enum.TryParse<Verdict>(Verdict, ignoreCase: true, out var verdict) ? verdict : null, Reason, Math.Max(1, Page ?? 1));

    // The address follows the typing, and more is typed while it does: only one that came from elsewhere changes the box.
    protected override void OnParametersSet()
    {
        if (Text == _shown)
        {
            return;
        }

        _shown = Text;

        if (!_onTheWay.Contains(Text))
        {
            _typed = Text;
            return;
        }

        while (_onTheWay.Dequeue() != Text)
        {
            // An address that was overtaken by a newer one.
        }
    }

    private async Task TypedAsync(ChangeEventArgs change)
    {
        _typed = change.Value as string;
        await _typing.CancelAsync();
        _typing.Dispose();
        _typing = new();

        try
        {
            await Task.Delay(Pause, time, _typing.Token);
            Go(_typed);
        }
        catch (OperationCanceledException)
        {
            // The next letter has come.
        }
    }

    private void Go(string? text)
    {
        var wanted = string.IsNullOrWhiteSpace(text) ? null : text.Trim();

        if (wanted != _onTheWay.LastOrDefault(Text))
        {
            _onTheWay.Enqueue(wanted);
        }

        navigation.NavigateTo((Filter with { Text = wanted, Page = 1 }).Address, replace: true);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _typing.Cancel();
        _typing.Dispose();
    }
}
