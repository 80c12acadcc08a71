using System.Text.Json;
using MeshReadiness.Integration.Tests.SampleTenant;

namespace MeshReadiness.Integration.Tests.Portal;

/// <summary>
/// What it would take, recounted person by person from what Graph says of each, with seats that are handed out one at a time.
/// Knows the playbook's file and none of the portal's code.
/// </summary>
internal sealed class NaiveNeeds
{
    private static readonly JsonElement Playbook = Json("mesh.json");
    private static readonly Dictionary<string, HashSet<string>> PublishedPlans = Json("license-products.json").EnumerateArray()
        .ToDictionary(product => product.Text("skuId")!, product => Ids(product, "servicePlans", "id"));

    private readonly Dictionary<string, HashSet<string>> _plansOf, _workingPlansOf;
    private readonly Dictionary<string, int> _free;
    private readonly List<string> _sold;
    private readonly JsonElement _members, _policies;
    private readonly List<(string Meets, int Person)> _wanting = [];
    private readonly Dictionary<string, List<int>> _givenOut = [];

    /// <param name="experience">What people should be ready for.</param>
    /// <param name="people">The people, as Graph lists them.</param>
    /// <param name="skus">The tenant's products, as Graph lists them.</param>
    /// <param name="expected">The tenant's own arithmetic, for its seats.</param>
    /// <param name="members">The same of who is in what policies name.</param>
    /// <param name="policies">The tenant's Conditional Access policies, as Graph lists them.</param>
    public NaiveNeeds(
        string experience, IReadOnlyList<JsonElement> people, IReadOnlyList<JsonElement> skus, JsonElement expected, JsonElement members, JsonElement policies)
    {
        (_members, _policies) = (members, policies);
        var others = Playbook.GetProperty("notOffered").EnumerateArray().SelectMany(one => one.GetProperty("products").EnumerateArray()).Select(id => id.GetString()!).ToHashSet();
        _plansOf = skus.ToDictionary(sku => sku.Text("skuId")!, sku => Ids(sku, "servicePlans", "servicePlanId"));

        // A plan that waits for something in this tenant makes nobody ready.
        _workingPlansOf = skus.ToDictionary(sku => sku.Text("skuId")!, sku => sku.GetProperty("servicePlans").EnumerateArray()
            .Where(plan => plan.Text("provisioningStatus")?.ToUpperInvariant() is null or "SUCCESS").Select(plan => plan.Text("servicePlanId")!).ToHashSet());
        var seats = expected.GetProperty("products").EnumerateArray().ToDictionary(product => product.Text("skuId")!);
        _sold = [.. seats.Where(seat => seat.Value.Number("enabled") + seat.Value.Number("warning") > 0 && !others.Contains(seat.Key)).Select(seat => seat.Key)];
        _free = _sold.ToDictionary(id => id, id => Math.Max(0, seats[id].Number("enabled") - seats[id].Number("consumed")));
        var asked = Playbook.GetProperty("experiences").EnumerateArray().Single(one => one.Text("id") == experience);

        for (var index = 0; index < people.Count; index++)
        {
            var part = PartOf(asked, people[index], out var lacks);
            People[part] = [.. People.GetValueOrDefault(part, []), people[index].Text("id")!];

            while (part == "needProduct" && lacks.Count > 0)
            {
                var seat = Most(_sold.Select(id => _workingPlansOf[id]), lacks) is { Count: > 0 } held ? held : Most(PublishedPlans.Where(one => !others.Contains(one.Key)).Select(one => one.Value), lacks);
                seat = seat.Count > 0 ? seat : lacks;
                _wanting.Add((string.Join('+', seat), index));
                lacks = [.. lacks.Except(seat)];
            }
        }

        var order = Requirements.ToList();
        var byNeed = _wanting.Select((one, index) => (one.Meets, index)).GroupBy(one => one.Meets)
            .OrderBy(need => string.Concat(need.Key.Split('+').Select(id => (char)('a' + order.IndexOf(id)))), StringComparer.Ordinal);

        foreach (var need in byNeed)
        {
            Seats[need.Key] = (need.Count(), need.Count(one => TakesSeat(one.index, [])));
        }
    }

    /// <summary>The people of each part, by id.</summary>
    public Dictionary<string, List<string>> People { get; } = [];

    /// <summary>Seats by what they have to meet: how many people need one, and how many of these are free.</summary>
    public Dictionary<string, (int People, int FromFree)> Seats { get; } = [];

    private static IEnumerable<string> Requirements => Playbook.GetProperty("requirements").EnumerateArray().Select(one => one.Text("id")!);

    private string PartOf(JsonElement asked, JsonElement person, out List<string> lacks)
    {
        lacks = [];
        var type = person.Text("userType")?.ToUpperInvariant();

        if ((asked.Text("audience"), type) is ("members", "GUEST") or ("guests", "MEMBER"))
        {
            return "notForThem";
        }

        var admitted = asked.TryGetProperty("admittedBy", out var ways) ? NaiveVerdicts.Admitted(ways, NaiveScenario.Person(person, _members), _policies) : "ready";

        if (person.GetProperty("accountEnabled").ValueKind is JsonValueKind.False || admitted is "notReady"
            || (asked.Text("audience") is "guests" && type is "GUEST" && person.Text("externalUserState") is "PendingAcceptance"))
        {
            return "notByLicence";
        }

        var standings = Requirements.Where(id => asked.GetProperty("requires").EnumerateArray().Any(one => one.GetString() == id))
            .Select(id => (Id: id, Standing: Standing(person, PlansFor(id)))).ToList();
        lacks = [.. standings.Where(one => one.Standing is "missing" or "suspended").Select(one => one.Id)];

        return lacks.Count > 0 ? "needProduct"
            : standings.Exists(one => one.Standing == "failed") ? "fixAssignment"
            : standings.Exists(one => one.Standing == "off") ? "switchOn"
            : standings.Exists(one => one.Standing == "unclear") || person.GetProperty("accountEnabled").ValueKind is not JsonValueKind.True
                || type is null || (asked.Text("audience") is "guests" && person.Text("externalUserState") is null) || asked.Text("notEvaluated") is not null || admitted is "unknown" ? "unclear"
            : "ready";
    }

    private string Standing(JsonElement person, HashSet<string> wanted)
    {
        var states = person.GetProperty("assignedPlans").EnumerateArray()
            .Where(plan => wanted.Contains(plan.Text("servicePlanId")!)).Select(plan => plan.Text("capabilityStatus")!.ToUpperInvariant()).ToList();

        return states.Exists(state => state is "ENABLED" or "WARNING") ? "on"
            : states.Exists(state => state is not ("SUSPENDED" or "LOCKEDOUT" or "DELETED")) ? "unclear"
            : states.Exists(state => state is "SUSPENDED" or "LOCKEDOUT") ? "suspended"
            : person.GetProperty("assignedLicenses").EnumerateArray()
                .Any(licence => licence.GetProperty("disabledPlans").EnumerateArray().Any(plan => wanted.Contains(plan.GetString()!))) ? "off"
            : person.GetProperty("licenseAssignmentStates").EnumerateArray()
                .Any(state => state.Text("state")!.ToUpperInvariant() is "ERROR" or "ACTIVEWITHERROR" && _plansOf.GetValueOrDefault(state.Text("skuId")!)?.Overlaps(wanted) is true) ? "failed"
            : "missing";
    }

    private bool TakesSeat(int wanting, HashSet<string> tried)
    {
        var meets = _wanting[wanting].Meets.Split('+');

        foreach (var product in _sold.Where(id => meets.All(requirement => _workingPlansOf[id].Overlaps(PlansFor(requirement))) && tried.Add(id)))
        {
            var holders = _givenOut.TryGetValue(product, out var known) ? known : _givenOut[product] = [];

            if (holders.Count < _free[product])
            {
                holders.Add(wanting);
                return true;
            }

            // Whoever sits there may be able to sit elsewhere; of those with the same need, one is as good as another.
            foreach (var holder in holders.DistinctBy(holder => _wanting[holder].Meets).ToList())
            {
                if (TakesSeat(holder, tried))
                {
                    holders.Remove(holder);
                    holders.Add(wanting);
                    return true;
                }
            }
        }

        return false;
    }

    private static List<string> Most(IEnumerable<HashSet<string>> products, List<string> lacks) => products
        .Select(plans => lacks.Where(id => plans.Overlaps(PlansFor(id))).ToList())
        .OrderByDescending(met => met.Count).ThenBy(met => string.Concat(met.Select(id => (char)('a' + lacks.IndexOf(id)))), StringComparer.Ordinal)
        .FirstOrDefault([]);

    private static HashSet<string> PlansFor(string requirement) => Playbook.GetProperty("requirements").EnumerateArray()
        .Single(one => one.Text("id") == requirement).GetProperty("anyOf").EnumerateArray().Select(plan => plan.GetString()!).ToHashSet();

    private static HashSet<string> Ids(JsonElement product, string list, string id) =>
        product.GetProperty(list).EnumerateArray().Select(plan => plan.Text(id)!).ToHashSet();

    private static JsonElement Json(string name) => JsonElement.Parse(File.ReadAllText(Sources.File("src", "MeshReadiness.Playbooks", "Packs", name)));
}
