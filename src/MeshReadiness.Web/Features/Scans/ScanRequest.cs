using MeshReadiness.Core.Scanning;

namespace MeshReadiness.Web.Features.Scans;

/// <summary>What is asked of a scan.</summary>
/// <param name="Trigger">Why it runs.</param>
/// <param name="StartedBy">Who started it.</param>
/// <param name="Kind">How much it is to read.</param>
/// <param name="Cancelled">
/// Cancelled when a person ended it. The token that the scan runs under is cancelled then too, but also when the portal
/// stops: such a scan is fired again.
/// </param>
internal sealed record ScanRequest(ScanTrigger Trigger, Actor StartedBy, ScanKind Kind, CancellationToken Cancelled);
