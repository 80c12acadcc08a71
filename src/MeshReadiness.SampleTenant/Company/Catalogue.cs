using System.Text.Json;

namespace MeshReadiness.SampleTenant.Company;

/// <summary>A service plan as Microsoft publishes it.</summary>
internal sealed record Plan(string Name, Guid Id)
{
    private static readonly string[] CompanyWide =
    [
        "EXCHANGE_S_FOUNDATION", "MICROSOFT_SEARCH", "GRAPH_CONNECTORS_SEARCH_INDEX", "M365_LIGHTHOUSE_CUSTOMER_PLAN1",
        "M365_LIGHTHOUSE_PARTNER_PLAN1", "INTUNE_O365", "DYN365_CDS_VIRAL",
    ];

    public bool AppliesToUser { get; } = !CompanyWide.Contains(Name);

    public string Service { get; } = PlanServices.Of(Name);
}

/// <summary>A product that can be bought, with its service plans.</summary>
internal sealed record Product(string Name, string StringId, Guid SkuId, IReadOnlyList<Plan> Plans)
{
    public Guid PlanId(string name) => Plans.Single(plan => plan.Name == name).Id;
}

/// <summary>The products that the scenarios sell, from Microsoft's published list.</summary>
internal static class Catalogue
{
    public static readonly IReadOnlyDictionary<string, Product> Products = Read();

    public static Product Get(string stringId) => Products[stringId];

    private static Dictionary<string, Product> Read()
    {
        using var stream = typeof(Catalogue).Assembly.GetManifestResourceStream("products.json")!;
        using var document = JsonDocument.Parse(stream);

        return document.RootElement.EnumerateArray().Select(ReadProduct).ToDictionary(product => product.StringId);
    }

    private static Product ReadProduct(JsonElement product) => new(
        product.GetProperty("name").GetString()!,
        product.GetProperty("stringId").GetString()!,
        product.GetProperty("skuId").GetGuid(),
        [.. product.GetProperty("servicePlans").EnumerateArray().Select(plan =>
            new Plan(plan.GetProperty("name").GetString()!, plan.GetProperty("id").GetGuid()))]);
}
