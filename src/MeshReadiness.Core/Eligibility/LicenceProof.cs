using System.Collections.Immutable;
using MeshReadiness.Core.Licensing;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Core.Eligibility;

/// <summary>Lists the facts of a person's licences that bear on one requirement.</summary>
internal static class LicenceProof
{
    public static ImmutableArray<ProofFact> For(
        PlanRequirement requirement, UserFacts user, TenantProducts products, ProductCatalogue catalogue)
    {
        var skus = products.Skus;
        string Product(Guid skuId) => catalogue.ProductName(skuId, skus.GetValueOrDefault(skuId)?.SkuPartNumber);
        string Plan(Guid planId) => catalogue.PlanName(planId, null);

        var plans = user.AssignedPlans
            .Where(plan => requirement.AnyOf.Contains(plan.ServicePlanId))
            .Select(plan => $"The plan {Plan(plan.ServicePlanId)} is {plan.StatusText}");
        var switchedOff = user.AssignedLicenses
            .SelectMany(licence => licence.DisabledPlans.Where(plan => requirement.AnyOf.Contains(plan))
                .Select(plan => $"{Plan(plan)} is switched off in {Product(licence.SkuId)}"));
        var failed = user.LicenseAssignmentStates
            .Where(state => state.IsInError && skus.GetValueOrDefault(state.SkuId) is { } sku && requirement.AnyOf.Any(sku.Carries))
            .Select(state => $"{Product(state.SkuId)} could not be assigned: {state.Error ?? state.State}");
        ImmutableArray<ProofFact> found = [.. plans.Concat(switchedOff).Concat(failed).Select(text => new ProofFact(text))];

        return found.IsEmpty ? [new(Holdings(user, Product))] : found;
    }

    private static string Holdings(UserFacts user, Func<Guid, string> product) => user.AssignedLicenses.IsEmpty
        ? "Holds no licence at all"
        : $"Holds {string.Join(", ", user.AssignedLicenses.Select(licence => product(licence.SkuId)))}";
}
