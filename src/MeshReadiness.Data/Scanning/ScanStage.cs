namespace MeshReadiness.Data;

/// <summary>What a scan does, in order. A scan that was interrupted goes on with the stage that it was in.</summary>
public enum ScanStage
{
    /// <summary>Reading the tenant, its products, policies and groups.</summary>
    Tenant,

    /// <summary>Reading everybody, page by page. Only in a full scan.</summary>
    People,

    /// <summary>Making people findable, and keeping one row of whoever came twice. Only in a full scan.</summary>
    Index,

    /// <summary>Reading the service plans of those whose licences don't tell them. Only in a full scan.</summary>
    Plans,

    /// <summary>Reading what changed: in a full scan while it ran, in an incremental one since the scan before.</summary>
    Changes,

    /// <summary>Bringing up to date where people stand in what policies name, of whoever was stored with something else.</summary>
    Memberships,

    /// <summary>Judging everybody and making the snapshot visible.</summary>
    Judging,
}
