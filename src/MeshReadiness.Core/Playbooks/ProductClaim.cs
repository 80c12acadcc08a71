using System.Collections.Immutable;

namespace MeshReadiness.Core.Playbooks;

/// <summary>
/// What an article says in words about products: who holds one of these has what an experience takes. Words are the least
/// certain of the sources; see <see cref="Licensing.LicenceSource"/>.
/// </summary>
/// <param name="Id">Stable id, for example <c>avatars</c>.</param>
/// <param name="NamedFor">What the article names the products for, as it reads inside a sentence.</param>
/// <param name="Gives">The requirements that these products meet and that set them apart from others.</param>
/// <param name="With">The requirements that they must meet as well for that to be of use.</param>
/// <param name="Names">The products as the article words them.</param>
/// <param name="Source">The article.</param>
public sealed record ProductClaim(
    string Id,
    string NamedFor,
    ImmutableArray<string> Gives,
    ImmutableArray<string> With,
    ImmutableArray<NamedProduct> Names,
    string Source)
{
    /// <summary>All that a named product should meet.</summary>
    public IEnumerable<string> Promises => Gives.Concat(With);

    /// <summary>Whether the article's words cover this product.</summary>
    public bool Covers(Guid skuId) => Names.Any(name => name.SkuIds.Contains(skuId));
}

/// <summary>A product as an article words it, which may stand for several that are sold.</summary>
/// <param name="Wording">The article's words.</param>
/// <param name="SkuIds">The forms in which it is sold.</param>
public sealed record NamedProduct(string Wording, ImmutableArray<Guid> SkuIds);

/// <summary>Products that carry plans which people need and yet aren't meant for them.</summary>
/// <param name="MeantFor">For whom or what instead, as it reads inside a sentence.</param>
/// <param name="SkuIds">The products.</param>
/// <param name="Source">The page behind it.</param>
public sealed record ProductsForOthers(string MeantFor, ImmutableArray<Guid> SkuIds, string Source);
