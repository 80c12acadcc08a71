using System.Collections.Immutable;
using Bunit;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Readiness;
using MeshReadiness.Core.Scanning;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Playbooks;
using MeshReadiness.Web.Features.Dashboard;
using MeshReadiness.Web.Features.Snapshots;
using MeshReadiness.Web.Tests.Given;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace MeshReadiness.Web.Tests.Features;

/// <summary>The population taken apart, on the page.</summary>
public sealed class BreakdownTests : PortalTest
{
    private static readonly Guid Unlisted = new("11111111-2222-3333-4444-555555555555");
    private static readonly Problem Unread = new(ProblemKind.ConsentNeeded, "The permission is missing.");

    [Fact]
    public async Task Groups_come_with_the_largest_first_and_nobody_is_left_out()
    {
        SignInAdmin();
        await StoreAsync(Person("Legal"), Person("Sales"), Person("Sales"), Person(null));

        Assert.Equal([("Sales", 2), ("Legal", 1), ("No department", 1)], Rows(await OpenAsync(Dimension.Department)).Select(row => (row.Name, row.Of)));
    }

    [Fact]
    public async Task Members_guests_and_those_of_whom_nobody_knows_have_their_names()
    {
        SignInAdmin();
        await StoreAsync(Person(null), Person(null) with { UserType = UserType.Guest }, Person(null) with { UserType = null });

        Assert.Equal(["Guests", "Members", "User type not told"], Rows(await OpenAsync(Dimension.UserType)).Select(row => row.Name).Order());
    }

    [Fact]
    public async Task For_members_only_guests_are_not_counted()
    {
        SignInAdmin();
        await StoreAsync(Person(null), Person(null) with { UserType = UserType.Guest });
        var rows = Rows(await OpenAsync(Dimension.UserType, "avatars"));

        Assert.Equal([("Members", 1), ("Guests", 0)], rows.Select(row => (row.Name, row.Of)));
    }

    [Fact]
    public async Task A_product_that_no_table_knows_has_the_tenants_own_name_and_its_numbers_lead_to_its_people()
    {
        SignInAdmin();
        await StoreAsync(Person(null) with { AssignedLicenses = [new(Unlisted, [])] });
        var section = await OpenAsync(Dimension.Product, "avatars");

        Assert.Equal("CONTOSO_UNLISTED", Rows(section)[0].Name);
        Assert.Equal($"/help-desk?experience=avatars&verdict=NotReady&product={Unlisted}", section.FindAll("td a")[1].GetAttribute("href"));
    }

    [Fact]
    public async Task Numbers_that_no_list_stands_behind_are_no_links()
    {
        SignInAdmin();
        await StoreAsync(Person("Sales"));

        Assert.Empty((await OpenAsync(Dimension.UserType)).FindAll("td a"));
    }

    [Fact]
    public async Task Who_may_see_no_names_gets_no_links_to_them()
    {
        SignInExecutive();
        await StoreAsync([.. Enumerable.Repeat("Sales", 6).Select(Person).Select(person => person with { AssignedLicenses = [new(Unlisted, [])] })]);

        Assert.Equal(6, Rows(await OpenAsync(Dimension.Product)).Single().Of);
        Assert.Empty((await OpenAsync(Dimension.Product)).FindAll("td a"));
    }

    [Theory]
    [InlineData("Sales", "/help-desk?experience=avatars&verdict=NotReady&office=Sales")]
    [InlineData(null, "/help-desk?experience=avatars&verdict=NotReady&office=")]
    public async Task Numbers_of_an_office_lead_to_its_people(string? office, string address)
    {
        SignInAdmin();
        await StoreAsync(Person(null) with { OfficeLocation = office });
        var section = await OpenAsync(Dimension.Office, "avatars");

        Assert.Equal(office ?? "Office not set", Rows(section)[0].Name);
        Assert.Equal(address, section.FindAll("td a")[1].GetAttribute("href"));
    }

    [Fact]
    public async Task Who_may_see_no_names_gets_small_groups_as_one()
    {
        await StoreAsync([.. Staff(("Sales", 7), ("Legal", 2), ("Board", 1), ("Finance", 9), ("Press", 3))]);
        SignInExecutive();

        Assert.Equal([("Finance", 9), ("Sales", 7), ("Groups under five people (3 groups)", 6)], Rows(await OpenAsync(Dimension.Department)));
        SignInAdmin();
        Assert.Equal([("Finance", 9), ("Sales", 7), ("Press", 3), ("Legal", 2), ("Board", 1)], Rows(await OpenAsync(Dimension.Department)));
    }

    [Fact]
    public async Task A_single_small_group_takes_the_next_along_and_no_text_finds_it()
    {
        await StoreAsync([.. Staff(("Sales", 7), ("Board", 1), ("Finance", 9))]);
        SignInExecutive();

        Assert.Equal([("Finance", 9), ("Groups under five people (2 groups)", 8)], Rows(await OpenAsync(Dimension.Department)));
        Assert.Empty(Rows(await OpenAsync(Dimension.Department, find: "Board")));
    }

    [Fact]
    public async Task A_text_finds_groups_by_their_name_and_the_file_has_the_same()
    {
        SignInAdmin();
        await StoreAsync([.. Staff(("Sales North", 2), ("Sales South", 1), ("Legal", 4))]);
        var section = await OpenAsync(Dimension.Department, find: "sales");

        Assert.Equal(["Sales North", "Sales South"], Rows(section).Select(row => row.Name));
        Assert.Equal("/api/v1/snapshot/breakdown.csv?dimension=department&experience=any&find=sales", section.Find(".csv").GetAttribute("href"));
    }

    [Fact]
    public async Task What_is_typed_counts_at_once_and_stands_in_the_address_when_it_is_done()
    {
        SignInAdmin();
        await StoreAsync([.. Enumerable.Range(0, 12).Select(number => Person($"Department {number:00}"))]);
        var section = await OpenAsync(Dimension.Department);

        section.Find("#breakdown-find").Input("11");
        Assert.Equal(["Department 11"], Rows(section).Select(row => row.Name));

        section.Find("#breakdown-find").Change("11");
        Assert.EndsWith("/dashboard?find=11", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);

        section.Find("#breakdown-find").Input("nothing");
        Assert.Contains("No department has “nothing” in its name.", section.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_list_is_short_until_it_is_asked_for()
    {
        SignInAdmin();
        await StoreAsync([.. Enumerable.Range(0, 30).Select(number => Person($"Department {number:00}"))]);
        var section = await OpenAsync(Dimension.Department);
        Assert.Equal(8, Rows(section).Count);
        Assert.Equal("/dashboard?groups=all", section.Find(".rest a").GetAttribute("href"));
        Assert.Equal("Show all 30 departments", section.Find(".rest a").TextContent);

        section.Render(parameters => parameters.Add(one => one.Place, new("/dashboard", Dimension.Department, ReasonCount.Anywhere, null, All: true)));

        Assert.Equal(30, Rows(section).Count);
    }

    [Fact]
    public async Task An_empty_directory_is_said_to_be_empty()
    {
        SignInAdmin();
        await StoreAsync();

        Assert.Contains("The directory has no people yet.", (await OpenAsync(Dimension.Country)).Markup, StringComparison.Ordinal);
        Assert.Contains("Nobody holds a product.", (await OpenAsync(Dimension.Product)).Markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("department", Dimension.Department)]
    [InlineData("UserType", Dimension.UserType)]
    [InlineData("0", null)]
    [InlineData("team", null)]
    [InlineData(null, null)]
    public void A_dimension_is_known_by_its_name_and_never_by_a_number(string? word, Dimension? dimension) =>
        Assert.Equal(dimension, DimensionWords.Parse(word));

    private static UserFacts Person(string? department) =>
        new() { Id = Guid.NewGuid().ToString(), Department = department, UserType = UserType.Member, AccountEnabled = true };

    private static List<(string Name, int Of)> Rows(IRenderedComponent<BreakdownSection> section) =>
    [
        .. section.FindAll("tbody tr").Select(row => (
            row.QuerySelector("th")!.TextContent, int.Parse(row.QuerySelector(".of")!.TextContent, System.Globalization.CultureInfo.InvariantCulture))),
    ];

    private static IEnumerable<UserFacts> Staff(params (string Department, int People)[] departments) =>
        departments.SelectMany(one => Enumerable.Range(0, one.People).Select(_ => Person(one.Department)));

    private Task<SnapshotHead> StoreAsync(params UserFacts[] people) => new StoredScans(Services, Time)
    {
        Tenant = new(
            Unread,
            ImmutableArray.Create(new SubscribedSku(Unlisted, "CONTOSO_UNLISTED", "Enabled", 1, new(10, 0, 0, 0), [])),
            ImmutableArray<GroupFacts>.Empty,
            ImmutableArray<ConditionalAccessPolicyFacts>.Empty,
            ImmutableArray<NamedLocationFacts>.Empty),
    }.CompleteAsync(people);

    private async Task<IRenderedComponent<BreakdownSection>> OpenAsync(Dimension by, string experience = ReasonCount.Anywhere, string? find = null)
    {
        var view = (await Services.GetRequiredService<CurrentSnapshot>().GetAsync(Xunit.TestContext.Current.CancellationToken))!;
        return Render<BreakdownSection>(section => section
            .Add(one => one.Snapshot, view).Add(one => one.Playbook, PlaybookLibrary.Mesh).Add(one => one.Place, new("/dashboard", by, experience, find)));
    }
}
