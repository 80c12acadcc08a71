using MeshReadiness.Core.Audit;
using MeshReadiness.Core.Checks;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Readiness;
using MeshReadiness.Core.Rollouts;
using MeshReadiness.Core.Scanning;
using MeshReadiness.Data;

namespace MeshReadiness.Integration.Tests.Data;

/// <summary>Rollouts and what people say about their tasks: nothing is lost, nothing is overwritten, everything can be undone.</summary>
public abstract class RolloutStoreTests : StoreTest
{
    private const string TaskId = "teams-on";

    private static readonly Actor Ada = new("ada", "Ada");
    private static readonly Actor Bob = new("bob", "Bób <b>bold</b>");

    private RolloutStore Rollouts => Database.Rollouts;

    private CommentStore Comments => Database.Comments;

    private Moment Now(Actor? by = null) => new(by ?? Ada, Database.Clock.GetUtcNow());

    [Fact]
    public async Task A_rollout_comes_back_as_stored_and_the_newest_comes_first()
    {
        var first = await BeginAsync("Head office");
        Database.Clock.Advance(TimeSpan.FromMinutes(1));
        var second = await BeginAsync(new string('ж', RolloutEdit.LongestName));

        Assert.Equal([second.Id, first.Id], (await Rollouts.ListAsync(Cancel)).Select(rollout => rollout.Id));
        AssertSame(first, (await Rollouts.FindAsync(first.Id, Cancel))!);
        AssertSame(second, (await Rollouts.FindAsync(second.Id, Cancel))!);
    }

    [Fact]
    public async Task Work_of_every_sort_comes_back_as_stored()
    {
        var rollout = await BeginAsync();
        var evidence = new Evidence(
            Guid.NewGuid(), EvidenceSource.Import, Now().At, Bob, "export.csv",
            CheckResult.Fail("Two of three.", new Finding("Policy", "off", "on", "Switch it on.", "Teams Administrator")));
        var work = await EditAsync(rollout, 0, work => TaskEdit.Assign(work, Bob));
        work = await EditAsync(rollout, 1, work => TaskEdit.SetDue(work, new(2026, 5, 1), Now()));
        work = await EditAsync(rollout, 2, work => TaskEdit.HandIn(work, evidence));
        work = await EditAsync(rollout, 3, work => TaskEdit.AskForRisk(work, "Worth it.", new(2026, 6, 1), Now()));
        work = await EditAsync(rollout, 4, work => TaskEdit.ApproveRisk(work, Now(Bob)));
        work = await EditAsync(rollout, 5, work => TaskEdit.Say(work, TaskIntent.Blocked, "Waits for procurement."));

        var stored = (await Rollouts.WorkAsync(rollout.Id, Cancel))[TaskId];

        Assert.Equal(Json(work), Json(stored));
        Assert.Equal((6, Bob, TaskIntent.Blocked), (stored.Version, stored.Owner, stored.Intent));
        Assert.Equal("off", Assert.Single(Assert.Single(stored.Evidence).Answer!.Findings).Is);
    }

    [Fact]
    public async Task Who_comes_second_is_told_and_overwrites_nothing()
    {
        var rollout = await BeginAsync();
        await EditAsync(rollout, 0, work => TaskEdit.Assign(work, Ada));

        var second = await Rollouts.EditTaskAsync(rollout.Id, TaskId, 0, "assigned", work => TaskEdit.Assign(work, Bob), Now(Bob), Cancel);

        Assert.Equal(ProblemKind.Conflict, second.Problem.Kind);
        Assert.Equal(Ada, (await Rollouts.WorkAsync(rollout.Id, Cancel))[TaskId].Owner);
        Assert.Equal(ProblemKind.Conflict, (await Rollouts.EditAsync(rollout.Id, 7, "rollout.changed", one => one, Now(), null, Cancel)).Problem.Kind);
    }

    [Fact]
    public async Task What_is_refused_leaves_nothing_behind()
    {
        var rollout = await BeginAsync();
        var lines = await LinesAsync();

        var refused = await Rollouts.EditTaskAsync(
            rollout.Id, TaskId, 0, "blocked", work => TaskEdit.Say(work, TaskIntent.Blocked, null), Now(), Cancel);

        Assert.Equal(ProblemKind.Invalid, refused.Problem.Kind);
        Assert.Empty(await Rollouts.WorkAsync(rollout.Id, Cancel));
        Assert.Equal(lines.Count, (await LinesAsync()).Count);
    }

    [Fact]
    public async Task An_archived_rollout_takes_no_changes_and_says_so()
    {
        var rollout = await BeginAsync();
        await Rollouts.EditAsync(rollout.Id, 1, "rollout.archived", one => RolloutEdit.Archive(one, true), Now(), null, Cancel);

        var refused = await Rollouts.EditTaskAsync(rollout.Id, TaskId, 0, "assigned", work => TaskEdit.Assign(work, Ada), Now(), Cancel);
        var said = await Comments.AddAsync(rollout.Id, TaskId, Guid.NewGuid(), "Hello.", Now(), Cancel);

        Assert.Contains("is archived", refused.Problem.Detail, StringComparison.Ordinal);
        Assert.Contains("is archived", said.Problem.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_edit_can_be_undone_and_the_undoing_too()
    {
        var rollout = await BeginAsync();
        var evidence = Guid.NewGuid();
        (Func<TaskWork, Result<TaskWork>> Edit, string Name)[] edits =
        [
            (work => TaskEdit.Assign(work, Bob), "assigned"),
            (work => TaskEdit.SetDue(work, new(2026, 5, 1), Now()), "due"),
            (work => TaskEdit.Attest(work, evidence, "Seen.", Now()), "attested"),
            (work => TaskEdit.TakeBack(work, evidence), "takenBack"),
            (work => TaskEdit.AskForRisk(work, "Worth it.", new(2026, 6, 1), Now()), "riskAsked"),
            (work => TaskEdit.ApproveRisk(work, Now(Bob)), "riskApproved"),
            (TaskEdit.WithdrawRisk, "riskWithdrawn"),
            (work => TaskEdit.Say(work, TaskIntent.NotApplicable, "No headsets here."), "said"),
        ];
        var version = 0;

        foreach (var (edit, name) in edits)
        {
            var before = await WorkAsync(rollout);
            var change = (await Rollouts.EditTaskAsync(rollout.Id, TaskId, version, name, edit, Now(), Cancel)).Value;
            var undone = (await Rollouts.UndoAsync(change.Number, Now(Bob), Cancel)).Value;
            Assert.Equal(Json(before), Json(await WorkAsync(rollout)));
            var redone = (await Rollouts.UndoAsync(undone.Number, Now(), Cancel)).Value;
            Assert.Equal(Json(change.Work), Json(await WorkAsync(rollout)));
            version = redone.Work.Version;
        }

        Assert.Null(AuditChain.FindBreak(await LinesAsync(), AuditChain.Beginning));
    }

    [Fact]
    public async Task What_was_changed_again_is_not_undone_behind_somebody_s_back()
    {
        var rollout = await BeginAsync();
        var change = (await Rollouts.EditTaskAsync(rollout.Id, TaskId, 0, "assigned", work => TaskEdit.Assign(work, Ada), Now(), Cancel)).Value;
        await EditAsync(rollout, 1, work => TaskEdit.Assign(work, Bob));

        Assert.Equal(ProblemKind.Conflict, (await Rollouts.UndoAsync(change.Number, Now(), Cancel)).Problem.Kind);
        Assert.Equal(ProblemKind.NotFound, (await Rollouts.UndoAsync(1, Now(), Cancel)).Problem.Kind);
        Assert.Equal(Bob, (await WorkAsync(rollout)).Owner);
    }

    [Fact]
    public async Task Comments_come_back_in_order_as_they_were_written()
    {
        var rollout = await BeginAsync();
        string[] texts = ["First.", "<script>alert(1)</script>\nsecond line", "=SUM(A1)"];

        foreach (var text in texts)
        {
            Database.Clock.Advance(TimeSpan.FromSeconds(1));
            Assert.True((await Comments.AddAsync(rollout.Id, TaskId, Guid.NewGuid(), text, Now(Bob), Cancel)).Succeeded);
        }

        var (all, latest) = (await Comments.LatestAsync(rollout.Id, TaskId, 10, Cancel), await Comments.LatestAsync(rollout.Id, TaskId, 2, Cancel));
        Assert.Equal((3, 3), (all.Total, latest.Total));
        Assert.Equal(texts, all.Latest.Select(comment => comment.Text));
        Assert.Equal(texts[1..], latest.Latest.Select(comment => comment.Text));
        Assert.Equal(3, (await Comments.CountsAsync(rollout.Id, Cancel))[TaskId]);
        Assert.Equal(ProblemKind.Invalid, (await Comments.AddAsync(rollout.Id, TaskId, Guid.NewGuid(), " ", Now(), Cancel)).Problem.Kind);
    }

    [Fact]
    public async Task A_comment_is_taken_back_by_whoever_wrote_it_and_the_record_keeps_it()
    {
        var rollout = await BeginAsync();
        var comment = (await Comments.AddAsync(rollout.Id, TaskId, Guid.NewGuid(), "Too hasty.", Now(Bob), Cancel)).Value;

        var other = await Comments.TakeBackAsync(comment.Id, Now(Ada), Cancel);
        var own = await Comments.TakeBackAsync(comment.Id, Now(Bob), Cancel);
        var again = await Comments.TakeBackAsync(comment.Id, Now(Bob), Cancel);

        Assert.Equal($"Only {Bob.DisplayName} can take this comment back: they wrote it.", other.Problem.Detail);
        Assert.Equal(comment, own.Value);
        Assert.Equal(ProblemKind.NotFound, again.Problem.Kind);
        var left = await Comments.LatestAsync(rollout.Id, TaskId, 10, Cancel);
        Assert.Equal((0, 0), (left.Total, left.Latest.Length));
        Assert.Equal(
            [(CommentStore.Added, "Too hasty."), (CommentStore.TakenBack, "Too hasty.")],
            (await LinesAsync()).Skip(1).Select(line => (line.Entry.Action, line.Entry.Detail!)));
    }

    [Fact]
    public async Task Of_many_who_change_things_at_once_each_gets_a_line_and_the_chain_holds()
    {
        var rollout = await BeginAsync();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(async () =>
        {
            for (var edit = 0; edit < 5; edit++)
            {
                var edited = await Rollouts.EditTaskAsync(
                    rollout.Id, $"task-{writer}", edit, "assigned", work => TaskEdit.Assign(work, new($"{writer}", $"{edit}")), Now(), Cancel);
                Assert.True(edited.Succeeded);
            }
        })));

        var lines = await LinesAsync();
        Assert.Equal(41, lines.Count);
        Assert.Null(AuditChain.FindBreak(lines, AuditChain.Beginning));
        Assert.All(await Rollouts.WorkAsync(rollout.Id, Cancel), work => Assert.Equal((5, "4"), (work.Value.Version, work.Value.Owner!.DisplayName)));
    }

    [Fact]
    public async Task A_tenant_that_drifts_reopens_its_task_in_every_rollout_and_says_what_changed()
    {
        var rollout = await BeginAsync();
        await EditAsync(rollout, 0, work => TaskEdit.Assign(work, Bob));
        var full = Enumerable.Range(1, 3).Select(number => TestPeople.Named($"Person {number}") with { AssignedLicenses = [new(TestPlaybook.SureSku, [])] }).ToList();
        await Database.ScanAsync(full);
        var passed = await AnswerAsync();
        Database.Clock.Advance(TimeSpan.FromHours(1));

        await Database.ScanAsync([.. full.Skip(1), full[0] with { AssignedLicenses = [] }]);
        var failed = await AnswerAsync();
        Database.Clock.Advance(TimeSpan.FromHours(1));
        await Database.ScanAsync([.. full.Skip(1), full[0] with { AssignedLicenses = [] }]);
        var still = await AnswerAsync();

        Assert.Equal((CheckOutcome.Pass, CheckOutcome.Fail), (passed.Result.Outcome, failed.Result.Outcome));
        Assert.Equal(failed.Since, still.Since);
        Assert.True(passed.Since < failed.Since && failed.ReadAt < still.ReadAt);
        var line = Assert.Single(await Database.Audit.FindAsync(new(rollout.Id, Subject: TaskId, Action: "check."), Cancel));
        Assert.Equal(("check.reopened", Actor.Portal), (line.Entry.Action, line.Entry.Actor));
        Assert.Contains(passed.Result.Sentence, line.Entry.Detail!, StringComparison.Ordinal);
        Assert.Contains(failed.Result.Sentence, line.Entry.Detail!, StringComparison.Ordinal);
        Assert.Contains(Bob.DisplayName, line.Entry.Detail!, StringComparison.Ordinal);

        async Task<CheckAnswer> AnswerAsync() =>
            (await Database.Store.AnswersAsync((await Database.Store.CurrentAsync(Cancel))!, Cancel))[TaskId];
    }

    [Fact]
    public async Task Drift_of_another_playbook_s_task_is_told_to_the_rollouts_that_follow_that_playbook_alone()
    {
        var (here, moment) = (await BeginAsync(), Now());
        var other = TestPlaybook.Playbook with { Id = "other" };
        var there = (await Rollouts.AddAsync(
            RolloutEdit.Begin(Guid.CreateVersion7(), other, new("Elsewhere", ["avatars"], null), moment).Value, moment, Cancel)).Value;
        await Database.ScanAsync([TestPeople.Named("Ada")], null, Answers(CheckResult.Pass("All is well.")));

        await Database.ScanAsync([TestPeople.Named("Ada")], null, Answers(CheckResult.Fail("One is missing.")));

        Assert.Empty(await Database.Audit.FindAsync(new(here.Id, Action: "check."), Cancel));
        var line = Assert.Single(await Database.Audit.FindAsync(new(there.Id, Action: "check."), Cancel));
        Assert.Equal(("check.reopened", "other-task"), (line.Entry.Action, line.Entry.Subject));
        Assert.Contains("One is missing.", line.Entry.Detail!, StringComparison.Ordinal);

        static PlaybookAnswers Answers(CheckResult result) =>
            new("other", System.Collections.Immutable.ImmutableDictionary<string, CheckResult>.Empty.Add("other-task", result));
    }

    private static string Json(TaskWork work) => System.Text.Json.JsonSerializer.Serialize(work with { Version = 0 });

    private static void AssertSame(Rollout expected, Rollout actual)
    {
        Assert.Equal(expected.Experiences, actual.Experiences);
        Assert.Equal(expected, actual with { Experiences = expected.Experiences });
    }

    private async Task<Rollout> BeginAsync(string name = "Head office") => (await Rollouts.AddAsync(
        RolloutEdit.Begin(Guid.CreateVersion7(Now().At), TestPlaybook.Playbook, new(name, ["avatars", "guests"], new(2026, 9, 1)), Now()).Value, Now(), Cancel)).Value;

    private async Task<TaskWork> EditAsync(Rollout rollout, int seen, Func<TaskWork, Result<TaskWork>> edit) =>
        (await Rollouts.EditTaskAsync(rollout.Id, TaskId, seen, "edited", edit, Now(), Cancel)).Value.Work;

    private async Task<TaskWork> WorkAsync(Rollout rollout) =>
        (await Rollouts.WorkAsync(rollout.Id, Cancel)).GetValueOrDefault(TaskId) ?? TaskWork.Untouched(TaskId);

    private async Task<List<AuditLine>> LinesAsync() => await Database.Audit.AllAsync(Cancel).ToListAsync(Cancel);
}

public sealed class RolloutStoreOnSqliteTests : RolloutStoreTests;

public sealed class RolloutStoreOnSqlServerTests : RolloutStoreTests
{
    protected override Task<TestDatabase> MakeAsync() => TestDatabase.SqlServerAsync();
}
