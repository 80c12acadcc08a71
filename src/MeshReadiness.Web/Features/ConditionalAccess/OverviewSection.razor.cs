using System.Collections.Immutable;
using MeshReadiness.Core.ConditionalAccess.SignIns;
using MeshReadiness.Web.Components;
using MeshReadiness.Web.Features.Snapshots;
using Microsoft.AspNetCore.Components;

namespace MeshReadiness.Web.Features.ConditionalAccess;

/// <summary>Everybody in every scenario. Counted once for a snapshot, whoever asks.</summary>
public sealed partial class OverviewSection(PolicyShelf shelf) : IDisposable
{
    private readonly Latest _loading = new();
    private PoliciesJudged? _judged;
    private TenantPolicies? _shown;

    /// <summary>Whose people are counted.</summary>
    [Parameter, EditorRequired] public required SnapshotView Snapshot { get; set; }

    /// <summary>The policies.</summary>
    [Parameter, EditorRequired] public required TenantPolicies Tenant { get; set; }

    // Policies that do something to somebody.
    private ImmutableArray<int> Shown => [.. Enumerable.Range(0, Tenant.Policies.Length).Where(index => _judged!.Together.Scenarios.Any(result =>
        result.Policies[index].People.Keys.Any(word => word is not (PolicyOutcome.NotApplied or PolicyOutcome.NotEnabled or PolicyOutcome.ReportOnlyNotApplied))))];

    protected override async Task OnParametersSetAsync()
    {
        if (ReferenceEquals(_shown, Tenant))
        {
            return;
        }

        _shown = Tenant;
        var cancellationToken = _loading.Begin();

        try
        {
            var judged = await shelf.JudgeAsync(Snapshot, Tenant, cancellationToken);
            _judged = cancellationToken.IsCancellationRequested ? _judged : judged;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The visitor has left, or another snapshot has come.
        }
    }

    /// <inheritdoc />
    public void Dispose() => _loading.Dispose();
}
