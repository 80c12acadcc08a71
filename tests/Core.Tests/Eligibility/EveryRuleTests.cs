using MeshReadiness.Core.Eligibility;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Core.Tests.Given;
using static MeshReadiness.Core.Tests.Given.MeshTenant;

namespace MeshReadiness.Core.Tests.Eligibility;

/// <summary>One row for every rule met, not met and unknown, as far as it can be each of these.</summary>
public sealed class EveryRuleTests
{
    private const string Lic = "1000";

    private static readonly GroupCreationFacts OnlyMakers = new(IsOpen: false, Makers);

    private static readonly Dictionary<string, Row> Rows = new()
    {
        ["tenant, right"] = new("mesh-pc", "tenant-fits", true, Whole()),
        ["tenant, a government's"] = new("mesh-pc", "tenant-unsupported", false, Whole(), With(more: Government)),
        ["tenant, not read"] = new("mesh-pc", "tenant-unknown", null, Whole(), With() with { Organization = ATenant.NoConsent }),
        ["account, enabled"] = new("mesh-pc", "account-enabled", true, Whole()),
        ["account, disabled"] = new("mesh-pc", "account-disabled", false, Whole(Equipped() with { AccountEnabled = false })),
        ["account, not set"] = new("mesh-pc", "account-unknown", null, Whole(Equipped() with { AccountEnabled = null })),
        ["account, not told"] = new("create-event", "account-unknown", null, Untold(UserProperties.AccountEnabled, Equipped() with { AccountEnabled = null })),
        ["user type, a member"] = new("mesh-pc", "user-type-fits", true, Whole()),
        ["user type, a guest for guests"] = new("guest-attendance", "user-type-fits", true, Whole(Equipped() with { UserType = UserType.Guest })),
        ["user type, a guest for members"] = new("mesh-pc", "guests-not-served", false, Whole(Equipped() with { UserType = UserType.Guest })),
        ["user type, a member for guests"] = new("guest-attendance", "members-not-served", false, Whole()),
        ["user type, not told"] = new("mesh-pc", "user-type-unknown", null, Untold(UserProperties.UserType, Equipped() with { UserType = null })),
        ["plan, switched off"] = new("mesh-pc", "mesh:switched-off", false, Whole(Without("mesh").Holding(For("mesh"), For("mesh").ServicePlans[0].ServicePlanId))),
        ["plan, suspended"] = new("mesh-pc", "mesh:suspended", false, Whole(Without("mesh").With(For("mesh").ServicePlans[0].ServicePlanId, CapabilityStatus.Suspended))),
        ["plan, in a state unheard of"] = new("mesh-pc", "mesh:unclear", null, Whole(Without("mesh").With(For("mesh").ServicePlans[0].ServicePlanId, CapabilityStatus.Unrecognised))),
        ["plan, waiting for input"] = new("mesh-pc", "mesh:pending", null, Detailed("PendingInput")),
        ["plan, waiting for activation"] = new("mesh-pc", "mesh:pending", null, Detailed("PendingActivation")),
        ["plan, being provisioned"] = new("mesh-pc", "mesh:pending", null, Detailed("PendingProvisioning")),
        ["plan, provisioned"] = new("mesh-pc", "mesh:on", true, Detailed("Success")),
        ["plan, disabled says one fact and on says the other"] = new("mesh-pc", "mesh:contradictory", null, Detailed("Disabled")),
        ["plan, an error"] = new("mesh-pc", "mesh:unclear", null, Detailed("Error")),
        ["plan, told as on beside its licence"] = new("mesh-pc", "mesh:on", true, Told(CapabilityStatus.Enabled)),
        ["plan, told as in grace beside its licence"] = new("mesh-pc", "mesh:on", true, Told(CapabilityStatus.Warning)),
        ["plan, told as suspended beside its licence"] = new("mesh-pc", "mesh:suspended", false, Told(CapabilityStatus.Suspended)),
        ["plan, told as locked out beside its licence"] = new("mesh-pc", "mesh:suspended", false, Told(CapabilityStatus.LockedOut)),
        ["plan, told in a state unheard of beside its licence"] = new("mesh-pc", "mesh:unclear", null, Told(CapabilityStatus.Unrecognised)),
        ["plan, told as past beside its licence"] = new("mesh-pc", "mesh:contradictory", null, Told(CapabilityStatus.Deleted)),
        ["plan, not among those told beside its licence"] = new("mesh-pc", "mesh:contradictory", null, Told(null)),
        ["plan, told as on without a licence"] = new("mesh-pc", "mesh:missing", false, Told(CapabilityStatus.Enabled, Without("mesh"))),
        ["plan, told as on while an admin has switched it off"] = new("mesh-pc", "mesh:switched-off", false,
            Told(CapabilityStatus.Enabled, Without("mesh").Holding(For("mesh"), For("mesh").ServicePlans[0].ServicePlanId))),
        ["plan, told as on and as past"] = new("mesh-pc", "mesh:on", true, Told(CapabilityStatus.Enabled) switch
        {
            var person => person with { Plans = person.Plans.Insert(0, Plan("mesh", CapabilityStatus.Deleted)) },
        }),
        ["assignment, failed"] = new("mesh-pc", "mesh:assignment-failed", false, Whole(Without("mesh").Assigned(For("mesh"), "Error", Lic, "CountViolation"))),
        ["usage location, set"] = new("mesh-pc", "usage-location:set", true, Whole(Without("mesh"))),
        ["usage location, missing"] = new("mesh-pc", "usage-location:missing", false, Whole(Without("mesh") with { UsageLocation = null })),
        ["usage location, not told"] = new("mesh-pc", "usage-location:not-told", null, Untold(UserProperties.UsageLocation, Without("mesh") with { UsageLocation = null })),
        ["group, around the person's own"] = new("mesh-pc", "mesh:nested-group", false, Whole(Without("mesh")) with { Groups = Giving("mesh"), DirectGroups = In() }),
        ["group, of which no licence came"] = new("mesh-pc", "mesh:nested-group", false, Whole(Without("mesh")) with { Groups = Giving("mesh") }),
        ["sign-in, no policy"] = new("mesh-quest", "sign-in:allowed", true, Whole()),
        ["sign-in, headsets kept out"] = new("mesh-quest", "sign-in:blocked", false, Whole(), With() with { Policies = APolicy.List(APolicy.BlocksMesh) }),
        ["sign-in, policies not read"] = new("mesh-quest", "sign-in:unknown", null, Whole(), With() with { Policies = ATenant.NoConsent }),
        ["sign-in, members not read"] = new("mesh-quest", "sign-in:unknown", null, Whole(), With() with { Policies = APolicy.List(APolicy.BlocksMeshFor("g1")) }),
        ["not evaluated"] = new("cloud-scripting", "not-evaluated:cloud-scripting", null, Whole()),
        ["groups, open to everybody"] = new("create-collection", "create-groups:everybody", true, Whole()),
        ["groups, closed"] = new("create-collection", "create-groups:nobody", false, Whole(), With(new GroupCreationFacts(false, null))),
        ["groups, setting not read"] = new("create-collection", "create-groups:unknown", null, Whole(), With(ATenant.NoConsent)),
        ["groups, in the allowed group"] = new("create-collection", "create-groups:in-group", true, Whole() with { DirectGroups = In(Makers) }, With(OnlyMakers)),
        ["groups, in a group inside the allowed one"] = new("create-collection", "create-groups:in-group", true, Whole() with { Groups = In(Makers), DirectGroups = In() }, With(OnlyMakers)),
        ["groups, not in the allowed group"] = new("create-collection", "create-groups:not-in-group", false, Whole() with { Groups = In(Lic) }, With(OnlyMakers)),
        ["groups, membership not told"] = new("create-collection", "create-groups:group-unknown", null, Whole() with { DirectGroups = In() }, With(OnlyMakers)),
        ["groups, list cut off"] = new("create-collection", "create-groups:group-unknown", null, Whole() with { Groups = In(Lic) with { IsWhole = false } }, With(OnlyMakers)),
        ["groups, neither a member nor a guest"] = new("create-collection", "create-groups:not-a-member", null, Whole(Equipped() with { UserType = null })),
        ["action, a guest where guests only attend"] = new("create-event", "guests-not-served", false, Whole(Invited(InvitationState.Accepted))),
        ["action, neither a member nor a guest"] = new("create-event", "user-type-unknown", null, Whole(Equipped() with { UserType = null })),
        ["invitation, accepted"] = new("guest-attendance", "guest:accepted", true, Whole(Invited(InvitationState.Accepted))),
        ["invitation, pending"] = new("guest-attendance", "guest:pending", false, Whole(Invited(InvitationState.PendingAcceptance))),
        ["invitation, not known"] = new("guest-attendance", "guest:unknown", null, Whole(Invited(null))),
        ["groups, being in one as a member"] = new("join-collection", "join-groups:member", true, Whole()),
        ["groups, being in one as a guest"] = new("join-collection", "join-groups:unknown", null, Whole(Equipped() with { UserType = UserType.Guest })),
    };

    public static TheoryData<string> Names => [.. Rows.Keys];

    /// <summary>The people of all rows, judged by the shipped playbook or another.</summary>
    internal static IEnumerable<PersonEligibility> Everybody(Playbook? playbook = null) =>
        Rows.Values.Select(row => Rules(row.Tenant, playbook).Explain(row.Person));

    public static TheoryData<string> Requirements => [.. MeshTenant.Playbook.Requirements.Select(requirement => requirement.Id)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_rule_says_what_its_row_says(string name)
    {
        var (where, code, met, person, tenant) = Rows[name];

        var reason = Assert.Single(Rules(tenant).Explain(person).ReasonsOf(where), reason => reason.Code == code);

        Assert.Equal(met, reason.IsMet);
        Assert.True(reason.IsMet is true || code.StartsWith("not-evaluated", StringComparison.Ordinal) || code.EndsWith("-served", StringComparison.Ordinal)
            || code.StartsWith("tenant-unknown", StringComparison.Ordinal) || reason.Remedy is not null, $"{code} has no remedy.");
    }

    [Theory]
    [MemberData(nameof(Requirements))]
    public void Every_requirement_is_met_or_not_met_or_unknown(string requirement)
    {
        var nothing = Untold(UserProperties.Licences | UserProperties.Plans | UserProperties.Assignments, Person.Member());

        Assert.Equal((true, $"{requirement}:on"), Find(Whole()));
        Assert.Equal((false, $"{requirement}:missing"), Find(Whole(Without(requirement))));
        Assert.Equal((null, $"{requirement}:not-told"), Find(nothing));

        (bool?, string) Find(PersonFacts person)
        {
            var explained = Rules().Explain(person);
            var reason = explained.Experiences.SelectMany(one => one.Reasons).Concat(explained.Actions.SelectMany(one => one.Reasons))
                .First(reason => reason.Code.StartsWith(requirement + ":", StringComparison.Ordinal));
            return (reason.IsMet, reason.Code);
        }
    }

    [Fact]
    public void A_failed_assignment_names_the_group_the_product_and_the_error()
    {
        var person = Whole(Without("mesh").Assigned(For("mesh"), "Error", Lic, "CountViolation")) with { Groups = In(Lic) };

        var reason = Rules().Explain(person).ReasonsOf("mesh-pc")[0];

        Assert.Equal("The group Group 1 gives ONLY_mesh, which carries the Microsoft Mesh plan, but it could not be assigned: CountViolation.", reason.Sentence);
        Assert.StartsWith("There were not enough seats", reason.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(10, 8, "Free now: 2 of ONLY_mesh.")]
    [InlineData(10, 10, "No seat is free now in ONLY_mesh; buy seats or take some back first.")]
    [InlineData(10, 12, "No seat is free now in ONLY_mesh; buy seats or take some back first.")]
    public void Where_a_licence_is_missing_the_remedy_counts_free_seats(int bought, int used, string expected)
    {
        var tenant = With() with { SubscribedSkus = Own.Select(sku => sku == For("mesh") ? sku.Seats(bought, used) : sku).ToImmutableArray() };

        Assert.EndsWith(expected, Rules(tenant).Explain(Whole(Without("mesh"))).ReasonsOf("mesh-pc").Single(reason => reason.Code == "mesh:missing").Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void A_direct_member_of_the_licensing_group_isnt_told_of_nesting()
    {
        var person = Whole(Without("mesh")) with { Groups = Giving("mesh"), DirectGroups = Giving("mesh") };

        Assert.DoesNotContain(Rules().Explain(person).ReasonsOf("mesh-pc"), reason => reason.Code == "mesh:nested-group");
    }

    [Fact]
    public void A_group_whose_licence_failed_isnt_told_of_nesting_while_direct_groups_are_unknown()
    {
        var person = Whole(Without("mesh").Assigned(For("mesh"), "Disabled", Lic)) with { Groups = Giving("mesh") };

        Assert.DoesNotContain(Rules().Explain(person).ReasonsOf("mesh-pc"), reason => reason.Code == "mesh:nested-group");
    }

    [Fact]
    public void Nothing_is_said_of_nesting_while_neither_direct_groups_nor_assignments_are_told()
    {
        var person = Untold(UserProperties.Assignments, Without("mesh")) with { Groups = Giving("mesh") };

        Assert.DoesNotContain(Rules().Explain(person).ReasonsOf("mesh-pc"), reason => reason.Code == "mesh:nested-group");
    }

    private static MembershipFacts Giving(string requirement) => new([Group(Lic, For(requirement).SkuId)], IsWhole: true);

    private static PersonFacts Whole(UserFacts? user = null) => new(user ?? Equipped());

    private static UserFacts Invited(InvitationState? state) => Equipped() with { UserType = UserType.Guest, Invitation = state };

    private static PersonFacts Untold(UserProperties properties, UserFacts user) => new(user) { Told = UserProperties.All & ~properties };

    // The plans as Graph tells them beside the licences; that of Mesh in this state, or not at all.
    private static PersonFacts Told(CapabilityStatus? mesh, UserFacts? user = null) => Whole(user) with
    {
        Plans = [.. MeshTenant.Playbook.Requirements.Where(requirement => requirement.Id != "mesh" || mesh is not null)
            .Select(requirement => Plan(requirement.Id, requirement.Id == "mesh" ? mesh!.Value : CapabilityStatus.Enabled))],
    };

    private static AssignedPlan Plan(string requirement, CapabilityStatus status) => new(For(requirement).ServicePlans[0].ServicePlanId, status, status.ToString());

    private static PersonFacts Detailed(string status) => new(Equipped())
    {
        Details = [.. Own.Select(sku => new LicenceDetail(
            sku.SkuId, [new(sku.ServicePlans[0].ServicePlanId, sku == For("mesh") ? status : "Success")]))],
    };

    private sealed record Row(string Where, string Code, bool? Met, PersonFacts Person, TenantFacts? Tenant = null);
}
