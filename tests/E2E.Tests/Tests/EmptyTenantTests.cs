using MeshReadiness.E2E.Tests.Given;
using MeshReadiness.E2E.Tests.Visiting;
using Microsoft.Playwright;

namespace MeshReadiness.E2E.Tests.Tests;

public sealed class EmptyTenantTests(EmptyTenant product) : BrowserTest(product), IClassFixture<EmptyTenant>
{
    [Theory]
    [InlineData("/dashboard", "The directory has no people yet.")]
    [InlineData("/licences", "The tenant has no products")]
    [InlineData("/help-desk", "0 people are in the snapshot")]
    [InlineData("/help-desk?text=anna", "Nobody found")]
    [InlineData("/rollout", "Gather your deployment team")]
    [InlineData("/scans", "Everybody was read.")]
    public async Task A_page_without_anything_to_show_says_so(string address, string words)
    {
        var visitor = await SignInAsync(Admin, address);

        await Expect(visitor.Page.GetByRole(AriaRole.Main)).ToContainTextAsync(words);
    }

    [Fact]
    public async Task Nothing_is_divided_by_nobody()
    {
        var visitor = await SignInAsync(Executive);
        await Expect(visitor.Heading("Dashboard")).ToBeVisibleAsync();

        await Expect(visitor.Page.GetByRole(AriaRole.Main)).Not.ToContainTextAsync("NaN");
        await Expect(visitor.Page.GetByRole(AriaRole.Main)).Not.ToContainTextAsync("%");
    }
}
