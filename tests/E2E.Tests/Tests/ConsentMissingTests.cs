using MeshReadiness.E2E.Tests.Given;
using MeshReadiness.E2E.Tests.Visiting;
using Microsoft.Playwright;

namespace MeshReadiness.E2E.Tests.Tests;

/// <summary>What the portal may not read is unknown with the permission's name, and never zero.</summary>
public sealed class ConsentMissingTests(ConsentMissing product) : BrowserTest(product), IClassFixture<ConsentMissing>
{
    [Theory]
    [InlineData("Conditional Access policies", "Policy.Read.All")]
    [InlineData("Named locations", "Policy.Read.All")]
    [InlineData("Groups that matter", "Group.Read.All")]
    public async Task A_topic_that_was_not_read_names_the_permission(string topic, string permission)
    {
        var visitor = await SignInAsync(Executive);
        var item = visitor.Page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = topic });

        await Expect(item).ToContainTextAsync("Not read");
        await Expect(item).ToContainTextAsync(permission);
    }

    [Fact]
    public async Task A_task_that_rests_on_it_is_unknown_and_says_why()
    {
        var visitor = await SignInAsync(Admin, "/rollout/tasks/s6-ca-inventory");
        var standing = visitor.Page.GetByLabel("How it stands");

        await Expect(standing).ToContainTextAsync("Unknown");
        await Expect(standing).ToContainTextAsync("Policy.Read.All");
        await Expect(standing).Not.ToContainTextAsync("0 policies");
    }

    [Fact]
    public async Task What_could_be_read_is_still_counted_to_the_person()
    {
        var rules = MeshRules.Read();
        var avatars = rules.Experiences[0];
        var expected = await Product.Tenant.ExpectedAsync();
        var visitor = await SignInAsync(Executive);
        var rows = await visitor.Page.GetByRole(AriaRole.Table, new() { Name = "People by experience and verdict" }).RowsAsync();

        Assert.Equal(rules.Count(avatars, "Ready", expected), rows[0].Number("Ready"));
    }
}
