using System.Collections.Immutable;

namespace MeshReadiness.Core.ConditionalAccess.SignIns;

/// <summary>Whether somebody gets in.</summary>
public enum SignInOutcome
{
    /// <summary>They get in, with what has been met.</summary>
    Allowed,

    /// <summary>They get in once they give what they are asked for.</summary>
    BlockedUnlessControlsMet,

    /// <summary>They don't get in.</summary>
    Blocked,

    /// <summary>A missing fact could change it.</summary>
    Unknown,
}

/// <summary>What comes of a sign-in.</summary>
/// <param name="Outcome">Whether somebody gets in.</param>
/// <param name="ErrorCodes">The codes that the person sees (AADSTS…), least first; none where nobody is blocked for sure.</param>
/// <param name="Policies">What each policy does, in the order given.</param>
/// <param name="Later">What comes of asking for the apps that are needed next; it doesn't change the outcome.</param>
public sealed record SignInResult(
    SignInOutcome Outcome, ImmutableArray<int> ErrorCodes, ImmutableArray<PolicyResult> Policies, ImmutableArray<LaterResult> Later);

/// <summary>What comes of asking for an app that is needed next.</summary>
/// <param name="AppId">The app.</param>
/// <param name="Outcome">Whether the person gets in.</param>
public sealed record LaterResult(string AppId, SignInOutcome Outcome);
