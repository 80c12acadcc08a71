using MeshReadiness.Core.Eligibility;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Playbooks;

namespace MeshReadiness.Core.Tests.Given;

/// <summary>A tenant for the shipped Mesh playbook in which every requirement has a product of its own.</summary>
internal static class MeshTenant
{
    public const string Makers = "5a0c3f8e-0000-0000-0000-000000000001";

    public static readonly Playbook Playbook = PlaybookLibrary.Mesh;

    /// <summary>For each requirement, by its place, a product that gives it and nothing else: the last of its plans.</summary>
    public static readonly ImmutableArray<SubscribedSku> Own = [.. Playbook.Requirements.Select((requirement, index) => Products.Product(
        $"0000000{index}-aaaa-0000-0000-000000000000", $"ONLY_{requirement.Id}", requirement.AnyOf[^1]))];

    public static readonly SubscribedSku Government = Products.Product("11111111-0000-0000-0000-000000000000", "PACK_GOV");

    /// <summary>The tenant; what nobody gives is open or there.</summary>
    public static TenantFacts With(Result<GroupCreationFacts>? creation = null, params SubscribedSku[] more) => ATenant.With([.. Own, .. more]) with
    {
        Inventory = new() { GroupCreation = creation ?? GroupCreationFacts.Default },
    };

    public static PersonRules Rules(TenantFacts? tenant = null, Playbook? playbook = null) => new(
        new(playbook ?? Playbook, tenant ?? With(), ProductTable.Shipped), playbook ?? Playbook, tenant ?? With(), ProductTable.Shipped);

    /// <summary>The product that gives this requirement alone.</summary>
    public static SubscribedSku For(string requirement) => Own[Playbook.Requirements.IndexOf(Playbook.Requirement(requirement))];

    /// <summary>A member who holds everything.</summary>
    public static UserFacts Equipped() => Own.Aggregate(Person.Member(), (person, sku) => person.Holding(sku));

    /// <summary>The same member, but for this requirement.</summary>
    public static UserFacts Without(string requirement) =>
        Own.Where(sku => !Playbook.Requirement(requirement).AnyOf.Any(sku.Carries)).Aggregate(Person.Member(), (person, sku) => person.Holding(sku));

    public static MembershipFacts In(params string[] groups) => new([.. groups.Select(id => Group(id))], IsWhole: true);

    public static GroupFacts Group(string id, params Guid[] gives) => new(id, $"Group {id[..1]}", false, [.. gives], null, false);

    /// <summary>All reasons about an experience or an action, found by its id.</summary>
    public static ImmutableArray<Reason> ReasonsOf(this PersonEligibility person, string id) =>
        person.Experiences.Where(one => one.ExperienceId == id).Select(one => one.Reasons)
            .Concat(person.Actions.Where(one => one.ActionId == id).Select(one => one.Reasons)).Single();
}
