using System.Threading.RateLimiting;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Scanning;
using MeshReadiness.Web.Components;
using Microsoft.Extensions.Options;

namespace MeshReadiness.Web.Features.HelpDesk;

/// <summary>How often each operator may have people read anew, so that nobody uses up what Graph allows the portal.</summary>
internal sealed class RefreshAllowance : IDisposable
{
    private readonly PartitionedRateLimiter<string> _limiter;
    private readonly int _perMinute;

    public RefreshAllowance(IOptions<HelpDeskOptions> options)
    {
        _perMinute = options.Value.RefreshesPerMinute;
        _limiter = PartitionedRateLimiter.Create<string, string>(operatorId => RateLimitPartition.GetFixedWindowLimiter(
            operatorId, _ => new() { PermitLimit = _perMinute, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 }));
    }

    /// <summary>Uses up one; <see langword="null"/> when there was one left, and otherwise what to tell the operator.</summary>
    public Problem? Take(Actor actor)
    {
        using var lease = _limiter.AttemptAcquire(actor.ObjectId);

        return lease.IsAcquired ? null : new(
            ProblemKind.TooOften,
            $"You may have {Format.Count(_perMinute, "person", "people")} read anew within a minute. " + (lease.TryGetMetadata(MetadataName.RetryAfter, out var wait)
                ? $"The next is possible in {Format.Count((int)Math.Ceiling(wait.TotalSeconds), "second", "seconds")}."
                : "Wait a moment."));
    }

    /// <inheritdoc />
    public void Dispose() => _limiter.Dispose();
}
