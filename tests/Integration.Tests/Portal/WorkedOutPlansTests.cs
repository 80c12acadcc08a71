using MeshReadiness.Core.Eligibility;
using MeshReadiness.Core.Licensing;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Graph;
using MeshReadiness.Integration.Tests.SampleTenant;
using MeshReadiness.Playbooks;

namespace MeshReadiness.Integration.Tests.Portal;

/// <summary>
/// A scan asks for service plans only where they can change a verdict. Everybody gets the same verdicts as when all plans
/// of all people are read from Graph and nothing is worked out.
/// </summary>
public sealed class WorkedOutPlansTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("contoso", 7)]
    [InlineData("contoso", 31)]
    [InlineData("messy", 7)]
    [InlineData("messy", 31)]
    [InlineData("healthy", 7)]
    [InlineData("half-licensed", 7)]
    [InlineData("quest-blocked", 7)]
    [InlineData("consent-missing", 7)]
    [InlineData("government", 7)]
    [InlineData("education", 7)]
    public async Task Nobodys_footprint_differs_from_what_all_plans_say(string scenario, int seed)
    {
        await using var tenant = await RunningTenant.StartAsync($"--people 3000 --scenario {scenario} --seed {seed}");
        var reader = TenantReaders.Create(new(tenant.Http.BaseAddress!, "v1.0"), "any-well-formed.token");
        var basics = await TenantSurvey.ReadBasicsAsync(reader, TimeProvider.System, Cancelled);
        var rules = new EligibilityRules(PlaybookLibrary.Mesh, Facts(basics), ProductTable.Shipped);

        var told = await EverybodyAsync(reader, withPlans: true);
        var workedOut = await EverybodyAsync(reader, withPlans: false);
        await AskForDoubtfulAsync(reader, rules.Products, workedOut);

        Assert.Equal(3000, told.Count);
        Assert.All(told.Values, person => Assert.False(person.Holdings.Plans.IsDefault));
        Assert.Equal(
            told.Values.Select(person => (person.Id, rules.FootprintOf(person))).Order(),
            workedOut.Values.Select(person => (person.Id, rules.FootprintOf(person))).Order());
    }

    [Fact]
    public async Task Only_who_holds_a_doubtful_product_is_asked_about_again()
    {
        await using var tenant = await RunningTenant.StartAsync("--people 3000 --scenario contoso");
        var reader = TenantReaders.Create(new(tenant.Http.BaseAddress!, "v1.0"), "any-well-formed.token");
        var basics = await TenantSurvey.ReadBasicsAsync(reader, TimeProvider.System, Cancelled);
        var products = new TenantProducts(basics.SubscribedSkus, PlaybookLibrary.Mesh);
        var people = await EverybodyAsync(reader, withPlans: false);

        var asked = await AskForDoubtfulAsync(reader, products, people);

        Assert.Equal(people.Values.Where(person => products.AreDoubtful(person.Holdings)).Select(person => person.Id).Order(), asked.Order());
        Assert.InRange(asked.Count, 1, people.Count / 4);
    }

    private static TenantFacts Facts(TenantBasics basics)
    {
        var unread = new Problem(ProblemKind.NotFound, "Not read here.");
        return new(basics.Organization, basics.SubscribedSkus, unread, unread, unread);
    }

    private static async Task<Dictionary<string, UserFacts>> EverybodyAsync(ITenantReader reader, bool withPlans)
    {
        Dictionary<string, UserFacts> people = [];

        await foreach (var page in reader.ReadUsersAsync(null, withPlans, Cancelled))
        {
            foreach (var person in page.Value.Users)
            {
                people[person.Id] = person;
            }
        }

        return people;
    }

    private static async Task<HashSet<string>> AskForDoubtfulAsync(ITenantReader reader, TenantProducts products, Dictionary<string, UserFacts> people)
    {
        HashSet<string> asked = [];

        foreach (var sku in people.Values.SelectMany(person => person.AssignedLicenses).Select(licence => licence.SkuId).Distinct().Where(products.IsDoubtful).ToList())
        {
            await foreach (var page in reader.ReadPlansAsync(sku, null, Cancelled))
            {
                foreach (var change in page.Value.Changes)
                {
                    people[change.Id] = change.ApplyTo(people[change.Id]);
                    asked.Add(change.Id);
                }
            }
        }

        return asked;
    }
}
