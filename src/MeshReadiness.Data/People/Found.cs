using System.Collections.Immutable;

namespace MeshReadiness.Data;

/// <summary>Somebody who was found, with what lists are ordered by.</summary>
internal sealed record Found(long Key, string SortName);

/// <summary>One page of what a question found, as keys.</summary>
/// <param name="Keys">Whose rows to show, in order.</param>
/// <param name="Total">How many match, on all pages together.</param>
/// <param name="IsMore">Whether there are more than that.</param>
/// <param name="IsNear">Whether they only come near what was asked for.</param>
internal sealed record FoundPage(ImmutableArray<long> Keys, int Total, bool IsMore, bool IsNear);
