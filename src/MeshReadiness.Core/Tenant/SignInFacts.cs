using System.Collections.Immutable;

namespace MeshReadiness.Core.Tenant;

/// <summary>The newest sign-ins to Mesh in the log. Graph tells only those that a person started by hand.</summary>
/// <param name="SignIns">How many were read: a thousand at most.</param>
/// <param name="IsWhole">Whether the log has no more.</param>
/// <param name="Errors">How many of them ended with which error.</param>
public sealed record SignInFacts(int SignIns, bool IsWhole, ImmutableArray<SignInErrorCount> Errors)
{
    /// <summary>How many ended with this error.</summary>
    public int With(int code) => Errors.FirstOrDefault(error => error.Code == code)?.SignIns ?? 0;
}

/// <summary>How many sign-ins ended with an error.</summary>
/// <param name="Code">The number behind AADSTS.</param>
/// <param name="SignIns">How many.</param>
public sealed record SignInErrorCount(int Code, int SignIns);
