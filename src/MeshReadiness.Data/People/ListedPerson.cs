using System.Collections.Immutable;
using MeshReadiness.Core.Eligibility;

namespace MeshReadiness.Data;

/// <summary>Whom a line of a list names.</summary>
/// <param name="Line">The line, without spaces around it.</param>
/// <param name="People">Whom it fits, by name: all of them, or the first where it fits many; nobody, when it names nobody in the snapshot.</param>
/// <param name="Total">How many it fits.</param>
public sealed record ListedPerson(string Line, ImmutableArray<FoundPerson> People, int Total);

/// <summary>Somebody in a snapshot, with what decides about them.</summary>
/// <param name="Person">The person.</param>
/// <param name="Footprint">What decides about them in that snapshot.</param>
public sealed record FoundPerson(PersonRow Person, Footprint Footprint);
