using System.Collections.Immutable;

namespace MeshReadiness.Data;

/// <summary>Some people, and how many there are in all.</summary>
/// <param name="People">The people of this page, in order.</param>
/// <param name="Total">How many match, on all pages together.</param>
/// <param name="IsMore">Whether there are more than <paramref name="Total"/>, which a search by text stops counting at.</param>
/// <param name="IsNear">
/// Whether nobody was found and these only come near: each typed word of four letters and more begins a word of a name or of
/// an address's domain but for one mistake, or, where that finds nobody either, one of eight letters and more but for two. A
/// mistake is a letter too many, a missing or a wrong one, or two neighbours that have changed places.
/// </param>
public sealed record PersonPage(ImmutableArray<PersonRow> People, int Total, bool IsMore, bool IsNear = false);
