using System.Collections.Immutable;
using System.Globalization;
using MeshReadiness.Core.Audit;
using MeshReadiness.Data;
using Microsoft.AspNetCore.Components;

namespace MeshReadiness.Web.Features.Audit;

/// <summary>The audit record, newest first. The address holds which lines are shown.</summary>
public sealed partial class AuditPage(AuditStore store, NavigationManager navigation) : IDisposable
{
    private const int PageSize = 100;

    private readonly CancellationTokenSource _left = new();
    private ImmutableArray<AuditLine>? _lines;

    /// <summary>The beginning of the actions that are shown.</summary>
    [SupplyParameterFromQuery] public string? Action { get; set; }

    /// <summary>Only lines before this number.</summary>
    [SupplyParameterFromQuery] public long? Before { get; set; }

    /// <summary>Only lines of this rollout.</summary>
    [SupplyParameterFromQuery] public Guid? Rollout { get; set; }

    /// <inheritdoc />
    public void Dispose()
    {
        _left.Cancel();
        _left.Dispose();
    }

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync() => _lines = await store.FindAsync(
        new(Rollout, Action: string.IsNullOrEmpty(Action) ? null : Action, Before: Before, Take: PageSize), _left.Token);

    private string Address(string action) => navigation.GetUriWithQueryParameters(
        new Dictionary<string, object?> { ["action"] = action.Length == 0 ? null : action, ["before"] = null });

    private string Older(long number) => navigation.GetUriWithQueryParameter("before", number.ToString(CultureInfo.InvariantCulture));
}
