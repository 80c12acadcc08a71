namespace MeshReadiness.Core.Licensing;

/// <summary>What it would take to make a person ready for an experience. Everybody belongs to exactly one part.</summary>
public enum NeedPart
{
    /// <summary>Nothing: they are ready.</summary>
    Ready,

    /// <summary>A plan that an admin has switched off has to be switched on. Takes no seat.</summary>
    SwitchOn,

    /// <summary>A licence that should be theirs could not be assigned; the error has to be resolved.</summary>
    FixAssignment,

    /// <summary>At least one more product.</summary>
    NeedProduct,

    /// <summary>Their licences may be enough, but something that decides isn't known.</summary>
    Unclear,

    /// <summary>Something that no licence changes: a disabled account, or a tenant that isn't served.</summary>
    NotByLicence,

    /// <summary>The experience isn't for them.</summary>
    NotForThem,
}
