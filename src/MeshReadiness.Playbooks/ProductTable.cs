using System.Collections.Immutable;
using System.Text;
using MeshReadiness.Core.Licensing;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Playbooks.Reading;

namespace MeshReadiness.Playbooks;

/// <summary>Reads Microsoft's published table of products and service plans.</summary>
public static class ProductTable
{
    private const string FileName = "license-products.json";

    private static readonly Lazy<ProductCatalogue> ShippedTable = new(() => JsonFile.Read(FileName, Packs.Read(FileName), Catalogue).Value);

    /// <summary>The table that comes with the product. Read when it is first asked for.</summary>
    public static ProductCatalogue Shipped => ShippedTable.Value;

    /// <summary>The table in a file that replaces the shipped one, or one sentence that says where it is broken.</summary>
    /// <param name="name">The file's name, for that sentence.</param>
    /// <param name="json">The file's text.</param>
    public static Result<ProductCatalogue> Read(string name, string json) => JsonFile.Read(name, json, Catalogue);

    /// <summary>The same from the file's bytes: Microsoft's own CSV where the name ends in <c>.csv</c>, otherwise JSON as it is shipped.</summary>
    public static Result<ProductCatalogue> Read(string name, byte[] content)
    {
        string text;

        try
        {
            text = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(content).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return new Problem(ProblemKind.Invalid, $"{name}, line 1: the file isn't written in UTF-8. Download it again, or save it as UTF-8.");
        }

        return name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) ? ReadCsv(name, text) : Read(name, text);
    }

    private static Result<ProductCatalogue> ReadCsv(string name, string text)
    {
        try
        {
            return PublishedCsv.Read(text);
        }
        catch (BrokenFileException error)
        {
            return new Problem(ProblemKind.Invalid, $"{name}, line {error.Line}: {error.Message}");
        }
    }

    private static ProductCatalogue Catalogue(JsonCursor root)
    {
        var products = ImmutableDictionary.CreateBuilder<Guid, CatalogueProduct>();

        root.SomeItems(item =>
        {
            var product = Product(item);
            return products.TryAdd(product.SkuId, product)
                ? product
                : throw item["skuId"].Broken($"is {product.SkuId}, and another product has that id already.");
        });

        return new(products.ToImmutable());
    }

    private static CatalogueProduct Product(JsonCursor at)
    {
        at.Object("name", "stringId", "skuId", "servicePlans");
        return new(at["skuId"].Id(), at["name"].Text(), at["stringId"].Text(), at["servicePlans"].Items(Plan));
    }

    private static CataloguePlan Plan(JsonCursor at)
    {
        at.Object("name", "id", "friendlyName");
        return new(at["id"].Id(), at["name"].Text(), at["friendlyName"].Text());
    }
}
