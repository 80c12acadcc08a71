using MeshReadiness.Core.Checks;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Readiness;
using MeshReadiness.Core.Rollouts;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Core.Tests.Given;

namespace MeshReadiness.Core.Tests.Rollouts;

/// <summary>What stands beside a question: numbers where something was read, and never a number where nothing was.</summary>
public sealed class DecisionFactsTests
{
    private static readonly DateTimeOffset ReadAt = ATenant.AsOf.AddMinutes(-7);

    private static readonly PopulationFacts People = APopulation.Of(
    [
        .. 1_200.Times(Person.Member().Holding(Products.Suite)),
        .. 30.Times(Person.Member() with { AccountEnabled = false }),
        .. 4.Times(Person.Guest()),
        Person.Guest() with { Invitation = InvitationState.PendingAcceptance },
        .. 2.Times(Person.Member() with { UserType = null }),
    ]);

    [Fact]
    public void The_tenant_says_who_it_is_and_of_what_kind()
    {
        Expect(DecisionFact.TenantIdentity, "This tenant is Contoso, contoso.example, with the id tenant.");
        Expect(DecisionFact.TenantType, "This is a commercial tenant. None of the tenant's 2 products is sold to government or education tenants only.");
    }

    [Fact]
    public void A_tenant_without_name_and_domain_is_told_by_its_id() => Expect(
        DecisionFact.TenantIdentity,
        ["This tenant is unnamed, with the id 42."],
        ATenant.Usual() with { Organization = new OrganizationFacts("42", null, "AAD", null, null) });

    [Fact]
    public void Products_that_matter_are_told_with_their_seats_and_the_others_are_counted()
    {
        Expect(
            DecisionFact.Products,
            ["TEAMS_PREMIUM: 300 seats work, 250 given out, 50 free.", "1 other product has no bearing on Small."],
            ATenant.With(Products.Suite with { ServicePlans = [] }, Products.Premium.Seats(300, 250)));
        Expect(DecisionFact.Products, ["The tenant has no products."], ATenant.With());
        Expect(DecisionFact.Products, ["The tenant's one product doesn't carry what Small needs beside Teams."], ATenant.With(Products.Suite with { ServicePlans = [] }));
    }

    [Fact]
    public void Trials_are_told_with_their_ends_those_that_matter_first()
    {
        var end = ATenant.AsOf.AddDays(10);
        TenantInventory inventory = new()
        {
            Subscriptions = ImmutableArray.Create<SubscriptionFacts>(
                new("SPE_E3", "Enabled", IsTrial: false, null, null, [Plans.Teams]),
                new("SPE_E3", "Suspended", IsTrial: false, null, null, [Plans.Teams]),
                new("OTHER", "Enabled", IsTrial: true, null, end.AddYears(1), []),
                new("SPE_E3", "Enabled", IsTrial: true, end.AddDays(-30), end, [Plans.Teams]),
                new("OLD", "Deleted", IsTrial: true, null, ATenant.AsOf.AddDays(-1), [Plans.Mesh]),
                new("VAGUE", "Enabled", IsTrial: true, null, null, [])),
        };

        Expect(
            DecisionFact.Subscriptions,
            [
                "1 purchase works in this tenant.",
                "Trial of Microsoft 365 E3, begun on 11 March 2026; it ends on 10 April 2026.",
                "Trial of OLD; it ended on 30 March 2026.",
                "Trial of OTHER; it ends on 10 April 2027.",
                "Trial of VAGUE; Graph doesn't tell when it ends.",
            ],
            ATenant.Knowing(inventory));
        Expect(
            DecisionFact.Subscriptions,
            ["0 purchases work in this tenant.", "No trial is on record."],
            ATenant.Knowing(new() { Subscriptions = ImmutableArray<SubscriptionFacts>.Empty }));
    }

    [Fact]
    public void Only_some_of_many_trials_are_told_one_by_one()
    {
        var trials = Enumerable.Range(1, 9).Select(number => new SubscriptionFacts($"T{number}", "Enabled", true, null, ATenant.AsOf.AddDays(number), []));

        var told = Find(DecisionFact.Subscriptions, ATenant.Knowing(new() { Subscriptions = trials.ToImmutableArray() }), People).Sentences;

        Assert.Equal(6, told.Length);
        Assert.Equal("5 more trials are on record.", told[^1].Sentence);
    }

    [Fact]
    public void Members_are_counted_with_what_they_are_ready_for() => Expect(
        DecisionFact.Members,
        "1,230 members, 30 of them with a disabled account.",
        "Of 2 accounts the directory says neither member nor guest.",
        "Members who are ready by their licences: Meeting 1,200; Events 0; The lounge 1,200; Headsets 0.");

    [Fact]
    public void Guests_are_counted_with_who_may_invite_and_from_where()
    {
        var tenant = ATenant.Knowing(new()
        {
            GuestInvitations = new GuestInvitationFacts("none"),
            CrossTenantAccess = new CrossTenantFacts(new("allowed", "allowed", IsMfaTrusted: false, null), []),
        });

        Expect(
            DecisionFact.Guests,
            [
                "5 guests, 1 of whom hasn't accepted the invitation yet.",
                "Nobody may invite guests.",
                "Guests come in from everywhere. Guests have to do MFA here as well.",
            ],
            tenant);
        Assert.Equal("The directory has no guests.", Find(DecisionFact.Guests, tenant, PopulationFacts.Nobody).Sentences[0].Sentence);
    }

    [Fact]
    public void Policies_and_headsets_are_counted()
    {
        Expect(DecisionFact.Policies, "The tenant has no Conditional Access policy.");
        Expect(
            DecisionFact.Devices,
            ["3 registered headsets: 1 not managed, 2 managed and not compliant.", "Unknown: Computers and phones aren't read by scans."],
            ATenant.Knowing(new() { Headsets = new HeadsetFacts(3, 1, 2) }));
        Assert.StartsWith(
            "The directory knows no headset.",
            Find(DecisionFact.Devices, ATenant.Knowing(new() { Headsets = new HeadsetFacts(0, 0, 0) }), People).Sentences[0].Sentence,
            StringComparison.Ordinal);
    }

    [Fact]
    public void What_could_not_be_read_is_unknown_with_the_missing_permission_and_no_number()
    {
        var missing = new Problem(ProblemKind.ConsentNeeded, "Consent to Some.Read.All.");
        var blind = new TenantFacts(missing, missing, missing, missing, missing)
        {
            Inventory = new()
            {
                Subscriptions = missing, GuestInvitations = missing, CrossTenantAccess = missing, Headsets = missing,
            },
        };

        Assert.All(Enum.GetValues<DecisionFact>(), fact =>
        {
            var found = Find(fact, blind, missing).Sentences;

            Assert.NotEmpty(found);
            Assert.All(found, line => Assert.True(line.IsUnknown, line.Sentence));
            Assert.Contains("Consent to Some.Read.All.", found[0].Sentence, StringComparison.Ordinal);
            Assert.All(found, line => Assert.DoesNotMatch("[0-9]", line.Sentence));
        });
    }

    [Fact]
    public void Each_sort_of_fact_tells_when_it_was_read() => Assert.Equal(
        (ReadAt, ATenant.AsOf),
        (Find(DecisionFact.Guests, ATenant.Usual(), People).ReadAt, Find(DecisionFact.Policies, ATenant.Usual(), People).ReadAt));

    private static void Expect(DecisionFact fact, params string[] sentences) => Expect(fact, sentences, ATenant.Usual());

    private static void Expect(DecisionFact fact, string[] sentences, TenantFacts tenant) => Assert.Equal(
        sentences,
        Find(fact, tenant, People).Sentences.Select(found => found.IsUnknown ? $"Unknown: {found.Sentence}" : found.Sentence));

    private static FoundFacts Find(DecisionFact fact, TenantFacts tenant, Result<PopulationFacts> people)
    {
        var verdicts = people.TryGet(out var read)
            ? GroupVerdicts.Of(
                read.Footprints.Select(count => new GroupCount(Dimension.UserType, count.Footprint.UserType?.ToString() ?? "", count.Footprint, count.People)),
                ATenant.Rules())
            : [];
        return new DecisionFacts(
            new CheckFacts(SmallPlaybook.It, tenant, people, Products.Table, ATenant.AsOf),
            SmallPlaybook.It.Experiences,
            verdicts,
            [new(TenantTopic.Users, 42, ReadAt, null)]).Of(fact);
    }
}
