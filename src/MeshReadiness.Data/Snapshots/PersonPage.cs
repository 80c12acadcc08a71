using System.Collections.Immutable;

namespace MeshReadiness.Data;

/// <summary>Some people, and how many there are in all.</summary>
/// <param name="People">The people of this page, in order.</param>
/// <param name="Total">How many match, on all pages together.</param>
public sealed record PersonPage(ImmutableArray<PersonRow> People, int Total);
