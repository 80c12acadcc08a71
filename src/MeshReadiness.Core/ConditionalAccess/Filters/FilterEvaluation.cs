using System.Collections.Immutable;

namespace MeshReadiness.Core.ConditionalAccess.Filters;

/// <summary>What a rule, or a part of it, comes to for one device.</summary>
/// <param name="Rule">The rule or part.</param>
/// <param name="Match">What it comes to.</param>
/// <param name="Because">Why: of a comparison, in one sentence; <see langword="null"/> where it follows from the parts.</param>
/// <param name="Parts">What the parts come to.</param>
public sealed record FilterEvaluation(FilterRule Rule, Truth Match, string? Because, ImmutableArray<FilterEvaluation> Parts)
{
    /// <summary>Evaluates a rule, all parts of it, also where one alone decides.</summary>
    public static FilterEvaluation Of(FilterRule rule, FilterDevice device)
    {
        switch (rule)
        {
            case FilterNot not:
                var inner = Of(not.Operand, device);
                return new(rule, inner.Match.Not(), null, [inner]);
            case FilterGroup group:
                ImmutableArray<FilterEvaluation> parts = [.. group.Operands.Select(operand => Of(operand, device))];
                return new(rule, group.IsAnd ? parts.Min(part => part.Match) : parts.Max(part => part.Match), null, parts);
            default:
                var (match, because) = FilterLeaf.Evaluate((FilterComparison)rule, device);
                return new(rule, match, because, []);
        }
    }

    /// <summary>Whether a policy with such a filter is about the device.</summary>
    /// <param name="excludes">Whether the filter takes devices out rather than in.</param>
    public Truth InScope(bool excludes) => excludes ? Match.Not() : Match;
}
