using System.Collections.Immutable;
using MeshReadiness.Core.Eligibility;
using MeshReadiness.Core.Playbooks;

namespace MeshReadiness.Core.Licensing;

/// <summary>
/// Works out what it would take to make people ready. Looks at footprints with their counts and never at people, so it costs
/// the same for any number of them.
/// </summary>
public sealed class NeedFinder
{
    private readonly Playbook _playbook;
    private readonly EligibilityRules _rules;
    private readonly ProductShelf _shelf;

    /// <summary>Prepares for one tenant.</summary>
    /// <param name="playbook">The playbook that the rules are of.</param>
    /// <param name="rules">The rules, with the tenant's products.</param>
    /// <param name="table">The published table, for what could be bought.</param>
    public NeedFinder(Playbook playbook, EligibilityRules rules, ProductCatalogue table) =>
        (_playbook, _rules, _shelf) = (playbook, rules, new(playbook, rules.Products, table));

    /// <summary>What it would take.</summary>
    /// <param name="experience">What the people should be ready for.</param>
    /// <param name="people">The people, counted by footprint.</param>
    /// <param name="verdict">Leaves out everybody with another verdict than this.</param>
    public NeedAnswer Find(Experience experience, IEnumerable<FootprintCount> people, Verdict? verdict = null)
    {
        ImmutableArray<Sort> sorts = [.. people.Select(count => Look(experience, count)).Where(sort => verdict is null || sort.Verdict == verdict)];
        ImmutableArray<ImmutableArray<string>> seats = [.. sorts.SelectMany(sort => sort.Seats)
            .DistinctBy(Key)
            .OrderBy(seat => string.Concat(seat.Select(id => (char)('a' + IndexOf(id)))), StringComparer.Ordinal)];
        var placeOf = seats.Select((seat, place) => (Key: Key(seat), place)).ToDictionary(item => item.Key, item => item.place);

        return new(
            experience,
            sorts.Sum(sort => sort.People),
            [.. Enum.GetValues<NeedPart>().Select(part => sorts.Where(sort => sort.Part == part).Sum(sort => sort.People))],
            Spread([.. seats.Select(seat => (seat, sorts.Where(sort => sort.Seats.Any(one => Key(one) == Key(seat))).Sum(sort => sort.People)))]),
            [.. sorts.Select(sort => new FootprintNeed(sort.Footprint, sort.People, sort.Part, sort.Lacks, [.. sort.Seats.Select(seat => placeOf[Key(seat)])]))]);
    }

    private static string Key(ImmutableArray<string> seat) => string.Join(',', seat);

    private int IndexOf(string requirementId) => _playbook.Requirements.IndexOf(_playbook.Requirement(requirementId));

    private Sort Look(Experience experience, FootprintCount count)
    {
        var judged = _rules.Judge(count.Footprint).First(one => one.ExperienceId == experience.Id);
        var standings = StandingsOf(experience, count.Footprint);
        var part = PartOf(judged, standings);

        return new(
            count.Footprint, count.People, judged.Verdict, part,
            part is NeedPart.Ready or NeedPart.NotForThem ? [] : [.. standings.Where(one => one.Standing is not PlanStanding.Working).Select(one => one.Requirement)],
            part is NeedPart.NeedProduct ? [.. _shelf.Seats([.. standings.Where(one => TakesProduct(one.Standing)).Select(one => one.Requirement.Id)])] : []);
    }

    private ImmutableArray<SeatNeed> Spread(ImmutableArray<(ImmutableArray<string> Meets, int People)> seats)
    {
        ImmutableArray<ImmutableArray<ProductOffer>> offers = [.. seats.Select(seat => _shelf.Offers(seat.Meets))];
        ImmutableArray<ProductOffer> free = [.. offers.SelectMany(offer => offer).Where(offer => offer.FreeUnits > 0).DistinctBy(offer => offer.SkuId)];
        var given = SeatFlow.Spread(
            [.. seats.Select(seat => seat.People)],
            [.. free.Select(offer => offer.FreeUnits)],
            (need, product) => offers[need].Any(offer => offer.SkuId == free[product].SkuId));

        return [.. seats.Select((seat, need) => new SeatNeed(
            [.. seat.Meets.Select(_playbook.Requirement)],
            seat.People,
            [.. free.Select((offer, product) => new SeatsUsed(offer.SkuId, given[need, product])).Where(used => used.Seats > 0)],
            offers[need]))];
    }

    // What no licence changes comes first; then what takes the most work.
    private NeedPart PartOf(ExperienceVerdict judged, ImmutableArray<(PlanRequirement Requirement, PlanStanding Standing)> standings) => judged.Verdict switch
    {
        Verdict.Ready => NeedPart.Ready,
        Verdict.NotApplicable => NeedPart.NotForThem,
        _ when judged.Reasons.Any(reason => reason.Verdict is Verdict.NotReady && !IsAboutLicences(reason)) => NeedPart.NotByLicence,
        _ when standings.Any(one => TakesProduct(one.Standing)) => NeedPart.NeedProduct,
        _ when standings.Any(one => one.Standing is PlanStanding.AssignmentFailed) => NeedPart.FixAssignment,
        _ when standings.Any(one => one.Standing is PlanStanding.SwitchedOff) => NeedPart.SwitchOn,
        _ => NeedPart.Unclear,
    };

    private bool IsAboutLicences(Reason reason) =>
        _playbook.Requirements.Any(requirement => reason.Code.StartsWith(requirement.Id + RequirementReasons.Separator, StringComparison.Ordinal));

    private static bool TakesProduct(PlanStanding standing) => standing is PlanStanding.Missing or PlanStanding.Suspended;

    private ImmutableArray<(PlanRequirement Requirement, PlanStanding Standing)> StandingsOf(Experience experience, Footprint footprint) =>
        [.. _playbook.Requirements.Select((requirement, index) => (Requirement: requirement, Standing: footprint.Read(index)))
            .Where(one => experience.Requires.Contains(one.Requirement.Id))];

    // People of one footprint while their needs are worked out; seats by what they must meet.
    private sealed record Sort(
        Footprint Footprint, int People, Verdict Verdict, NeedPart Part, ImmutableArray<PlanRequirement> Lacks, ImmutableArray<ImmutableArray<string>> Seats);
}
