using System.Collections.Immutable;
using MeshReadiness.Core.ConditionalAccess.Filters;
using MeshReadiness.Core.Eligibility;
using MeshReadiness.Core.Licensing;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Readiness;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Integration.Tests.Data;

/// <summary>The smallest playbook and tenant in which every verdict can happen.</summary>
internal static class TestPlaybook
{
    public static readonly Guid TeamsPlan = new("00000000-0000-0000-0000-0000000000a1");
    public static readonly Guid OfficePlan = new("00000000-0000-0000-0000-0000000000a2");
    public static readonly Guid FullSku = new("00000000-0000-0000-0000-0000000000b1");
    public static readonly Guid SmallSku = new("00000000-0000-0000-0000-0000000000b2");
    public static readonly Guid SureSku = new("00000000-0000-0000-0000-0000000000b3");

    private const string Source = "https://learn.microsoft.com/mesh/";
    private static readonly ProductCatalogue Catalogue = new(ImmutableDictionary<Guid, CatalogueProduct>.Empty);

    public static Playbook Playbook { get; } = new(
        "test", 3, "Test", "For tests.", Source, null,
        new([], [], [], [], Source),
        [
            new("teams", "Teams", [TeamsPlan], "Assign Teams.", "License Administrator", Source),
            new("office", "Office", [OfficePlan], "Assign Office.", "License Administrator", Source),
        ],
        [
            new("avatars", "Avatars", "Be one.", "avatars", Audience.Members, ["teams"], null),
            new("immersive", "Immersive", "Meet there.", "immersive", Audience.Everyone, ["teams", "office"], null),
            new("guests", "Guests", "Visit.", "guests", Audience.Guests, [], null),
            new("hosting", "Hosting", "Host.", "hosting", Audience.Members, ["office"], "Network tests aren't looked at yet."),
        ],
        [
            new(1, "Prepare", "To be ready.",
            [
                Task("teams-on", new("requirement-met", Parameters(("requirement", "teams"), ("audience", "members")))),
                Task("policies", new("policies-known", Parameters())),
                Task("groups", new("group-creation", Parameters())),
                Task("word", null),
            ]),
        ])
    {
        Contacts =
        [
            new("network", "Network team", ContactKind.SupportingTeam, "Open the ports.", "Network lead", null, ["word"]),
            new("sponsor", "Sponsor", ContactKind.Stakeholder, "Stand behind it.", "Executive", null, ["word", "groups"]),
        ],
        Decisions =
        [
            new(
                "where", "Where will it be?",
                [new("here", "Here", "It is here."), new("there", "There", "It is there.", LeavesOpen: "Somebody has to go there.")],
                [new("people", "Where are the people?", "They meet.", [], [new("near", "Near", "here", "They are here."), new("far", "Far", "there", "They are there.")])],
                [], "word", Source),
        ],
    };

    public static TenantFacts Tenant { get; } = new(
        new OrganizationFacts("22222222-2222-2222-2222-222222222222", "Contoso 株式会社", "AAD", "JP", "contoso.example"),
        ImmutableArray.Create(
            new SubscribedSku(FullSku, "FULL", "Enabled", 9, new(10, 1, 2, 3),
                [new(TeamsPlan, "TEAMS1", "User"), new(OfficePlan, "OFFICE", "User"), new(Guid.Empty, "NONE", null)]),
            new SubscribedSku(SmallSku, "SMALL", "SomethingNew", 0, new(0, 0, 0, 0), []),
            new SubscribedSku(SureSku, "SURE", "Enabled", 5, new(10, 0, 0, 0),
                [new(TeamsPlan, "TEAMS1", "User", "Success"), new(OfficePlan, "OFFICE", "User", "Success")])),
        ImmutableArray.Create(
            new GroupFacts("g1", null, true, [FullSku, SmallSku], "QueuedForProcessing", true),
            new GroupFacts("g2", "Ünïcode", false, [], null, false)),
        new Problem(ProblemKind.ConsentNeeded, "Consent to Policy.Read.All, then scan again."),
        ImmutableArray.Create(
            new NamedLocationFacts("l1", "Head office", true, """{"isTrusted":true}"""),
            new NamedLocationFacts("l2", null, null, "{}")))
    {
        Inventory = new()
        {
            GroupCreation = new GroupCreationFacts(false, "g1"),
            Roles = new RoleFacts(
                [new("role", "p1", "Zoë 🚀", true, false), new("role", "p2", null, false, true)],
                new(ProblemKind.ConsentNeeded, "No PIM.")),
            Subscriptions = ImmutableArray.Create(
                new SubscriptionFacts("FULL", "Enabled", true, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddDays(180.5), [TeamsPlan, OfficePlan]),
                new SubscriptionFacts("", null, false, null, null, [])),
            GuestInvitations = new GuestInvitationFacts(null),
            CrossTenantAccess = new CrossTenantFacts(
                new("allowed", "blocked", true, false), [new("partner", new(null, null, null, null))]),
            GuestSignIns = new GuestSignInFacts(7, 2, false),
            Applications = ImmutableArray<ApplicationFacts>.Empty,
            TeamsApps = ImmutableArray.Create(new TeamsAppFacts("a", "Mesh", null)),
            TeamsPolicies = new TeamsPolicyFacts(3, [new("TeamsFeedbackPolicy", "Глобальная", 3)]),
            MobileApps = new Problem(ProblemKind.ConsentNeeded, "Consent to DeviceManagementApps.Read.All, then scan again."),
            Headsets = new HeadsetFacts(9, 2, 1),
            SignIns = new SignInFacts(1000, false, [new(50199, 1), new(53003, 12)]),
            Devices = new DeviceShapes(
                ["manufacturer", "systemLabels"], [new(3, true, [["Größe \"1\""], ["A", "B"]]), new(1, false, [[], []])], 12),
        },
    };

    public static EligibilityRules Rules { get; } = new(Playbook, Tenant, Catalogue);

    public static ImmutableArray<TopicReading> Readings(DateTimeOffset at) =>
    [
        new(TenantTopic.Organization, 1, at, null),
        new(TenantTopic.Policies, 0, at, new(ProblemKind.ConsentNeeded, "Consent to Policy.Read.All, then scan again.")),
        new(TenantTopic.Users, 7, at, null),
    ];

    /// <summary>The tenant with other products.</summary>
    public static TenantFacts With(Func<SubscribedSku, SubscribedSku> change) =>
        Tenant with { SubscribedSkus = Tenant.SubscribedSkus.Value.Select(change).ToImmutableArray() };

    public static EligibilityRules RulesFor(TenantFacts? tenant) =>
        tenant is null || ReferenceEquals(tenant, Tenant) ? Rules : new(Playbook, tenant, Catalogue);

    public static ReadinessReport Report(PopulationFacts population, TenantFacts? tenant = null) =>
        ReadinessReport.Make(Playbook, tenant ?? Tenant, population, RulesFor(tenant), Catalogue, DateTimeOffset.UnixEpoch);

    /// <summary>What follows from people who are counted one by one.</summary>
    public static (PopulationFacts Population, ReadinessReport Report) Judge(IEnumerable<UserFacts> people, TenantFacts? tenant = null)
    {
        var rules = RulesFor(tenant);
        var tally = new PopulationTally();

        foreach (var person in people)
        {
            tally.Add(person, rules.FootprintOf(person));
        }

        var population = tally.ToFacts();
        return (population, Report(population, tenant));
    }

    private static PlaybookTask Task(string id, CheckReference? check) => new(
        id, id, "Seen.", "Because.", "IT", null, EvidenceKind.Auto, "", ["all"], Severity.Blocker, Source, check)
    {
        FreshDays = 30,
        DaysBefore = 30,
    };

    private static ImmutableDictionary<string, string> Parameters(params (string Name, string Value)[] parameters) =>
        parameters.ToImmutableDictionary(parameter => parameter.Name, parameter => parameter.Value);
}
