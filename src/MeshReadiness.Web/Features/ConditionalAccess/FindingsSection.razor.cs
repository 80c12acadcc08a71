using System.Collections.Immutable;
using MeshReadiness.Core.ConditionalAccess.Findings;
using MeshReadiness.Web.Components;
using MeshReadiness.Web.Features.Snapshots;
using Microsoft.AspNetCore.Components;

namespace MeshReadiness.Web.Features.ConditionalAccess;

/// <summary>Findings, gravest first. How grave stands in the address.</summary>
public sealed partial class FindingsSection(PolicyShelf shelf) : IDisposable
{
    private readonly Latest _loading = new();
    private ImmutableArray<PolicyFinding>? _found;
    private TenantPolicies? _shown;

    /// <summary>Whose people are counted.</summary>
    [Parameter, EditorRequired] public required SnapshotView Snapshot { get; set; }

    /// <summary>The policies.</summary>
    [Parameter, EditorRequired] public required TenantPolicies Tenant { get; set; }

    /// <summary>Only findings as grave as this; all without one.</summary>
    [Parameter] public string? Severity { get; set; }

    private FindingSeverity? Wanted => Enum.TryParse<FindingSeverity>(Severity, ignoreCase: true, out var severity) && Enum.IsDefined(severity) ? severity : null;

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
            var found = await shelf.FindAsync(Snapshot, Tenant, cancellationToken);
            _found = cancellationToken.IsCancellationRequested ? _found : found;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The visitor has left, or another snapshot has come.
        }
    }

    private static (Tone Tone, string Word) Look(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Critical => (Tone.Bad, "Critical"),
        FindingSeverity.High => (Tone.Bad, "High"),
        FindingSeverity.Medium => (Tone.Warn, "Medium"),
        FindingSeverity.Low => (Tone.Neutral, "Low"),
        _ => (Tone.Neutral, "Good to know"),
    };

    private static string Touched(PolicyFinding finding) => string.Join(" · ", new[]
    {
        finding.People is { } people ? people == 0 ? "touches nobody" : $"touches {Format.Count(people, "person", "people")}" : null,
        finding.Devices is { } devices ? Format.Count(devices, "registered device", "registered devices") : null,
    }.OfType<string>());

    /// <inheritdoc />
    public void Dispose() => _loading.Dispose();
}
