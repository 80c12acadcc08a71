using System.Collections.Immutable;
using MeshReadiness.Core.Eligibility;
using MeshReadiness.Core.Playbooks;

namespace MeshReadiness.Core.Licensing;

/// <summary>What it would take to make a set of people ready for one experience.</summary>
/// <param name="Experience">The experience.</param>
/// <param name="People">Everybody in the set; all parts add up to it.</param>
/// <param name="Parts">How many belong to each part, in the order of <see cref="NeedPart"/>.</param>
/// <param name="Seats">The seats that people need. Who needs two products is in two of them.</param>
/// <param name="Footprints">What each sort of people needs, for lists of the people behind the numbers.</param>
public sealed record NeedAnswer(
    Experience Experience,
    int People,
    ImmutableArray<int> Parts,
    ImmutableArray<SeatNeed> Seats,
    ImmutableArray<FootprintNeed> Footprints)
{
    /// <summary>How many belong to this part.</summary>
    public int Count(NeedPart part) => Parts[(int)part];

    /// <summary>Seats that people need in all.</summary>
    public int SeatsNeeded => Seats.Sum(need => need.People);

    /// <summary>Those of them that are free today.</summary>
    public int SeatsFree => Seats.Sum(need => need.FromFree);

    /// <summary>Those that would have to be bought or freed.</summary>
    public int SeatsMissing => SeatsNeeded - SeatsFree;
}

/// <summary>What everybody with one footprint needs.</summary>
/// <param name="Footprint">What decides about them.</param>
/// <param name="People">How many they are.</param>
/// <param name="Part">What it would take.</param>
/// <param name="Lacks">The requirements that keep them from being ready.</param>
/// <param name="Seats">The seats that they need, as places in <see cref="NeedAnswer.Seats"/>.</param>
public sealed record FootprintNeed(Footprint Footprint, int People, NeedPart Part, ImmutableArray<PlanRequirement> Lacks, ImmutableArray<int> Seats);

/// <summary>Seats of which one product each is enough for some people.</summary>
/// <param name="Meets">What the product has to meet, all of it.</param>
/// <param name="People">How many people need such a seat.</param>
/// <param name="Used">The free seats that would serve them, by product.</param>
/// <param name="Products">Products that would do, the one that brings the fewest other things first.</param>
public sealed record SeatNeed(
    ImmutableArray<PlanRequirement> Meets, int People, ImmutableArray<SeatsUsed> Used, ImmutableArray<ProductOffer> Products)
{
    /// <summary>How many get a seat that is free today.</summary>
    public int FromFree => Used.Sum(used => used.Seats);

    /// <summary>How many seats are missing once the free ones are used.</summary>
    public int Missing => People - FromFree;
}

/// <summary>Free seats of a product that are put to use.</summary>
public sealed record SeatsUsed(Guid SkuId, int Seats);

/// <summary>A product that would do.</summary>
/// <param name="SkuId">The product.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsHeld">Whether the tenant has it already.</param>
/// <param name="FreeUnits">Its seats that are free today.</param>
/// <param name="IsNamed">Whether articles name it for something that it would be assigned for.</param>
/// <param name="Plans">How many plans it carries in all; the fewer, the less comes along unasked.</param>
public sealed record ProductOffer(Guid SkuId, string Name, bool IsHeld, int FreeUnits, bool IsNamed, int Plans);
