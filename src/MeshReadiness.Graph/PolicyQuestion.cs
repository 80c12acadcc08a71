using System.Collections.Immutable;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Graph;

/// <summary>
/// Asks a tenant for its policies once, however many want to know: Conditional Access answers one question a second.
/// </summary>
public sealed class PolicyQuestion(ITenantReader tenant)
{
    private readonly Lock _gate = new();
    private Task<Result<ImmutableArray<ConditionalAccessPolicyFacts>>>? _answer;

    /// <summary>The answer to the first who asks, whose wish to end it counts.</summary>
    public Task<Result<ImmutableArray<ConditionalAccessPolicyFacts>>> AskAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return _answer ??= tenant.ReadPoliciesAsync(cancellationToken);
        }
    }
}
