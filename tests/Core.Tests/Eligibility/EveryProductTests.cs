using System.Text.Json;
using System.Text.RegularExpressions;
using MeshReadiness.Core.Eligibility;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Core.Tests.Given;
using MeshReadiness.Playbooks;

namespace MeshReadiness.Core.Tests.Eligibility;

/// <summary>Every product of the published table, each held alone. What is expected is looked up in the files themselves.</summary>
public sealed class EveryProductTests
{
    private static readonly string[] PlanLists = ["governmentPlans", "educationPlans"], MarkLists = ["governmentSkuMarks", "educationSkuMarks"];

    [Theory]
    [InlineData("mesh")]
    [InlineData("teams-immersive")]
    public void A_product_gives_what_the_table_says_that_it_carries(string playbookId)
    {
        var playbook = PlaybookLibrary.All.Single(one => one.Id == playbookId);
        var pack = JsonElement.Parse(ShippedFile.Text($"{playbookId}.json"));
        var products = JsonElement.Parse(ShippedFile.Text("license-products.json")).EnumerateArray().ToList();
        Assert.Equal(620, products.Count);

        foreach (var product in products)
        {
            var plans = product.GetProperty("servicePlans").EnumerateArray().Select(plan => plan.GetProperty("id").GetString()!).ToHashSet();
            var explained = MeshTenant.Rules(ATenant.With(Sku(product, plans)), playbook).Explain(new(Holding(product)));
            var codes = explained.Experiences.SelectMany(one => one.Reasons).Concat(explained.Actions.SelectMany(one => one.Reasons))
                .Select(reason => reason.Code).ToHashSet();

            foreach (var requirement in pack.GetProperty("requirements").EnumerateArray())
            {
                var id = requirement.GetProperty("id").GetString();
                Assert.Contains(Carries(requirement, plans) ? $"{id}:on" : $"{id}:missing", codes);
                Assert.DoesNotContain(Carries(requirement, plans) ? $"{id}:missing" : $"{id}:on", codes);
            }

            foreach (var (experience, verdict) in pack.GetProperty("experiences").EnumerateArray().Zip(explained.Experiences))
            {
                Assert.Equal((product.GetProperty("name").GetString(), Expected(pack, experience, product, plans)), (product.GetProperty("name").GetString(), verdict.Verdict));
            }
        }
    }

    private static Verdict Expected(JsonElement pack, JsonElement experience, JsonElement product, HashSet<string> plans)
    {
        if (experience.GetProperty("audience").GetString() == "guests")
        {
            return Verdict.NotApplicable;
        }

        var requirements = pack.GetProperty("requirements").EnumerateArray().ToDictionary(one => one.GetProperty("id").GetString()!);
        var lacks = experience.GetProperty("requires").EnumerateArray().Any(id => !Carries(requirements[id.GetString()!], plans));

        return lacks || IsElsewhere(pack.GetProperty("tenantSignals"), product, plans) ? Verdict.NotReady
            : experience.GetProperty("notEvaluated").ValueKind is JsonValueKind.Null ? Verdict.Ready
            : Verdict.Unknown;
    }

    // Whoever has bought it is a government or a school.
    private static bool IsElsewhere(JsonElement signals, JsonElement product, HashSet<string> plans) =>
        PlanLists.SelectMany(name => signals.GetProperty(name).EnumerateArray()).Any(plan => plans.Contains(plan.GetString()!))
        || MarkLists.SelectMany(name => signals.GetProperty(name).EnumerateArray())
            .Any(mark => Regex.IsMatch(product.GetProperty("stringId").GetString()!, Regex.Escape(mark.GetString()!) + "(?![A-Za-z])", RegexOptions.IgnoreCase));

    private static bool Carries(JsonElement requirement, HashSet<string> plans) =>
        requirement.GetProperty("anyOf").EnumerateArray().Any(plan => plans.Contains(plan.GetString()!));

    private static UserFacts Holding(JsonElement product) =>
        Person.Member() with { AssignedLicenses = [new(product.GetProperty("skuId").GetGuid(), [])] };

    private static SubscribedSku Sku(JsonElement product, HashSet<string> plans) => Products.Product(
        product.GetProperty("skuId").GetString()!, product.GetProperty("stringId").GetString()!, [.. plans.Select(Guid.Parse)]);
}
