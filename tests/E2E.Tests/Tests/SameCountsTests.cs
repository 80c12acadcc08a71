using MeshReadiness.E2E.Tests.Given;
using MeshReadiness.E2E.Tests.Visiting;
using Microsoft.Playwright;

namespace MeshReadiness.E2E.Tests.Tests;

/// <summary>What the pages count is what the tenant itself counts.</summary>
public sealed class SameCountsTests(Contoso product) : BrowserTest(product), IClassFixture<Contoso>
{
    [Fact]
    public async Task The_help_desk_knows_of_everybody_in_the_directory()
    {
        var expected = await Product.Tenant.ExpectedAsync();
        var visitor = await SignInAsync(HelpDesk);

        await Expect(visitor.Text($"{expected.People.Total} people are in the snapshot")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Seats_are_right_to_the_unit_for_every_product()
    {
        var expected = await Product.Tenant.ExpectedAsync();
        var visitor = await SignInAsync(Admin, "/licences?all=true");
        var rows = await visitor.Page.GetByRole(AriaRole.Table).First.RowsAsync();

        Assert.Equal(
            expected.Products.OrderBy(product => product.SkuPartNumber, StringComparer.Ordinal)
                .Select(product => (product.SkuPartNumber, product.Enabled, product.Consumed, Math.Max(0, product.Enabled - product.Consumed))),
            rows.Select(row => (Part: row["Product"].Split('\n')[^1], row.Number("Bought"), row.Number("Used"), row.Number("Free")))
                .OrderBy(row => row.Part, StringComparer.Ordinal));
    }

    [Fact]
    public async Task Verdicts_are_right_to_the_person_for_every_experience()
    {
        var rules = MeshRules.Read();
        var expected = await Product.Tenant.ExpectedAsync();
        var visitor = await SignInAsync(Executive);
        var rows = await visitor.Page.GetByRole(AriaRole.Table, new() { Name = "People by experience and verdict" }).RowsAsync();

        Assert.Equal(
            rules.Experiences.Select(experience => (
                experience.Name,
                rules.Count(experience, "Ready", expected),
                rules.Count(experience, "Not ready", expected),
                rules.Count(experience, "Unknown", expected))),
            rows.Select(row => (Name: row["Experience"].Split('\n')[0], row.Number("Ready"), row.Number("Not ready"), row.Number("Unknown")))
                .Where(row => rules.Experiences.Any(experience => experience.Name == row.Name)));
    }

    [Theory]
    [InlineData("department", "No department")]
    [InlineData("country", "No country")]
    [InlineData("office", "Office not set")]
    public async Task Coverage_is_right_to_the_person(string by, string none)
    {
        var expected = await Product.Tenant.ExpectedAsync();
        var groups = by switch { "department" => expected.Departments, "country" => expected.Countries, _ => expected.Offices };
        var visitor = await SignInAsync(Admin, $"/licences?by={by}&groups=all");
        var rows = await visitor.Page.GetByRole(AriaRole.Table, new() { Name = $"People by {by} and verdict" }).RowsAsync();

        Assert.Equal(
            groups.Select(group => (group.Name ?? none, group.People)).Order(),
            rows.Select(row => (row[char.ToUpperInvariant(by[0]) + by[1..]], row.Number("Of"))).Order());
    }

    [Fact]
    public async Task A_number_of_an_office_leads_to_as_many_people()
    {
        var visitor = await SignInAsync(Admin, "/licences?by=office&experience=mesh-pc");
        var link = visitor.Page.GetByRole(AriaRole.Table, new() { Name = "People by office and verdict" }).GetByRole(AriaRole.Link).First;
        var people = await link.InnerTextAsync();
        await link.ClickAsync();

        await Expect(visitor.Heading("Help desk")).ToBeVisibleAsync();
        await Expect(visitor.Page.GetByRole(AriaRole.Region, new() { Name = "People" })).ToContainTextAsync($"{people} people");
    }

    [Fact]
    public async Task People_in_every_situation_read_as_the_directory_tells_them()
    {
        var rules = MeshRules.Read();
        var people = (await Product.Tenant.PeopleAsync()).DistinctBy(person => (person.UserType, person.AccountEnabled, person.AssignedLicenses.Count)).Take(6).ToList();
        var visitor = await SignInAsync(HelpDesk);

        foreach (var person in people)
        {
            await visitor.OpenAsync($"/help-desk/{person.Id}");
            var page = visitor.Page.GetByRole(AriaRole.Main);

            await Expect(visitor.Heading(person.DisplayName!)).ToBeVisibleAsync();
            await Expect(page).ToContainTextAsync(person.AccountEnabled == true ? "Account enabled" : "Account disabled");
            await Expect(page).ToContainTextAsync(person.UserPrincipalName!);
            await Expect(page).ToContainTextAsync(person.Department ?? "Not set");

            foreach (var experience in rules.Experiences)
            {
                var verdict = rules.Verdict(experience, person.AccountEnabled, person.UserType, person.ExternalUserState,
                    person.AssignedPlans.ToLookup(plan => plan.ServicePlanId, plan => plan.CapabilityStatus));
                await Expect(page.GetByRole(AriaRole.Group).Filter(new() { HasText = experience.Name }).First.Locator("summary").First)
                    .ToContainTextAsync($"{verdict} {experience.Name}");
            }
        }
    }
}
