using System.Collections.Immutable;

namespace MeshReadiness.Graph.Reading;

/// <summary>One page of anything.</summary>
/// <param name="Items">What is on it.</param>
/// <param name="Next">The link to the next page.</param>
/// <param name="Mark">At the end of a delta query: the link from which later changes are told.</param>
internal sealed record Page<T>(ImmutableArray<T> Items, string? Next, string? Mark);
