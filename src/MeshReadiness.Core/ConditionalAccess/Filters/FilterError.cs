namespace MeshReadiness.Core.ConditionalAccess.Filters;

/// <summary>What is wrong with a rule.</summary>
/// <param name="Column">Where, from 1.</param>
/// <param name="Message">One sentence: what was found and what was expected.</param>
public sealed record FilterError(int Column, string Message)
{
    internal static FilterError Of(int column, string found, string expected) => new(column, $"Column {column}: found {found}, expected {expected}.");
}
