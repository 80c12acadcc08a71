using System.Collections.Immutable;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Core.Licensing;

/// <summary>What sort of customer a tenant belongs to; decides whether Mesh is offered to it at all.</summary>
public enum TenantKind
{
    /// <summary>A company or a non-profit.</summary>
    Commercial,

    /// <summary>A government tenant (GCC, GCC High or DoD).</summary>
    Government,

    /// <summary>A school or university.</summary>
    Education,

    /// <summary>Not a workforce tenant: customers' or external identities.</summary>
    External,

    /// <summary>Could not be told from what was read.</summary>
    Unknown,
}

/// <summary>
/// Tells the kind of a tenant. No Graph property says it, so it is inferred: from the tenant's type,
/// then from products and plans that only such tenants can buy.
/// </summary>
public static class TenantKinds
{
    /// <summary>The kind of the tenant, and the fact that decided it.</summary>
    public static (TenantKind Kind, string Because) Find(
        Result<OrganizationFacts> organization, Result<ImmutableArray<SubscribedSku>> subscribedSkus, TenantSignals signals)
    {
        if (organization.TryGet(out var tenant) && tenant.TenantType is { } type && !type.Equals("AAD", StringComparison.OrdinalIgnoreCase))
        {
            return (TenantKind.External, $"The tenant's type is {type}, not AAD.");
        }

        if (!subscribedSkus.TryGet(out var skus))
        {
            return (TenantKind.Unknown, $"The tenant's products could not be read. {subscribedSkus.Problem.Detail}");
        }

        if (FirstMarked(skus, signals.GovernmentPlans, signals.GovernmentSkuMarks) is { } government)
        {
            return (TenantKind.Government, $"The product {government} is sold to government tenants only.");
        }

        if (FirstMarked(skus, signals.EducationPlans, signals.EducationSkuMarks) is { } education)
        {
            return (TenantKind.Education, $"The product {education} is sold to education tenants only.");
        }

        if (!organization.Succeeded)
        {
            return (TenantKind.Unknown, $"The tenant itself could not be read. {organization.Problem.Detail}");
        }

        return (TenantKind.Commercial, skus.Length == 1
            ? "The tenant's one product isn't sold to government or education tenants only."
            : $"None of the tenant's {skus.Length} products is sold to government or education tenants only.");
    }

    /// <summary>Whether a product is sold to government or education tenants only.</summary>
    /// <param name="partNumber">The product's text id.</param>
    /// <param name="plans">The plans that it carries.</param>
    /// <param name="signals">What gives such products away.</param>
    public static bool IsForOthers(string partNumber, IEnumerable<Guid> plans, TenantSignals signals) =>
        signals.GovernmentSkuMarks.Concat(signals.EducationSkuMarks).Any(mark => IsMarked(partNumber, mark))
        || plans.Any(plan => signals.GovernmentPlans.Contains(plan) || signals.EducationPlans.Contains(plan));

    private static string? FirstMarked(ImmutableArray<SubscribedSku> skus, ImmutableArray<Guid> plans, ImmutableArray<string> marks) =>
        skus.FirstOrDefault(sku =>
            marks.Any(mark => IsMarked(sku.SkuPartNumber, mark)) || plans.Any(sku.Carries))?.SkuPartNumber;

    // A mark is a word of its own: "_GOV" marks ENTERPRISEPACK_GOV and leaves Microsoft_Entra_ID_Governance alone.
    private static bool IsMarked(string partNumber, string mark)
    {
        for (var at = 0; (at = partNumber.IndexOf(mark, at, StringComparison.OrdinalIgnoreCase)) >= 0; at++)
        {
            var end = at + mark.Length;

            if (end == partNumber.Length || !char.IsAsciiLetter(partNumber[end]))
            {
                return true;
            }
        }

        return false;
    }
}
