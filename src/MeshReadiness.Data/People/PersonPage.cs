using System.Collections.Immutable;

namespace MeshReadiness.Data;

/// <summary>Some people, and how many there are in all.</summary>
/// <param name="People">The people of this page, in order.</param>
/// <param name="Total">How many match, on all pages together.</param>
/// <param name="IsMore">Whether there are more than <paramref name="Total"/>, which a search by text stops counting at.</param>
public sealed record PersonPage(ImmutableArray<PersonRow> People, int Total, bool IsMore);
