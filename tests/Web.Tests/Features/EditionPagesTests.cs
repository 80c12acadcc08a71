using System.Text.Json.Nodes;
using Bunit;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Rollouts;
using MeshReadiness.Core.Scanning;
using MeshReadiness.Data;
using MeshReadiness.Playbooks;
using MeshReadiness.Web.Features.Rollouts;
using MeshReadiness.Web.Tests.Given;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace MeshReadiness.Web.Tests.Features;

/// <summary>A portal that comes with a later edition of a playbook than its rollouts follow, and the move to the successor.</summary>
public sealed class EditionPagesTests : PortalTest
{
    private static readonly PlaybookEdition First = PlaybookLibrary.Editions[0];
    private static readonly Playbook Before = PlaybookLibrary.Mesh;
    private static readonly PlaybookTask Gone = Before.Steps[0].Tasks.Last(task => Before.Tasks.All(other => !other.DependsOn.Contains(task.Id)));
    private static readonly PlaybookTask Reworded = Before.Steps[1].Tasks[0];
    private static readonly PlaybookEdition Second = Read(NextEdition(First.Text));
    private static readonly Playbook After = Second.Playbook;
    private static readonly Actor Me = new("1", "Maja Lindqvist");

    public EditionPagesTests()
    {
        Services.AddSingleton(After).AddSingleton(new PlaybookShelf([After, PlaybookLibrary.TeamsImmersive]) { Editions = [Second, PlaybookLibrary.Editions[1]] });
        SignInAdmin();
    }

    private static CancellationToken Cancelled => Xunit.TestContext.Current.CancellationToken;

    private RolloutDesk Desk => Services.GetRequiredService<RolloutDesk>();

    private RolloutEditions Editions => Services.GetRequiredService<RolloutEditions>();

    [Fact]
    public async Task A_rollout_is_brought_up_to_the_new_edition_and_shows_what_changed()
    {
        var rollout = await BeginBeforeAsync();
        await Services.GetRequiredService<PlaybookEditions>().KeepAsync(Before.Id, Before.Version, First.Text, Cancelled);

        await Editions.PrepareAsync(Cancelled);
        var page = Render<RolloutPage>();
        var changes = Render<ChangesPage>();

        var now = Assert.Single(await Desk.ListAsync(Cancelled));
        Assert.Equal((After.Version, rollout.Version + 1), (now.PlaybookVersion, now.Version));
        Assert.Contains("1 task added, 1 changed, 1 removed.", page.Find(".notice:not(.warn)").TextContent, StringComparison.Ordinal);
        Assert.Equal(["1 task added", "1 task changed", "1 task removed"], changes.FindAll(".part h3").Select(title => title.TextContent));
        Assert.Contains(Reworded.Title, changes.Find("del").TextContent, StringComparison.Ordinal);
        Assert.Contains("said another way", changes.Find("ins").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Work_on_a_task_that_is_gone_is_kept_shown_and_exported()
    {
        var rollout = await BeginBeforeAsync();
        var store = Services.GetRequiredService<RolloutStore>();
        var moment = new Moment(Me, Time.GetUtcNow());
        await store.EditTaskAsync(rollout.Id, Gone.Id, 0, "attested", work => TaskEdit.Attest(work, Guid.NewGuid(), "Seen <b>there</b>.", moment), moment, Cancelled);
        await Services.GetRequiredService<CommentStore>().AddAsync(rollout.Id, Gone.Id, Guid.NewGuid(), "Ask again in May.", moment, Cancelled);
        await Services.GetRequiredService<PlaybookEditions>().KeepAsync(Before.Id, Before.Version, First.Text, Cancelled);

        await Editions.PrepareAsync(Cancelled);
        var left = Render<ChangesPage>().Find("[aria-labelledby=left]").TextContent;
        var file = (await Services.GetRequiredService<RolloutCopies>().TakeOutAsync(rollout.Id, Cancelled)).Value;

        Assert.Contains(Gone.Id, left, StringComparison.Ordinal);
        Assert.Contains("1 proof · 1 comment", left, StringComparison.Ordinal);
        Assert.Contains("Seen <b>there</b>.", left, StringComparison.Ordinal);
        Assert.Equal("Seen <b>there</b>.", Assert.Single(Assert.Single(file.Work).Evidence).Words);
        Assert.Equal(Gone.Id, Assert.Single(file.Comments).TaskId);
    }

    [Fact]
    public async Task Where_the_earlier_edition_is_not_known_the_page_says_so()
    {
        await BeginBeforeAsync();

        await Editions.PrepareAsync(Cancelled);

        Assert.Contains($"This portal never had version {Before.Version}", Render<ChangesPage>().Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_portal_that_starts_again_changes_nothing_more()
    {
        await BeginBeforeAsync();

        await Editions.PrepareAsync(Cancelled);
        await Editions.PrepareAsync(Cancelled);

        var rollout = Assert.Single(await Desk.ListAsync(Cancelled));
        Assert.Equal(2, rollout.Version);
        Assert.Single(await Editions.ChangesAsync(rollout, Cancelled));
        Assert.Equal(Second.Text, await Services.GetRequiredService<PlaybookEditions>().FindAsync(After.Id, After.Version, Cancelled));
    }

    [Fact]
    public async Task Every_page_of_a_retired_product_offers_the_move_and_the_map_says_what_goes_along()
    {
        await BeginBeforeAsync();
        await Scans.CompleteAsync();
        var carried = After.Tasks.First(task => After.Lifecycle!.CarriesOver.ContainsKey(task.Id));
        await ChangeAsync(carried.Id, "attested", (work, moment) => TaskEdit.Attest(work, Guid.NewGuid(), "Seen.", moment));

        Assert.Contains("href=\"/rollout/move\"", Render<RolloutPage>().Markup, StringComparison.Ordinal);
        Assert.Contains("href=\"/rollout/move\"", Render<StepPage>(page => page.Add(one => one.Number, 1)).Markup, StringComparison.Ordinal);
        Assert.Contains("href=\"/rollout/move\"", Render<TaskPage>(page => page.Add(one => one.Id, carried.Id)).Markup, StringComparison.Ordinal);
        Assert.Contains("0 owners, 1 proof, 0 comments, 0 contacts go along", Render<MovePage>().Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_move_begins_the_successor_s_rollout_with_what_goes_along_and_archives_the_old_one()
    {
        var old = await BeginBeforeAsync();
        var (from, to) = After.Lifecycle!.CarriesOver.First();
        await ChangeAsync(from, "assigned", (work, _) => TaskEdit.Assign(work, Me));
        var page = Render<MovePage>();

        await page.Find(".check input").ChangeAsync(new() { Value = true });
        await page.Find("form").SubmitAsync();

        var rollouts = await Desk.ListAsync(Cancelled);
        var moved = Assert.Single(rollouts, rollout => rollout.PlaybookId == PlaybookLibrary.TeamsImmersive.Id);
        Assert.True(Assert.Single(rollouts, rollout => rollout.Id == old.Id).IsArchived);
        Assert.EndsWith($"/rollout?rollout={moved.Id}", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
        Assert.Equal(Me, (await Desk.OpenAsync(moved.Id, Cancelled)).Value.Standing.Find(to)!.Work.Owner);
        Assert.DoesNotContain("/rollout/move", Render<RolloutPage>().Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rollout_without_a_successor_has_nothing_to_move_to()
    {
        var begun = await Desk.BeginAsync(
            PlaybookLibrary.TeamsImmersive.Id, new("Events", [PlaybookLibrary.TeamsImmersive.Experiences[0].Id], null), Me, Cancelled);

        Assert.Contains("There is nothing to move to", Render<MovePage>().Markup, StringComparison.Ordinal);
        Assert.Equal(
            ProblemKind.Invalid,
            (await Services.GetRequiredService<RolloutCopies>().MoveAsync(begun.Value.Id, new("X", [], null), Me, Cancelled)).Problem.Kind);
    }

    [Fact]
    public async Task Whoever_plans_a_new_rollout_of_a_retired_product_can_choose_its_successor_instead()
    {
        await BeginBeforeAsync();
        var page = Render<NewRolloutPage>();

        await page.Find(".notice button").ClickAsync(new());

        Assert.Equal(PlaybookLibrary.TeamsImmersive.Id, page.Find("#playbook").GetAttribute("value"));
        Assert.Equal(PlaybookLibrary.TeamsImmersive.Experiences.Length, page.FindAll(".experiences li").Count);
    }

    private static PlaybookEdition Read(string text) => new(PlaybookReader.Read("mesh.json", text).Value, text);

    // One task gone with another in its place, and one said another way.
    private static string NextEdition(string json)
    {
        var root = JsonNode.Parse(json.Replace($"\"{Gone.Id}\"", "\"s1-brand-new\"", StringComparison.Ordinal))!;
        root["version"] = Before.Version + 1;
        root["steps"]![1]!["tasks"]![0]!["title"] = $"{Reworded.Title}, said another way";
        return root.ToJsonString();
    }

    private async Task<Rollout> BeginBeforeAsync()
    {
        var moment = new Moment(Me, Time.GetUtcNow());
        var begun = RolloutEdit.Begin(Guid.CreateVersion7(), Before, new("Headquarters", [.. Before.Experiences.Select(one => one.Id)], null), moment).Value;
        return (await Services.GetRequiredService<RolloutStore>().AddAsync(begun, moment, Cancelled)).Value;
    }

    private async Task ChangeAsync(string taskId, string action, Func<TaskWork, Moment, Result<TaskWork>> edit)
    {
        var rollout = (await Desk.ListAsync(Cancelled))[0];
        Assert.True((await Desk.EditAsync(new(rollout.Id, taskId, 0), action, edit, Me, Cancelled)).Succeeded);
    }
}
