namespace MeshReadiness.Core.Outcomes;

/// <summary>Why something that can be expected to fail did fail, in words for the person who has to act on it.</summary>
/// <param name="Kind">What sort of failure it is; decides the HTTP status and whether trying again makes sense.</param>
/// <param name="Detail">One or two sentences: what happened, where, and what to do next. Never a stack trace.</param>
public sealed record Problem(ProblemKind Kind, string Detail)
{
    /// <summary>Whether the same request can succeed later without anybody changing anything.</summary>
    public bool CanRetry => Kind is ProblemKind.Throttled or ProblemKind.TooOften or ProblemKind.Unavailable or ProblemKind.Conflict;
}

/// <summary>The sorts of failure that the product expects and explains.</summary>
public enum ProblemKind
{
    /// <summary>What was given can't be used; the detail says where and what was expected.</summary>
    Invalid,

    /// <summary>There is no such thing, or no longer.</summary>
    NotFound,

    /// <summary>Somebody else changed it in the meantime.</summary>
    Conflict,

    /// <summary>Microsoft Graph didn't accept the portal's own credentials (401).</summary>
    SignInNeeded,

    /// <summary>A permission has not been consented to (403).</summary>
    ConsentNeeded,

    /// <summary>A link or token was valid once and has run out (410); start over.</summary>
    Expired,

    /// <summary>Too many requests (429) after all retries.</summary>
    Throttled,

    /// <summary>Somebody asked the portal for something too often in a short time.</summary>
    TooOften,

    /// <summary>The other side could not be reached or failed (5xx, broken connection) after all retries.</summary>
    Unavailable,

    /// <summary>The answer arrived and is not what the protocol promises; names the endpoint and the property.</summary>
    Malformed,

    /// <summary>The database is locked, read-only, full or no database.</summary>
    Storage,

    /// <summary>A person or the shutdown ended it.</summary>
    Cancelled,
}
