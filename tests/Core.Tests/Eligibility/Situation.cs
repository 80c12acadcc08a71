using CsCheck;
using MeshReadiness.Core.Eligibility;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Core.Tests.Given;

namespace MeshReadiness.Core.Tests.Eligibility;

/// <summary>
/// A person and a tenant as a row of facts, each a word. No two facts touch the same data, so each can be changed alone.
/// Facts about licences are named by their requirement.
/// </summary>
internal sealed record Situation(ImmutableSortedDictionary<string, string> Facts)
{
    /// <summary>The shipped playbook, but that SharePoint doesn't count as storage: otherwise one fact would be two.</summary>
    public static readonly Playbook Playbook = MeshTenant.Playbook with
    {
        Requirements = [.. MeshTenant.Playbook.Requirements.Select(one => one.Id == "storage" ? one with { AnyOf = [one.AnyOf[^1]] } : one)],
    };

    public static readonly string[] Standings = ["on", "switched-off", "assignment-failed", "missing", "pending"];

    /// <summary>Every fact with the words that it can have.</summary>
    public static readonly ImmutableSortedDictionary<string, string[]> Words = new Dictionary<string, string[]>
    {
        ["tenant"] = ["fits", "unsupported", "unknown"],
        ["account"] = ["enabled", "disabled", "unknown", "untold"],
        ["type"] = ["member", "guest", "unknown", "untold"],
        ["invitation"] = ["accepted", "pending", "unknown"],
        ["location"] = ["set", "missing", "not-told"],
        ["licences"] = ["told", "untold"],
        ["creation"] = ["open", "closed", "group", "untold"],
        ["policies"] = ["none", "block", "untold"],
        ["makers"] = ["direct", "nested", "out", "untold", "cut-off"],
    }.Concat(Playbook.Requirements.Select(one => KeyValuePair.Create(one.Id, Standings))).ToImmutableSortedDictionary();

    /// <summary>Any row of facts, with one of them and another word for it.</summary>
    public static readonly Gen<(Situation Before, string Fact, string Word)> Change = Gen.Select(
        Gen.Int[0, 999].Array[Words.Count], Gen.Int[0, Words.Count - 1], Gen.Int[0, 999],
        (picks, fact, word) =>
        {
            var before = new Situation(Words.Zip(picks).ToImmutableSortedDictionary(one => one.First.Key, one => one.First.Value[one.Second % one.First.Value.Length]));
            var (name, words) = Words.ElementAt(fact);
            var others = words.Where(other => other != before[name]).ToList();
            return (before, name, others[word % others.Count]);
        });

    private static readonly Dictionary<(string Tenant, string Creation, string Policies), PersonRules> Rules = (
        from tenant in Words["tenant"]
        from creation in Words["creation"]
        from policies in Words["policies"]
        select ((tenant, creation, policies), MeshTenant.Rules(Tenant(tenant, creation, policies), Playbook))).ToDictionary();

    public string this[string fact] => Facts[fact];

    public Situation With(string fact, string word) => new(Facts.SetItem(fact, word));

    public PersonEligibility Explain() => Rules[(this["tenant"], this["creation"], this["policies"])].Explain(Person());

    public override string ToString() => string.Join(", ", Facts.Select(fact => $"{fact.Key}: {fact.Value}"));

    private static TenantFacts Tenant(string kind, string creation, string policies)
    {
        Result<GroupCreationFacts> groups = creation switch
        {
            "open" => GroupCreationFacts.Default,
            "closed" => new GroupCreationFacts(false, null),
            "group" => new GroupCreationFacts(false, MeshTenant.Makers),
            _ => ATenant.NoConsent,
        };
        var tenant = (kind is "unsupported" ? MeshTenant.With(groups, MeshTenant.Government) : MeshTenant.With(groups)) with
        {
            Policies = policies switch { "none" => APolicy.List(), "block" => APolicy.List(APolicy.BlocksMesh), _ => ATenant.NoConsent },
        };
        return kind is "unknown" ? tenant with { Organization = ATenant.NoConsent } : tenant;
    }

    private PersonFacts Person()
    {
        var user = Playbook.Requirements.Aggregate(Given.Person.Member(), (so, requirement) => Hold(so, requirement.Id)) with
        {
            AccountEnabled = this["account"] switch { "enabled" => true, "disabled" => false, _ => null },
            UserType = this["type"] switch { "member" => UserType.Member, "guest" => UserType.Guest, _ => null },
            Invitation = this["invitation"] switch { "accepted" => InvitationState.Accepted, "pending" => InvitationState.PendingAcceptance, _ => null },
            UsageLocation = this["location"] is "set" ? "CH" : null,
        };
        var told = UserProperties.All
            & ~(this["account"] is "untold" ? UserProperties.AccountEnabled : 0)
            & ~(this["type"] is "untold" ? UserProperties.UserType : 0)
            & ~(this["location"] is "not-told" ? UserProperties.UsageLocation : 0)
            & ~(this["licences"] is "untold" ? UserProperties.Licences | UserProperties.Plans | UserProperties.Assignments : 0);

        return new(this["licences"] is "untold" ? user with { Holdings = LicenceHoldings.None } : user)
        {
            Told = told,
            Details = this["licences"] is "untold" ? default : [.. Playbook.Requirements.SelectMany(one => Detail(one.Id))],
            DirectGroups = this["makers"] is "direct" ? MeshTenant.In(MeshTenant.Makers) : MeshTenant.In(),
            Groups = this["makers"] switch
            {
                "direct" or "nested" => MeshTenant.In(MeshTenant.Makers),
                "out" => MeshTenant.In(),
                "cut-off" => MeshTenant.In() with { IsWhole = false },
                _ => ATenant.NoConsent,
            },
        };
    }

    private UserFacts Hold(UserFacts user, string requirement) => (MeshTenant.For(requirement), this[requirement]) switch
    {
        (var sku, "on" or "pending") => user.Holding(sku).Assigned(sku),
        (var sku, "switched-off") => user.Holding(sku, sku.ServicePlans[0].ServicePlanId).Assigned(sku),
        (var sku, "assignment-failed") => user.Assigned(sku, "Error", "group", "CountViolation"),
        _ => user,
    };

    private IEnumerable<LicenceDetail> Detail(string requirement) => (MeshTenant.For(requirement), this[requirement]) switch
    {
        (var sku, "on") => [new(sku.SkuId, [new(sku.ServicePlans[0].ServicePlanId, "Success")])],
        (var sku, "pending") => [new(sku.SkuId, [new(sku.ServicePlans[0].ServicePlanId, "PendingProvisioning")])],
        (var sku, "switched-off") => [new(sku.SkuId, [new(sku.ServicePlans[0].ServicePlanId, "Disabled")])],
        _ => [],
    };
}
