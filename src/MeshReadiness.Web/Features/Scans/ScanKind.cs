namespace MeshReadiness.Web.Features.Scans;

/// <summary>How much of the tenant a scan asks for.</summary>
public enum ScanKind
{
    /// <summary>Everything, from the start.</summary>
    Full,

    /// <summary>What has changed since the scan before.</summary>
    Incremental,
}
