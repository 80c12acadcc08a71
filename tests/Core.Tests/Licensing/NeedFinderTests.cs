using CsCheck;
using MeshReadiness.Core.Eligibility;
using MeshReadiness.Core.Licensing;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Core.Tests.Given;

namespace MeshReadiness.Core.Tests.Licensing;

public sealed class NeedFinderTests
{
    private static readonly Experience Event = SmallPlaybook.Experience("event");

    [Theory]
    [InlineData("M1WWW", NeedPart.Ready)]
    [InlineData("M1WOW", NeedPart.SwitchOn)]
    [InlineData("M1OFW", NeedPart.FixAssignment)]
    [InlineData("M1OFM", NeedPart.NeedProduct)]
    [InlineData("M1WSW", NeedPart.NeedProduct)]
    [InlineData("M1WUW", NeedPart.Unclear)]
    [InlineData("M0WMW", NeedPart.NotByLicence)]
    [InlineData("G1MMM", NeedPart.NotForThem)]
    public void Everybody_belongs_to_the_part_of_what_takes_the_most_work(string footprint, NeedPart expected)
    {
        var answer = Find(ATenant.Usual(), (footprint, 7));

        Assert.Equal(7, answer.Count(expected));
        Assert.Equal(7, answer.People);
    }

    [Fact]
    public void Free_seats_are_used_before_seats_are_missing()
    {
        var need = Assert.Single(Find(ATenant.With(Products.Suite, Products.Premium.Seats(10, 6)), ("M1WMW", 9)).Seats);

        Assert.Equal((9, 4, 5), (need.People, need.FromFree, need.Missing));
        Assert.Equal([new SeatsUsed(Products.Premium.SkuId, 4)], need.Used);
        Assert.Equal(["mesh"], need.Meets.Select(requirement => requirement.Id));
    }

    [Fact]
    public void Who_has_nothing_takes_a_seat_of_each_product_and_counts_once()
    {
        var answer = Find(ATenant.Usual(), ("M1MMM", 3));

        Assert.Equal(["teams storage 3", "mesh 3"], answer.Seats.Select(need => $"{string.Join(' ', need.Meets.Select(one => one.Id))} {need.People}"));
        Assert.Equal((3, 6, 6, 0), (answer.Count(NeedPart.NeedProduct), answer.SeatsNeeded, answer.SeatsFree, answer.SeatsMissing));
    }

    [Fact]
    public void What_the_tenant_does_not_have_is_offered_from_the_table()
    {
        var need = Assert.Single(Find(ATenant.With(Products.Premium), ("M1MWW", 2)).Seats);
        var offer = Assert.Single(need.Products);

        Assert.Equal(("Microsoft 365 E3", false, 0, 2), (offer.Name, offer.IsHeld, offer.FreeUnits, need.Missing));
    }

    [Fact]
    public void What_nobody_sells_is_still_missing()
    {
        var need = Assert.Single(Find(ATenant.With(Products.Suite), ("M1WMW", 2)).Seats);

        Assert.Empty(need.Products);
        Assert.Equal(2, need.Missing);
    }

    [Fact]
    public void A_product_without_a_working_seat_is_no_offer()
    {
        var ended = Products.Premium with { CapabilityStatus = "Suspended", PrepaidUnits = new(0, 0, 10, 0) };

        Assert.Empty(Assert.Single(Find(ATenant.With(Products.Suite, ended), ("M1WSW", 2)).Seats).Products);
    }

    [Fact]
    public void A_product_that_is_meant_for_others_is_no_offer_and_its_seats_do_not_count()
    {
        var playbook = SmallPlaybook.It with { NotOffered = [new("rooms", [Products.Premium.SkuId], SmallPlaybook.Page)] };
        var need = Assert.Single(new NeedFinder(playbook, ATenant.Rules(), Products.Table).Find(Event, [new(Read("M1WMW"), 2)]).Seats);

        Assert.Empty(need.Products);
        Assert.Equal(2, need.Missing);
    }

    [Fact]
    public void People_with_another_verdict_can_be_left_out()
    {
        var answer = new NeedFinder(SmallPlaybook.It, ATenant.Rules(), Products.Table)
            .Find(Event, [new(Read("M1WWW"), 2), new(Read("M1WMW"), 3), new(Read("M1WUW"), 5)], Verdict.Unknown);

        Assert.Equal((5, 5), (answer.People, answer.Count(NeedPart.Unclear)));
    }

    /// <summary>A recount person by person and seat by seat, where seats change hands one at a time, agrees on any small world.</summary>
    [Fact]
    public void A_recount_person_by_person_gives_the_same() => Worlds.Sample(
        world =>
        {
            var tenant = ATenant.With([.. world.Tenant]);
            var answer = new NeedFinder(SmallPlaybook.It, ATenant.Rules(tenant), Products.Table).Find(Event, world.People);
            var naive = new NaiveNeeds(world.Tenant, world.People);

            Assert.Equal(naive.Parts, Enum.GetValues<NeedPart>().Select(part => (part, answer.Count(part))).Where(count => count.Item2 > 0).ToDictionary());
            Assert.Equal(
                naive.Seats.OrderBy(seat => seat.Key, StringComparer.Ordinal).Select(seat => (seat.Key, seat.Value)),
                answer.Seats.Select(need => (Letters(need), (need.People, need.FromFree))).OrderBy(seat => seat.Item1, StringComparer.Ordinal));
            Assert.All(answer.Seats, need => Assert.All(need.Used, used => Assert.Contains(need.Products, offer => offer.SkuId == used.SkuId)));
            Assert.All(
                answer.Seats.SelectMany(need => need.Used).GroupBy(used => used.SkuId),
                uses => Assert.True(uses.Sum(used => used.Seats) <= world.Tenant.Single(sku => sku.SkuId == uses.Key).FreeUnits));
        },
        iter: 20_000);

    private static readonly Gen<Footprint> Footprints = Gen.Select(
            Gen.OneOf('M', 'M', 'G'), Gen.OneOf('1', '1', '0'), Gen.OneOf('W', 'U', 'S', 'O', 'F', 'M', 'M').Array[3])
        .Select((type, enabled, standings) => Read($"{type}{enabled}{new string(standings)}"));

    private static readonly Gen<(ImmutableArray<SubscribedSku> Tenant, FootprintCount[] People)> Worlds = Gen.Select(
            GenerateProducts.Any, Gen.Int[0, 4].Array[4], Gen.Int[0, 4], Gen.Select(Footprints, Gen.Int[1, 3], (footprint, people) => new FootprintCount(footprint, people)).Array[0, 6])
        .Select((products, used, most, people) => (
            products.Take(most).Select((product, index) => product with { ConsumedUnits = product.PrepaidUnits.Enabled - used[index] }).ToImmutableArray(),
            people.DistinctBy(count => count.Footprint).ToArray()));

    private static string Letters(SeatNeed need) => string.Concat(need.Meets.Select(requirement => requirement.Id[0]));

    private static NeedAnswer Find(TenantFacts tenant, params (string Footprint, int People)[] people) =>
        new NeedFinder(SmallPlaybook.It, ATenant.Rules(tenant), Products.Table)
            .Find(Event, people.Select(count => new FootprintCount(Read(count.Footprint), count.People)));

    private static Footprint Read(string text) => new(text[0] is 'G' ? UserType.Guest : UserType.Member, text[1] is '1', text[2..]);

    private sealed class NaiveNeeds
    {
        private readonly List<(string Meets, HashSet<Guid> Served)> _wanting = [];
        private readonly List<(Guid Sku, int Holder)> _seats = [];

        public NaiveNeeds(ImmutableArray<SubscribedSku> tenant, IEnumerable<FootprintCount> people)
        {
            foreach (var person in people.SelectMany(count => Enumerable.Repeat(count.Footprint, count.People)))
            {
                var part = PartOf(person);
                Parts[part] = Parts.GetValueOrDefault(part) + 1;

                for (var lacks = part is NeedPart.NeedProduct ? Lacking(person) : ""; lacks.Length > 0;)
                {
                    var seat = Most(tenant.Where(Sells).Select(Has), lacks) is { Length: > 0 } held ? held : Most(["t"], lacks) is { Length: > 0 } bought ? bought : lacks;
                    _wanting.Add((seat, [.. tenant.Where(sku => Sells(sku) && seat.All(Has(sku).Contains)).Select(sku => sku.SkuId)]));
                    lacks = string.Concat(lacks.Where(letter => !seat.Contains(letter, StringComparison.Ordinal)));
                }
            }

            _wanting.Sort((one, other) => string.CompareOrdinal(Order(one.Meets), Order(other.Meets)));
            _seats.AddRange(tenant.Where(Sells).SelectMany(sku => Enumerable.Repeat((sku.SkuId, -1), sku.FreeUnits)));
            var served = _wanting.Select((_, index) => index).Where(index => TakesSeat(index, [])).ToHashSet();

            foreach (var group in _wanting.Select((one, index) => (one.Meets, index)).GroupBy(one => one.Meets))
            {
                Seats[group.Key] = (group.Count(), group.Count(one => served.Contains(one.index)));
            }
        }

        public Dictionary<NeedPart, int> Parts { get; } = [];

        public Dictionary<string, (int People, int FromFree)> Seats { get; } = [];

        private static NeedPart PartOf(Footprint person) =>
            person.UserType is UserType.Guest ? NeedPart.NotForThem
            : person.AccountEnabled is false ? NeedPart.NotByLicence
            : person.Standings.IndexOfAny(['M', 'S']) >= 0 ? NeedPart.NeedProduct
            : person.Standings.Contains('F', StringComparison.Ordinal) ? NeedPart.FixAssignment
            : person.Standings.Contains('O', StringComparison.Ordinal) ? NeedPart.SwitchOn
            : person.Standings.Contains('U', StringComparison.Ordinal) ? NeedPart.Unclear
            : NeedPart.Ready;

        private static string Lacking(Footprint person) => string.Concat("tms".Where((_, index) => person.Standings[index] is 'M' or 'S'));

        private static bool Sells(SubscribedSku sku) => sku.PrepaidUnits.Enabled > 0 || sku.PrepaidUnits.Warning > 0;

        private static string Has(SubscribedSku sku)
        {
            bool Carries(params Guid[] plans) => sku.ServicePlans.Any(plan => plan.ProvisioningStatus == "Success" && plans.Contains(plan.ServicePlanId));
            return (Carries(Plans.Teams) ? "t" : "") + (Carries(Plans.Mesh) ? "m" : "") + (Carries(Plans.SharePoint, Plans.OneDrive) ? "s" : "");
        }

        private static string Most(IEnumerable<string> products, string lacks) => products
            .Select(has => string.Concat(lacks.Where(letter => has.Contains(letter, StringComparison.Ordinal))))
            .OrderByDescending(met => met.Length).ThenBy(Order, StringComparer.Ordinal).FirstOrDefault("");

        private static string Order(string letters) => string.Concat(letters.Select(letter => "tms".IndexOf(letter, StringComparison.Ordinal)));

        private bool TakesSeat(int person, HashSet<int> tried)
        {
            for (var seat = 0; seat < _seats.Count; seat++)
            {
                if (_wanting[person].Served.Contains(_seats[seat].Sku) && tried.Add(seat)
                    && (_seats[seat].Holder < 0 || TakesSeat(_seats[seat].Holder, tried)))
                {
                    _seats[seat] = (_seats[seat].Sku, person);
                    return true;
                }
            }

            return false;
        }
    }
}
