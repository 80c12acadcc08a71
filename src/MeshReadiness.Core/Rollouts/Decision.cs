using System.Collections.Immutable;
using System.Text.Json.Serialization;
using MeshReadiness.Core.Scanning;

namespace MeshReadiness.Core.Rollouts;

/// <summary>What people have answered on the way to one of a rollout's decisions, and what was decided.</summary>
/// <param name="DecisionId">The decision, by the playbook's id.</param>
/// <param name="Answers">The chosen options, by question.</param>
/// <param name="Taken">What was decided; <see langword="null"/> while it is open.</param>
public sealed record Decision(string DecisionId, ImmutableSortedDictionary<string, string> Answers, DecisionTaken? Taken) : IRolloutNote<Decision>
{
    /// <inheritdoc />
    public static string Kind => "decision";

    /// <inheritdoc />
    [JsonIgnore]
    public string Key => DecisionId;

    /// <inheritdoc />
    public static Decision Untouched(string key) => new(key, ImmutableSortedDictionary<string, string>.Empty, null);
}

/// <summary>What was decided.</summary>
/// <param name="Outcome">The id of the outcome.</param>
/// <param name="Reasons">Why, in the words of whoever took it.</param>
/// <param name="By">Who took it.</param>
/// <param name="At">When, in UTC.</param>
public sealed record DecisionTaken(string Outcome, string Reasons, Actor By, DateTimeOffset At);
