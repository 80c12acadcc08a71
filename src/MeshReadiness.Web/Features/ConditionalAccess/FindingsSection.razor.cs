using MeshReadiness.Core.ConditionalAccess.Findings;
using MeshReadiness.Web.Components;
using Microsoft.AspNetCore.Components;

namespace MeshReadiness.Web.Features.ConditionalAccess;

/// <summary>Findings, gravest first. How grave stands in the address.</summary>
public sealed partial class FindingsSection(PolicyShelf shelf)
{
    /// <summary>Only findings as grave as this; all without one.</summary>
    [Parameter] public string? Severity { get; set; }

    private FindingSeverity? Wanted => Enum.TryParse<FindingSeverity>(Severity, ignoreCase: true, out var severity) && Enum.IsDefined(severity) ? severity : null;

    /// <inheritdoc />
    protected override async Task<IReadOnlyList<PolicyFinding>> CountAsync(CancellationToken cancellationToken) => await shelf.FindAsync(Snapshot, Tenant, cancellationToken);

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
}
