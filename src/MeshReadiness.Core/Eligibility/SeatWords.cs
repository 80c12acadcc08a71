using System.Collections.Frozen;
using System.Globalization;
using MeshReadiness.Core.Licensing;
using MeshReadiness.Core.Playbooks;

namespace MeshReadiness.Core.Eligibility;

/// <summary>Says whether a licence that would serve can be assigned now. The sentences are the same for everybody, so they are made once.</summary>
internal sealed class SeatWords(Playbook playbook, TenantProducts products, ProductCatalogue catalogue)
{
    private const int MostProducts = 3;

    private readonly FrozenDictionary<string, string> _sentences = playbook.Requirements.ToFrozenDictionary(
        requirement => requirement.Id, requirement => Say(requirement, products, catalogue));

    /// <summary>One sentence about the seats of the products that carry one of the requirement's plans.</summary>
    public string For(PlanRequirement requirement) => _sentences[requirement.Id];

    private static string Say(PlanRequirement requirement, TenantProducts products, ProductCatalogue catalogue)
    {
        if (!products.AreKnown)
        {
            return "Whether a seat is free is unknown, because the tenant's products could not be read.";
        }

        var carriers = products.CarriersOf(requirement).Select(id => products.Skus[id])
            .Select(sku => (Name: catalogue.ProductName(sku.SkuId, sku.SkuPartNumber), Free: sku.FreeUnits))
            .OrderByDescending(one => one.Free).ThenBy(one => one.Name, StringComparer.Ordinal).ToList();
        var free = carriers.Where(one => one.Free > 0).ToList();

        return free.Count > 0 ? $"Free now: {List(free.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Free:N0} of {one.Name}")).ToList())}."
            : carriers.Count > 0 ? $"No seat is free now in {List(carriers.Select(one => one.Name).ToList())}; buy seats or take some back first."
            : "The tenant has no product that carries it, so it has to be bought first.";
    }

    private static string List(List<string> items) => items.Count <= MostProducts
        ? string.Join(", ", items)
        : string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", items.Take(MostProducts))} and {items.Count - MostProducts} more");
}
