using System.Collections.Immutable;
using MeshReadiness.Core.ConditionalAccess.Policies;
using MeshReadiness.Core.Tenant;
using Say = MeshReadiness.Core.Checks.Words;

namespace MeshReadiness.Core.ConditionalAccess.Words;

/// <summary>A policy in words: whether it is enforced, whom it is about, what they ask for and how, what is demanded, and what becomes of the session.</summary>
public static class PolicyWords
{
    /// <summary>The policy as one paragraph.</summary>
    public static string Of(ConditionalAccessPolicy policy, PolicyNames names) => string.Join(' ', Sentences(policy, names));

    /// <summary>The same, sentence by sentence.</summary>
    public static ImmutableArray<string> Sentences(ConditionalAccessPolicy policy, PolicyNames names) =>
    [
        State(policy.State),
        PeopleWords.Of(policy, names),
        ResourceWords.Of(policy.Resources, names),
        .. ConditionWords.Of(policy, names),
        .. DemandWords.Of(policy, names),
        .. policy.Unmodelled.IsEmpty ? ImmutableArray<string>.Empty : [$"It also says something that isn't understood here: {Say.List(policy.Unmodelled, "and")}."],
    ];

    private static string State(PolicyState state) => state switch
    {
        PolicyState.Enabled => "The policy is enforced.",
        PolicyState.Disabled => "The policy is disabled and does nothing.",
        PolicyState.ReportOnly => "The policy is only reported and keeps nobody out.",
        _ => "The policy is in a state that isn't known here, so it may be enforced or not.",
    };
}
