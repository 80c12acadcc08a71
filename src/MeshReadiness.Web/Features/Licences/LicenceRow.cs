using System.Collections.Immutable;
using MeshReadiness.Core.Licensing;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Web.Features.Licences;

/// <summary>One product as the table, the API and the export show it.</summary>
/// <param name="Name">The published name, or the tenant's part number.</param>
/// <param name="Reach">What it brings.</param>
public sealed record LicenceRow(string Name, ProductReach Reach)
{
    /// <summary>The product itself.</summary>
    public SubscribedSku Sku => Reach.Sku;

    /// <summary>Whether anybody can use what it carries today.</summary>
    public bool Works => Sku.PrepaidUnits.Enabled + Sku.PrepaidUnits.Warning > 0;

    /// <summary>Seats that are paid for no longer and don't work.</summary>
    public int Stopped => Sku.PrepaidUnits.Suspended + Sku.PrepaidUnits.LockedOut;

    /// <summary>More given out than bought and working; Entra takes them back some day.</summary>
    public int Overdrawn => Math.Max(0, Sku.ConsumedUnits - Sku.PrepaidUnits.Enabled - Sku.PrepaidUnits.Warning);

    /// <summary>All products, those that open something first.</summary>
    public static ImmutableArray<LicenceRow> All(ImmutableArray<SubscribedSku> skus, Playbook playbook, ProductCatalogue catalogue) =>
        [.. skus
            .Select(sku => new LicenceRow(catalogue.ProductName(sku.SkuId, sku.SkuPartNumber), ProductReach.Of(sku, playbook)))
            .OrderByDescending(row => row.Reach.EnoughFor.Length + row.Reach.HelpsWith.Length)
            .ThenBy(row => row.Name, StringComparer.OrdinalIgnoreCase)];
}
