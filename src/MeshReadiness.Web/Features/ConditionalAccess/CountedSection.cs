using MeshReadiness.Web.Components;
using MeshReadiness.Web.Features.Snapshots;
using Microsoft.AspNetCore.Components;

namespace MeshReadiness.Web.Features.ConditionalAccess;

/// <summary>A section that is worked out over everybody, once for a snapshot's policies, while the page already stands.</summary>
/// <typeparam name="T">What is worked out.</typeparam>
public abstract class CountedSection<T> : ComponentBase, IDisposable
    where T : class
{
    private readonly Latest _counting = new();
    private TenantPolicies? _shown;

    /// <summary>Whose people are counted.</summary>
    [Parameter, EditorRequired] public required SnapshotView Snapshot { get; set; }

    /// <summary>The policies.</summary>
    [Parameter, EditorRequired] public required TenantPolicies Tenant { get; set; }

    /// <summary>What was worked out; nothing until then.</summary>
    protected T? Counted { get; private set; }

    /// <summary>Works it out.</summary>
    protected abstract Task<T> CountAsync(CancellationToken cancellationToken);

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        if (ReferenceEquals(_shown, Tenant))
        {
            return;
        }

        // What was counted for other policies doesn't fit these.
        (_shown, Counted) = (Tenant, null);
        var cancellationToken = _counting.Begin();

        try
        {
            var counted = await CountAsync(cancellationToken);
            Counted = cancellationToken.IsCancellationRequested ? Counted : counted;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The visitor has left, or another snapshot has come.
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _counting.Dispose();
        GC.SuppressFinalize(this);
    }
}
