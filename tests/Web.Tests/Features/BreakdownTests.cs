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

        Assert.Empty((await OpenAsync(Dimension.Department)).FindAll("td a"));
    }

    [Fact]
    public async Task Who_may_see_no_names_gets_no_links_to_them()
    {
        SignInExecutive();
        await StoreAsync(Person(null) with { AssignedLicenses = [new(Unlisted, [])] });

        Assert.Empty((await OpenAsync(Dimension.Product)).FindAll("td a"));
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

    private Task<SnapshotHead> StoreAsync(params UserFacts[] people) => new StoredScans(Services, Time)
    {
        Tenant = new(
            Unread,
            ImmutableArray.Create(new SubscribedSku(Unlisted, "CONTOSO_UNLISTED", "Enabled", 1, new(10, 0, 0, 0), [])),
            ImmutableArray<GroupFacts>.Empty,
            ImmutableArray<ConditionalAccessPolicyFacts>.Empty,
            ImmutableArray<NamedLocationFacts>.Empty),
    }.CompleteAsync(people);

    private async Task<IRenderedComponent<BreakdownSection>> OpenAsync(Dimension by, string experience = ReasonCount.Anywhere)
    {
        var view = (await Services.GetRequiredService<CurrentSnapshot>().GetAsync(Xunit.TestContext.Current.CancellationToken))!;
        return Render<BreakdownSection>(section => section
            .Add(one => one.Snapshot, view).Add(one => one.Playbook, PlaybookLibrary.Mesh).Add(one => one.Place, new("/dashboard", by, experience)));
    }
}
