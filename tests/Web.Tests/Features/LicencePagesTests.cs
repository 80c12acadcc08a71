using System.Collections.Immutable;
using Bunit;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Scanning;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Web.Features.Licences;
using MeshReadiness.Web.Tests.Given;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace MeshReadiness.Web.Tests.Features;

/// <summary>Licences: where the sources differ, and what it would take.</summary>
public sealed class LicencePagesTests : PortalTest
{
    private static readonly Problem Unread = new(ProblemKind.ConsentNeeded, "The permission is missing.");
    private static readonly Guid Mesh = new("acbca54f-c771-423b-a476-6d7a98cbbcec"), Teams = new("57ff2da0-773e-42df-b2af-ffb7a2317929"),
        Mailbox = new("efb87545-963c-4e0d-99df-69c6916d9eb0"), SharePoint = new("5dbe027f-2339-4123-9542-606e4d348a72");

    private static readonly SubscribedSku
        Premium = Product("52ea0e27-ae73-4983-a08f-13561ebdb823", "Teams_Premium_(for_Departments)", 5, Mesh),
        Suite = Product("18181a46-0d4e-45cd-891e-60aabd171b4e", "STANDARDPACK", 5, Teams, Mailbox, SharePoint);

    public LicencePagesTests() => SignInAdmin();

    [Fact]
    public async Task A_contradiction_says_what_each_source_says_which_one_is_trusted_and_what_to_do()
    {
        await StoreAsync(new[] { Product("52ea0e27-ae73-4983-a08f-13561ebdb823", "Teams_Premium_(for_Departments)", 5) }.ToImmutableArray());
        var point = Render<LicencesPage>().Find(".point");

        Assert.Equal("Tenant and table differ. In your tenant it doesn't carry the Microsoft Mesh plan; Microsoft's table lists it.", point.QuerySelector("summary")!.TextContent);
        Assert.Equal(["no, and this is trusted", "yes", "yes"], point.QuerySelectorAll("dd").Select(one => one.TextContent));
        Assert.Contains("What to do. Ask Microsoft support", point.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_sources_agree_the_page_says_so()
    {
        await StoreAsync(new[] { Premium }.ToImmutableArray());

        Assert.Contains("agree about every product that you have", Render<LicencesPage>().Find("[aria-labelledby=contradictions]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Products_that_could_not_be_read_are_unknown_and_nothing_is_compared()
    {
        await StoreAsync(Unread);
        var page = Render<LicencesPage>();

        Assert.Contains("Products and seats are unknown", page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("[aria-labelledby=contradictions]"));
    }

    [Fact]
    public async Task People_are_told_apart_by_what_it_takes_and_seats_by_what_is_free()
    {
        await StoreAsync(
            new[] { Premium with { ConsumedUnits = 4 }, Suite }.ToImmutableArray(),
            Person("Sales", Suite, Premium), Person("Sales", Suite), Person("Legal", Suite), Person("Legal") with { AccountEnabled = false });
        var page = Open("experience=mesh-pc");

        Assert.Equal("4 people", page.Find("#parts").TextContent);
        Assert.Equal(["1", "0", "0", "2", "0", "1", "0"], page.FindAll("[aria-labelledby=parts] tbody .number").Select(cell => cell.TextContent));
        Assert.Equal(["2", "1", "1"], page.FindAll("[aria-labelledby=seats] tbody .number").Select(cell => cell.TextContent));
        Assert.Contains("2 seats needed, 1 free today, 1 missing", page.Markup, StringComparison.Ordinal);
        Assert.Equal(
            "/api/v1/licences/needs/people.csv?experience=mesh-pc&part=NeedProduct",
            page.FindAll("td.list a")[1].GetAttribute("href"));
    }

    [Fact]
    public async Task Another_group_is_another_address()
    {
        await StoreAsync(new[] { Premium, Suite }.ToImmutableArray(), Person("R&D, Zürich", Suite), Person(null, Suite));
        var page = Open("experience=mesh-pc");

        page.Find("#needs-people").Change("department:R&D, Zürich");

        Assert.EndsWith("/licences/needs?experience=mesh-pc&department=R%26D,%20Z%C3%BCrich", Address, StringComparison.OrdinalIgnoreCase);
        page.WaitForAssertion(() => Assert.Equal("1 person", page.Find("#parts").TextContent));
        Assert.Equal("department:R&D, Zürich", page.Find("#needs-people").GetAttribute("value"));
    }

    [Fact]
    public async Task People_without_a_department_can_be_chosen()
    {
        await StoreAsync(new[] { Premium, Suite }.ToImmutableArray(), Person("Sales", Suite), Person(null, Suite), Person(null, Suite));

        Assert.Equal("2 people", Open("experience=mesh-pc&department=").Find("#parts").TextContent);
    }

    [Fact]
    public async Task A_group_without_people_says_so()
    {
        await StoreAsync(new[] { Premium, Suite }.ToImmutableArray(), Person("Sales", Suite));

        Assert.Contains("The last scan found nobody there.", Open("experience=mesh-pc&department=Moon").Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_seats_could_not_be_read_the_page_says_so()
    {
        await StoreAsync(Unread, Person("Sales", Suite));

        Assert.Contains("so free seats are unknown. The permission is missing.", Open("experience=mesh-pc").Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_asks_for_nothing_that_exists_says_what_there_is()
    {
        await StoreAsync(new[] { Premium }.ToImmutableArray());

        Assert.Contains("experience must be the id of one: avatars,", Open("experience=luck").Markup, StringComparison.Ordinal);
    }

    private string Address => Services.GetRequiredService<NavigationManager>().Uri;

    private IRenderedComponent<NeedsPage> Open(string query)
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo($"/licences/needs?{query}");
        return Render<NeedsPage>();
    }

    private Task<SnapshotHead> StoreAsync(Result<ImmutableArray<SubscribedSku>> products, params UserFacts[] people) => new StoredScans(Services, Time)
    {
        Tenant = new(
            new OrganizationFacts("tenant", "Contoso", "AAD", "CH", "contoso.example"),
            products,
            ImmutableArray<GroupFacts>.Empty,
            ImmutableArray<ConditionalAccessPolicyFacts>.Empty,
            ImmutableArray<NamedLocationFacts>.Empty),
    }.CompleteAsync(people);

    private static UserFacts Person(string? department, params SubscribedSku[] products) => new()
    {
        Id = Guid.NewGuid().ToString(),
        Department = department,
        UserType = UserType.Member,
        AccountEnabled = true,
        AssignedLicenses = [.. products.Select(product => new AssignedLicense(product.SkuId, []))],
    };

    private static SubscribedSku Product(string id, string partNumber, int seats, params Guid[] plans) => new(
        new(id), partNumber, "Enabled", 0, new(seats, 0, 0, 0), [.. plans.Select(plan => new ServicePlan(plan, "PLAN", "User"))]);
}
