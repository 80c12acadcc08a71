using System.Text.RegularExpressions;
using MeshReadiness.E2E.Tests.Given;
using MeshReadiness.E2E.Tests.Visiting;
using Microsoft.Playwright;

namespace MeshReadiness.E2E.Tests.Tests;

/// <summary>Longer ways through a rollout, in a tenant where nothing is wrong at first.</summary>
public sealed partial class RolloutJourneyTests(HealthyTenant product) : BrowserTest(product), IClassFixture<HealthyTenant>
{
    [Fact]
    public async Task A_whole_step_is_completed_by_what_the_tenant_proves_and_what_people_have_seen()
    {
        var visitor = await SignInAsync(Admin, "/rollout/steps/1");
        var tasks = visitor.Page.GetByRole(AriaRole.List, new() { Name = "Tasks" }).Locator("a[href*='/rollout/tasks/']");
        await Expect(tasks.First).ToBeVisibleAsync();
        var addresses = await tasks.EvaluateAllAsync<string[]>("links => [...new Set(links.map(link => link.getAttribute('href')))]");
        var attested = 0;

        foreach (var address in addresses)
        {
            await visitor.OpenAsync(address);
            await Expect(Standing(visitor)).ToBeVisibleAsync();

            if (!await Standing(visitor).GetByText("Done", new() { Exact = true }).IsVisibleAsync())
            {
                await visitor.Page.GetByLabel("I have seen it: what you saw").FillAsync("Seen with my own eyes.");
                await visitor.Button("I have seen it").ClickAsync();
                await Expect(Standing(visitor)).ToContainTextAsync("Done");
                attested++;
            }
        }

        await visitor.OpenAsync("/rollout");
        var step = visitor.Page.GetByRole(AriaRole.Listitem).Filter(new() { Has = visitor.Heading("Step 1: Gather your deployment team") });
        await Expect(step).ToContainTextAsync($"{addresses.Length} of {addresses.Length} done");
        await Expect(step).ToContainTextAsync("Nothing holds this step back.");
        Assert.InRange(attested, 1, addresses.Length - 1);
    }

    [Fact]
    public async Task A_task_that_the_tenant_proved_is_reopened_on_the_open_page_by_a_scan_that_finds_drift()
    {
        const string task = "/rollout/tasks/s2-teams-premium-for-mesh";
        var (watching, scanning) = (await SignInAsync(Admin, task), await SignInAsync(SecondAdmin, "/scans"));
        await Expect(Standing(watching)).ToContainTextAsync("Done");
        var before = await Standing(watching).Locator(".sentence").InnerTextAsync();
        await Product.Tenant.ChangeAsync("remove", 4);

        await scanning.Button("Read what changed").ClickAsync();

        await Expect(Standing(watching)).ToContainTextAsync("Blocked", new() { Timeout = 30_000 });
        var now = await Standing(watching).Locator(".sentence").InnerTextAsync();
        var history = watching.Page.GetByRole(AriaRole.Region, new() { Name = "History" });
        await Expect(history).ToContainTextAsync("saw in the tenant that it isn't done any more");
        await Expect(history).ToContainTextAsync($"Was: {before} Is: {now}");
        await Expect(history).ToContainTextAsync("Nobody owns this task yet.");
    }

    [Fact]
    public async Task An_exported_rollout_is_imported_with_all_that_people_did()
    {
        var visitor = await SignInAsync(Admin, "/rollout/tasks/s7-hr-review");
        await visitor.Page.GetByLabel("Your comment").FillAsync("HR <b>asks</b> for the avatar guidelines.");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Comment", Exact = true }).ClickAsync();
        await Expect(visitor.Page.GetByRole(AriaRole.Region, new() { Name = "Comments" })).ToContainTextAsync("1 comment");
        await visitor.OpenAsync("/rollout");

        var file = await visitor.Page.RunAndWaitForDownloadAsync(() => visitor.Link("Export").ClickAsync());
        await visitor.Link("Import").ClickAsync();
        await visitor.Page.GetByLabel("File").SetInputFilesAsync(await file.PathAsync());
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Import", Exact = true }).ClickAsync();

        await Expect(visitor.Page).ToHaveURLAsync(RolloutAddress());
        await Expect(visitor.Page.GetByText(new Regex("All [23] rollouts"))).ToBeVisibleAsync();
        var id = RolloutAddress().Match(visitor.Page.Url).Groups[1].Value;
        await visitor.OpenAsync($"/rollout/tasks/s7-hr-review?rollout={id}");
        await Expect(visitor.Page.GetByRole(AriaRole.Region, new() { Name = "Comments" })).ToContainTextAsync("HR <b>asks</b> for the avatar guidelines.");
        await Expect(visitor.Page.GetByRole(AriaRole.Region, new() { Name = "History" })).ToContainTextAsync("commented, before the rollout came here");

        // The others here mean the newest rollout; it must be the one that they began with.
        await visitor.OpenAsync($"/rollout?rollout={id}");
        await visitor.Button("Archive").ClickAsync();
        await Expect(visitor.Text("This rollout is archived.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_rollout_of_the_retired_product_moves_on_to_its_successor_with_its_owners_and_proofs()
    {
        var visitor = await SignInAsync(Admin, "/rollout/tasks/s7-branding-review");
        await visitor.Page.GetByLabel("I have seen it: what you saw").FillAsync("The brand team approved the rooms.");
        await visitor.Button("I have seen it").ClickAsync();
        await Expect(Standing(visitor)).ToContainTextAsync("Done");

        await visitor.Link("Move to Immersive events in Teams").ClickAsync();
        var row = visitor.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Company branding has checked custom rooms and media" });
        await Expect(row).ToContainTextAsync("1 proof");
        await visitor.Page.AssertAccessibleAsync();
        await visitor.Button("Begin it").ClickAsync();

        await Expect(visitor.Page).ToHaveURLAsync(RolloutAddress());
        var id = RolloutAddress().Match(visitor.Page.Url).Groups[1].Value;
        await visitor.OpenAsync($"/rollout/tasks/t6-branding?rollout={id}");
        await Expect(Standing(visitor)).ToContainTextAsync("The brand team approved the rooms.");
        await Expect(visitor.Text("was retired on")).ToHaveCountAsync(0);

        await visitor.OpenAsync($"/rollout?rollout={id}");
        await visitor.Button("Archive").ClickAsync();
        await Expect(visitor.Text("This rollout is archived.")).ToBeVisibleAsync();
    }

    private static ILocator Standing(Visitor visitor) => visitor.Page.GetByRole(AriaRole.Region, new() { Name = "How it stands" });

    [GeneratedRegex("/rollout\\?rollout=([0-9a-f-]{36})$")]
    private static partial Regex RolloutAddress();
}
