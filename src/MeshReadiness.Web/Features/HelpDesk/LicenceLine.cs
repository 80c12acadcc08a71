using System.Collections.Immutable;
using MeshReadiness.Core.Licensing;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Web.Components;

namespace MeshReadiness.Web.Features.HelpDesk;

/// <summary>One product of a person: how it came, and what became of the plans that matter.</summary>
internal sealed record LicenceLine(Guid SkuId, string Product, ImmutableArray<AssignmentPath> Paths, ImmutableArray<PlanLine> Plans)
{
    /// <summary>All products that the person holds or should hold, in the order of their names.</summary>
    public static ImmutableArray<LicenceLine> All(UserFacts user, TenantFacts tenant, ProductCatalogue catalogue, Playbook playbook)
    {
        var skus = tenant.SubscribedSkus.TryGet(out var read) ? read : [];
        var groups = tenant.Groups.TryGet(out var known) ? known : [];
        var products = new TenantProducts(tenant.SubscribedSkus, playbook);
        var reduced = user with { Holdings = products.Reduce(user.Holdings) };

        return
        [
            .. user.AssignedLicenses.Select(licence => licence.SkuId)
                .Concat(user.LicenseAssignmentStates.Select(state => state.SkuId))
                .Distinct()
                .Select(skuId => new LicenceLine(
                    skuId,
                    catalogue.ProductName(skuId, skus.FirstOrDefault(sku => sku.SkuId == skuId)?.SkuPartNumber),
                    [.. user.LicenseAssignmentStates.Where(state => state.SkuId == skuId).Select(state => AssignmentPath.Of(state, groups))],
                    PlansOf(reduced, skus.FirstOrDefault(sku => sku.SkuId == skuId), catalogue, playbook, products)))
                .OrderBy(line => line.Product, StringComparer.OrdinalIgnoreCase),
        ];
    }

    private static ImmutableArray<PlanLine> PlansOf(UserFacts user, SubscribedSku? sku, ProductCatalogue catalogue, Playbook playbook, TenantProducts products)
    {
        var wanted = playbook.Requirements.SelectMany(requirement => requirement.AnyOf).ToHashSet();
        var licence = user.AssignedLicenses.FirstOrDefault(licence => licence.SkuId == sku?.SkuId);
        var switchedOff = licence?.DisabledPlans ?? [];

        // Nobody asks for plans that follow from the licence.
        var (worksOut, isUntold) = (licence is not null && !products.IsDoubtful(licence.SkuId), licence is not null && user.Holdings.Plans.IsDefault);

        return
        [
            .. (sku?.ServicePlans ?? []).Where(plan => wanted.Contains(plan.ServicePlanId)).Select(plan =>
            {
                var name = catalogue.PlanName(plan.ServicePlanId, plan.ServicePlanName);
                var best = user.AssignedPlans.Where(held => held.ServicePlanId == plan.ServicePlanId).MinBy(held => held.Status);

                return switchedOff.Contains(plan.ServicePlanId) ? new PlanLine(name, Tone.Bad, "Switched off")
                    : best is null && worksOut && isUntold ? new(name, Tone.Good, "On")
                    : best is null ? new(name, Tone.Unknown, isUntold ? "Not known" : "Not there")
                    : new(name, ToneOf(best.Status), best.Status is CapabilityStatus.Enabled ? "On" : best.StatusText);
            }),
        ];
    }

    private static Tone ToneOf(CapabilityStatus status) => status switch
    {
        CapabilityStatus.Enabled => Tone.Good,
        CapabilityStatus.Warning => Tone.Warn,
        CapabilityStatus.Unrecognised => Tone.Unknown,
        _ => Tone.Bad,
    };
}

/// <summary>One way on which a product came to a person.</summary>
internal sealed record AssignmentPath(string Words, bool Failed)
{
    public static AssignmentPath Of(LicenseAssignmentState state, ImmutableArray<GroupFacts> groups)
    {
        var way = state.AssignedByGroup is { } groupId
            ? $"Through {groups.FirstOrDefault(group => group.Id == groupId)?.DisplayName ?? $"the group {groupId}"}"
            : "Directly";

        return state.IsInError ? new($"{way}: failed with {state.Error ?? state.State}", true) : new(way, false);
    }
}

/// <summary>One plan of a product and its state for a person.</summary>
internal sealed record PlanLine(string Name, Tone Tone, string State);
