using CsCheck;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Core.Tests.Given;

/// <summary>Random tenants, and licences of their products.</summary>
internal static class GenerateProducts
{
    /// <summary>The ids that licences are drawn from; no tenant lists the last one.</summary>
    public static readonly ImmutableArray<Guid> Ids = [.. Enumerable.Range(1, 5).Select(number => new Guid(number, 0, 0, new byte[8]))];

    private static readonly Gen<ImmutableArray<ServicePlan>> Carried =
        Gen.OneOf(Plans.Teams, Plans.Mesh, Plans.SharePoint, Plans.OneDrive, Plans.Other).HashSet[0, 5]
            .Select(plans => plans.Select(plan => new ServicePlan(plan, "PLAN", "User", "Success")).ToImmutableArray());

    /// <summary>Products of which every licence tells its plans.</summary>
    public static readonly Gen<ImmutableArray<SubscribedSku>> Certain = Gen.Select(Carried.Array[4], Gen.OneOf("Enabled", "Warning").Array[4])
        .Select((plans, states) => plans.Select((carried, index) =>
            new SubscribedSku(Ids[index], "PACK", states[index], 0, new(9, 1, 0, 0), carried)).ToImmutableArray());

    /// <summary>The same, of which some are suspended, locked out or waiting.</summary>
    public static readonly Gen<ImmutableArray<SubscribedSku>> Any = Gen.Select(Certain, Gen.Int[0, 4].Array[4])
        .Select((products, harms) => products.Select((product, index) => harms[index] switch
        {
            1 => product with { CapabilityStatus = "Suspended" },
            2 => product with { PrepaidUnits = new(1, 0, 1, 0) },
            3 => product with { ServicePlans = [.. product.ServicePlans.Select(plan => plan with { ProvisioningStatus = "PendingInput" })] },
            _ => product,
        }).ToImmutableArray());

    /// <summary>Licences of the first so many products, some with plans switched off.</summary>
    public static Gen<ImmutableArray<AssignedLicense>> Licences(int products) =>
        Gen.Select(Gen.Int[0, products - 1], Gen.OneOf(Plans.Teams, Plans.Mesh, Plans.SharePoint, Plans.OneDrive).HashSet[0, 3])
            .Select((product, off) => new AssignedLicense(Ids[product], [.. off])).Array[0, 4].Select(ImmutableArray.Create);
}
