using MeshReadiness.Core.Eligibility;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Core.Tests.Given;

/// <summary>A commercial tenant of which everything could be read; tests change the part that they are about.</summary>
internal static class ATenant
{
    public static readonly Problem NoConsent = new(ProblemKind.ConsentNeeded, "Consent is missing.");

    public static TenantFacts With(params SubscribedSku[] products) => new(
        new OrganizationFacts("tenant", "Contoso", "AAD", "CH", "contoso.example"),
        ImmutableArray.Create(products),
        ImmutableArray<GroupFacts>.Empty,
        ImmutableArray<ConditionalAccessPolicyFacts>.Empty,
        ImmutableArray<NamedLocationFacts>.Empty);

    /// <summary>The moment that tests speak of.</summary>
    public static readonly DateTimeOffset AsOf = new(2026, 3, 31, 12, 0, 0, TimeSpan.Zero);

    /// <summary>The usual tenant of whose inventory nothing but this was read.</summary>
    public static TenantFacts Knowing(TenantInventory inventory) => Usual() with { Inventory = inventory };

    public static TenantFacts Usual() => With(Products.Suite, Products.Premium);

    public static EligibilityRules Rules(TenantFacts? tenant = null) => new(SmallPlaybook.It, tenant ?? Usual(), Products.Table);
}
