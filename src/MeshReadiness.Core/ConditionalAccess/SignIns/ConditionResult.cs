namespace MeshReadiness.Core.ConditionalAccess.SignIns;

/// <summary>What one condition of a policy comes to.</summary>
/// <param name="Condition">Its name, as the contract of the command line has it.</param>
/// <param name="Met">Whether the sign-in meets it.</param>
/// <param name="Because">Why, in one sentence.</param>
public sealed record ConditionResult(string Condition, Truth Met, string Because);
