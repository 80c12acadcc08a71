using CsCheck;
using MeshReadiness.Core.Licensing;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Core.Tests.Given;

namespace MeshReadiness.Core.Tests.Licensing;

public sealed class ContradictionFinderTests
{
    private static readonly Playbook Claiming = SmallPlaybook.It with
    {
        Claims = [new("events", "events", ["mesh"], ["teams"], [new("The suite", [Products.Suite.SkuId])], SmallPlaybook.Page)],
    };

    [Fact]
    public void The_tenant_is_trusted_before_the_table()
    {
        var found = Assert.Single(Find(Products.Suite with { ServicePlans = [Plan(Plans.Teams), Plan(Plans.Mesh)] }));

        Assert.Equal((ContradictionKind.TenantDiffers, LicenceSource.Tenant), (found.Kind, found.Trusted));
        Assert.Equal(new SourceAnswers(SourceAnswer.Yes, SourceAnswer.No, SourceAnswer.Yes), found.Says);
        Assert.Equal("In your tenant it carries the Mesh plan; Microsoft's table doesn't list that.", found.Sentence);
    }

    [Fact]
    public void The_table_is_trusted_before_the_articles()
    {
        var found = Assert.Single(Find());

        Assert.Equal((ContradictionKind.NamedWithoutPlan, LicenceSource.Table), (found.Kind, found.Trusted));
        Assert.Equal("Articles name it for events, and in Microsoft's table it doesn't carry the Mesh plan.", found.Sentence);
    }

    [Fact]
    public void A_product_that_only_the_tenant_knows_is_measured_by_itself()
    {
        var trial = Products.Product("11111111-2222-3333-4444-555555555555", "TRIAL", Plans.Mesh);
        var found = Assert.Single(Find(trial), one => one.SkuId == trial.SkuId);

        Assert.Equal((ContradictionKind.PlanWithoutRest, "teams", "TRIAL"), (found.Kind, found.RequirementId, found.Product));
    }

    /// <summary>A second finder, written as a plain list of questions, agrees on any small world.</summary>
    [Fact]
    public void A_naive_finder_finds_the_same() => Worlds.Sample(
        world => Assert.Equal(
            Naive(world).Order(StringComparer.Ordinal),
            ContradictionFinder.Find(world.Playbook, world.Table, world.Tenant)
                .Select(found => $"{found.SkuId} {found.RequirementId} {found.Kind} {found.Trusted}").Order(StringComparer.Ordinal)),
        iter: 20_000);

    private static readonly Gen<Guid[]> SomeProducts = Gen.Int[0, 4].Select(index => GenerateProducts.Ids[index]).HashSet[1, 3].Select(ids => ids.ToArray());

    private static readonly Gen<ProductClaim> Claims = Gen.Select(
            Gen.OneOf("teams", "mesh", "storage").HashSet[1, 3], Gen.Int[0, 2], SomeProducts, SomeProducts)
        .Select((promises, gives, one, other) => new ProductClaim(
            "claim", "events", [.. promises.Take(gives)], [.. promises.Skip(gives)], [new("One", [.. one]), new("Other", [.. other])], SmallPlaybook.Page));

    private static readonly Gen<World> Worlds = Gen.Select(Claims.Array[1, 2], GenerateProducts.Certain, GenerateProducts.Certain, Gen.Int[0, 4], Gen.Int[0, 4])
        .Select((claims, listed, held, most, kept) => new World(
            SmallPlaybook.It with { Claims = [.. claims] },
            new(listed.Take(most).ToImmutableDictionary(sku => sku.SkuId, sku => new CatalogueProduct(sku.SkuId, "Pack", "PACK",
                [.. sku.ServicePlans.Select(plan => new CataloguePlan(plan.ServicePlanId, "PLAN", "Plan"))]))),
            [.. held.Skip(4 - kept)]));

    private static IEnumerable<string> Naive(World world)
    {
        foreach (var product in GenerateProducts.Ids)
        {
            var listed = world.Table.Products.GetValueOrDefault(product)?.ServicePlans.Select(plan => plan.ServicePlanId).ToList();
            var held = world.Tenant.FirstOrDefault(sku => sku.SkuId == product)?.ServicePlans.Select(plan => plan.ServicePlanId).ToList();
            var naming = world.Playbook.Claims.Where(claim => claim.Names.Any(name => name.SkuIds.Contains(product))).ToList();

            if (naming.Count > 0 && listed is null)
            {
                yield return $"{product}  {ContradictionKind.NamedNotListed} {(held is null ? LicenceSource.Articles : LicenceSource.Tenant)}";
            }

            if ((held ?? listed) is not { } believed)
            {
                continue;
            }

            foreach (var (id, plans) in world.Playbook.Requirements.Select(requirement => (requirement.Id, requirement.AnyOf)))
            {
                bool Has(List<Guid>? carried, string what) =>
                    carried is not null && world.Playbook.Requirements.Single(one => one.Id == what).AnyOf.Any(carried.Contains);
                List<Guid>? PlansOf(Guid other) => world.Tenant.FirstOrDefault(sku => sku.SkuId == other)?.ServicePlans.Select(plan => plan.ServicePlanId).ToList()
                    ?? world.Table.Products.GetValueOrDefault(other)?.ServicePlans.Select(plan => plan.ServicePlanId).ToList();
                var promising = naming.Where(claim => claim.Gives.Contains(id) || claim.With.Contains(id)).ToList();
                ContradictionKind? kind = null;

                if (held is not null && listed is not null && Has(held, id) != Has(listed, id))
                {
                    kind = ContradictionKind.TenantDiffers;
                }
                else if (promising.Count > 0 && !Has(believed, id))
                {
                    kind = promising.Any(claim => claim.Names.Any(name => name.SkuIds.Contains(product) && name.SkuIds.Any(form => Has(PlansOf(form), id))))
                        ? ContradictionKind.FormsDiffer : ContradictionKind.NamedWithoutPlan;
                }
                else if (promising.Count == 0 && !Has(believed, id)
                    && world.Playbook.Claims.Any(claim => claim.With.Contains(id) && claim.Gives.Any(what => Has(believed, what))))
                {
                    kind = ContradictionKind.PlanWithoutRest;
                }
                else if (promising.Count == 0 && Has(believed, id) && Has(listed, id)
                    && world.Playbook.Claims.Any(claim => claim.Gives.Contains(id) && claim.With.All(what => Has(believed, what))))
                {
                    kind = ContradictionKind.UnnamedWithPlan;
                }

                if (kind is not null)
                {
                    yield return $"{product} {id} {kind} {(held is null ? LicenceSource.Table : LicenceSource.Tenant)}";
                }
            }
        }
    }

    private static ServicePlan Plan(Guid id) => new(id, "PLAN", "User");

    private static ImmutableArray<Contradiction> Find(params SubscribedSku[] tenant) => ContradictionFinder.Find(Claiming, Products.Table, tenant);

    private sealed record World(Playbook Playbook, ProductCatalogue Table, ImmutableArray<SubscribedSku> Tenant);
}
