using MeshReadiness.Core.Checks;
using MeshReadiness.Core.ConditionalAccess.Filters;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Readiness;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Core.Tests.Given;
using MeshReadiness.Playbooks;

namespace MeshReadiness.Core.Tests.Checks;

/// <summary>What a check says it needs is what it looks at: the list of permissions is made of it.</summary>
public sealed class CheckNeedsTests
{
    private static readonly Playbook Mesh = PlaybookLibrary.Mesh;

    public static TheoryData<string> Tasks => [.. Mesh.Tasks.Where(task => task.Check is not null).Select(task => task.Id)];

    [Theory]
    [MemberData(nameof(Tasks))]
    public void A_check_stumbles_only_over_parts_that_it_says_it_needs(string id)
    {
        var reference = Mesh.Tasks.Single(task => task.Id == id).Check!;

        foreach (var topic in Enum.GetValues<TenantTopic>().Except(CheckRules.All[reference.Id].Needs))
        {
            Assert.Equal(Run(reference, Without()), Run(reference, Without(topic)));
        }
    }

    [Theory]
    [MemberData(nameof(Tasks))]
    public void Without_anything_that_it_needs_a_check_knows_nothing_and_says_why(string id)
    {
        var reference = Mesh.Tasks.Single(task => task.Id == id).Check!;
        var needs = CheckRules.All[reference.Id].Needs;

        var result = CheckRules.Run(reference, Without([.. needs]));

        Assert.NotEmpty(needs);
        Assert.Equal(CheckOutcome.Unknown, result.Outcome);
        Assert.Contains(needs, need => result.Sentence.EndsWith($"could not be read. {Missing(need).Detail}", StringComparison.Ordinal));
    }

    private static string Run(CheckReference reference, CheckFacts facts)
    {
        var result = CheckRules.Run(reference, facts);
        return string.Join(" | ", [result.Outcome, result.Sentence, result.IsHint, .. result.Findings]);
    }

    private static Problem Missing(TenantTopic topic) => new(ProblemKind.ConsentNeeded, $"{topic} is not granted.");

    private static CheckFacts Without(params TenantTopic[] topics)
    {
        Result<T> Read<T>(TenantTopic topic, T value) => topics.Contains(topic) ? Missing(topic) : value;

        var tenant = new TenantFacts(
            Read(TenantTopic.Organization, new OrganizationFacts("t", "Contoso", "AAD", "NL", "contoso.example")),
            Read(TenantTopic.SubscribedSkus, ImmutableArray.Create(Products.Suite, Products.Premium)),
            Read(TenantTopic.Groups, ImmutableArray.Create(new GroupFacts("g", "Makers", true, [], "ProcessingComplete", false))),
            Read(TenantTopic.Policies, ImmutableArray<ConditionalAccessPolicyFacts>.Empty),
            Read(TenantTopic.NamedLocations, ImmutableArray<NamedLocationFacts>.Empty))
        {
            Inventory = new()
            {
                GroupCreation = Read(TenantTopic.GroupCreation, new GroupCreationFacts(false, "g")),
                Roles = Read(TenantTopic.Roles, new RoleFacts([], null)),
                Subscriptions = Read(TenantTopic.Subscriptions, ImmutableArray<SubscriptionFacts>.Empty),
                GuestInvitations = Read(TenantTopic.GuestInvitations, new GuestInvitationFacts("everyone")),
                CrossTenantAccess = Read(TenantTopic.CrossTenantAccess, new CrossTenantFacts(new("allowed", "allowed", null, null), [])),
                GuestSignIns = Read(TenantTopic.GuestSignIns, new GuestSignInFacts(1, 0, true)),
                Applications = Read(TenantTopic.Applications, ImmutableArray<ApplicationFacts>.Empty),
                TeamsApps = Read(TenantTopic.TeamsApps, ImmutableArray<TeamsAppFacts>.Empty),
                TeamsPolicies = Read(TenantTopic.TeamsPolicies, new TeamsPolicyFacts(1, [])),
                MobileApps = Read(TenantTopic.MobileApps, ImmutableArray<MobileAppFacts>.Empty),
                Headsets = Read(TenantTopic.Headsets, new HeadsetFacts(1, 0, 0)),
                SignIns = Read(TenantTopic.SignIns, new SignInFacts(1, true, [])),
                Devices = Read(TenantTopic.Devices, new DeviceShapes([], [], 0)),
            },
        };
        var people = PopulationFacts.Nobody with { WithLicenceErrors = 1, LicensedByGroup = 1 };

        return new(Mesh, tenant, Read(TenantTopic.Users, people), ProductTable.Shipped, ATenant.AsOf);
    }
}
