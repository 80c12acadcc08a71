using MeshReadiness.E2E.Tests.Given;
using MeshReadiness.E2E.Tests.Visiting;
using Microsoft.Playwright;

namespace MeshReadiness.E2E.Tests.Tests;

/// <summary>Data that no documentation promises leaves every page standing.</summary>
public sealed class MessyTenantTests(MessyTenant product) : BrowserTest(product), IClassFixture<MessyTenant>
{
    private const int LongestName = 256;

    [Theory]
    [InlineData("/rollout", "Gather your deployment team")]
    [InlineData("/rollout/steps/2", "No licence assignment is in error")]
    [InlineData("/licences?all=true", "CONTOSO_UNLISTED_BUNDLE_2031")]
    [InlineData("/dashboard", "By experience")]
    [InlineData("/help-desk?text=a", "Page 1 of")]
    [InlineData("/help-desk?experience=avatars&verdict=Unknown", "Only people with the verdict “Unknown”")]
    [InlineData("/scans", "Everybody was read.")]
    public async Task A_page_shows_what_it_has(string address, string words)
    {
        var visitor = await SignInAsync(Admin, address);

        await Expect(visitor.Page.GetByRole(AriaRole.Main)).ToContainTextAsync(words);
        await Expect(visitor.Heading("This page could not be shown")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Odd_people_have_a_name_to_be_called_by_and_fit_on_a_phone()
    {
        var everybody = await Product.Tenant.PeopleAsync(800);
        GraphUser[] odd =
        [
            everybody.First(person => person.DisplayName is null),
            everybody.First(person => person.DisplayName is { Length: LongestName }),
            everybody.First(person => person.AccountEnabled is null),
            everybody.First(person => person.UserType is null),
            everybody.First(person => person.DisplayName?.Contains('<', StringComparison.Ordinal) == true),
        ];
        var visitor = await SignInAsync(HelpDesk, "/help-desk", 390);

        foreach (var person in odd)
        {
            await visitor.OpenAsync($"/help-desk/{person.Id}");

            await Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync((person.DisplayName ?? person.UserPrincipalName)!);
            await Expect(visitor.Heading("What works")).ToBeVisibleAsync();
            Assert.True(await visitor.Page.EvaluateAsync<bool>("document.scrollingElement.scrollWidth <= document.scrollingElement.clientWidth"), person.DisplayName);
        }
    }

    [Fact]
    public async Task Seats_are_right_for_every_product()
    {
        var expected = await Product.Tenant.ExpectedAsync();
        var visitor = await SignInAsync(Admin, "/licences?all=true");
        var rows = await visitor.Page.GetByRole(AriaRole.Table).First.RowsAsync();

        Assert.Equal(
            expected.Products.Select(product => (product.Enabled, product.Consumed)).Order(),
            rows.Select(row => (row.Number("Bought"), row.Number("Used"))).Order());
    }
}
