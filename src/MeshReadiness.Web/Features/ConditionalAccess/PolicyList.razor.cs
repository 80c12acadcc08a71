using MeshReadiness.Core.ConditionalAccess.Policies;
using MeshReadiness.Web.Components;
using MeshReadiness.Web.Features.Snapshots;
using Microsoft.AspNetCore.Components;

namespace MeshReadiness.Web.Features.ConditionalAccess;

/// <summary>Policies in words. Whom they are about follows once it is counted.</summary>
public sealed partial class PolicyList(PolicyShelf shelf) : IDisposable
{
    private readonly Latest _loading = new();
    private PoliciesJudged? _judged;
    private TenantPolicies? _shown;

    /// <summary>Whose people are counted.</summary>
    [Parameter, EditorRequired] public required SnapshotView Snapshot { get; set; }

    /// <summary>The policies.</summary>
    [Parameter, EditorRequired] public required TenantPolicies Tenant { get; set; }

    /// <summary>Only policies in this state, by Graph's word.</summary>
    [Parameter] public string? Only { get; set; }

    /// <summary>The id of the policy that is open.</summary>
    [Parameter] public string? Opened { get; set; }

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

    private string? AboutOf(ConditionalAccessPolicy policy) => _judged?.About[Tenant.Policies.IndexOf(policy)] switch
    {
        null => null,
        (0, 0) => "about nobody",
        (var people, 0) => $"about {Format.Count(people, "person", "people")}",
        var (people, maybe) => $"about {Format.Number(people)} to {Format.Count(people + maybe, "person", "people")}",
    };

    /// <inheritdoc />
    public void Dispose() => _loading.Dispose();
}
