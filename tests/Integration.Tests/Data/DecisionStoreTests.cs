using System.Collections.Immutable;
using MeshReadiness.Core.Audit;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Rollouts;
using MeshReadiness.Core.Scanning;
using MeshReadiness.Data;

namespace MeshReadiness.Integration.Tests.Data;

/// <summary>A decision and the task that it proves change together: taken, revisited, taken back, undone, or not at all.</summary>
public abstract class DecisionStoreTests : StoreTest
{
    private const string TaskId = "word";

    private static readonly Actor Ada = new("ada", "Ada");
    private static readonly Actor Bob = new("bob", "Bób <b>bold</b>");
    private static readonly DecisionAid Aid = TestPlaybook.Playbook.Decisions[0];
    private static readonly ImmutableSortedDictionary<string, string> Near = ImmutableSortedDictionary<string, string>.Empty.Add("people", "near");

    private Moment Now(Actor? by = null) => new(by ?? Ada, Database.Clock.GetUtcNow());

    [Fact]
    public async Task Taking_a_decision_proves_its_task_with_what_was_decided_by_whom()
    {
        var rollout = await BeginAsync();

        var taken = await TakeAsync(rollout, 0, "here", "We asked <script>everybody</script>.", Bob);

        var evidence = Assert.Single((await WorkAsync(rollout)).Evidence);
        Assert.Equal((EvidenceSource.Decision, Bob, Now().At), (evidence.Source, evidence.By, evidence.At));
        Assert.Equal("Where will it be? Here. We asked <script>everybody</script>.", evidence.Words);
        var stored = (await Database.Decisions.ListAsync(rollout.Id, Cancel))[Aid.Id];
        Assert.Equal((1, taken.Note.Content.Taken), (stored.Version, stored.Content.Taken));
        Assert.Equal(Near, stored.Content.Answers);
        Assert.Equal(["task.decided", "decision.taken"], await ActionsAsync(rollout, 2));
    }

    [Fact]
    public async Task Answers_kept_for_later_prove_nothing()
    {
        var rollout = await BeginAsync();

        await EditAsync(rollout, 0, "answered", decision => DecisionEdit.Answer(decision, Aid, Near));

        Assert.Empty(await Database.Rollouts.WorkAsync(rollout.Id, Cancel));
        Assert.Equal(Near, (await DecisionAsync(rollout)).Content.Answers);
    }

    [Fact]
    public async Task Revisited_its_evidence_is_replaced_and_freshness_begins_anew()
    {
        var rollout = await BeginAsync();
        await TakeAsync(rollout, 0, "here", "Near.");
        Database.Clock.Advance(TimeSpan.FromDays(400));

        await TakeAsync(rollout, 1, "here", "Still near.", Bob);

        var evidence = Assert.Single((await WorkAsync(rollout)).Evidence);
        Assert.Equal((Bob, Now().At), (evidence.By, evidence.At));
    }

    [Fact]
    public async Task An_outcome_that_leaves_something_to_do_takes_the_proof_away()
    {
        var rollout = await BeginAsync();
        await TakeAsync(rollout, 0, "here", "Near.");

        await TakeAsync(rollout, 1, "there", "More room.");

        Assert.Empty((await WorkAsync(rollout)).Evidence);
        Assert.Equal(["task.undecided", "decision.revisited"], await ActionsAsync(rollout, 2));
    }

    [Fact]
    public async Task Taken_back_the_task_is_open_and_what_others_handed_in_stays()
    {
        var rollout = await BeginAsync();
        await TakeAsync(rollout, 0, "here", "Near.");
        await EditTaskAsync(rollout, 1, work => TaskEdit.Attest(work, Guid.NewGuid(), "I was there.", Now(Bob)));

        await EditAsync(rollout, 1, "reopened", DecisionEdit.Reopen);

        Assert.Equal("I was there.", Assert.Single((await WorkAsync(rollout)).Evidence).Words);
        Assert.Null((await DecisionAsync(rollout)).Content.Taken);
    }

    [Fact]
    public async Task Undoing_a_decision_takes_the_evidence_back_and_undoing_that_brings_it_again()
    {
        var rollout = await BeginAsync();
        var first = await TakeAsync(rollout, 0, "here", "Near.");
        Database.Clock.Advance(TimeSpan.FromDays(1));

        var undone = (await Database.Decisions.UndoAsync(first.Number, Now(Bob), Cancel)).Value;
        Assert.Empty((await WorkAsync(rollout)).Evidence);
        Assert.Null((await DecisionAsync(rollout)).Content.Taken);

        Database.Clock.Advance(TimeSpan.FromDays(1));
        Assert.True((await Database.Decisions.UndoAsync(undone.Number, Now(Bob), Cancel)).Succeeded);

        // As fresh as when it was decided, not as when it was undone.
        var evidence = Assert.Single((await WorkAsync(rollout)).Evidence);
        Assert.Equal((Ada, Now().At.AddDays(-2)), (evidence.By, evidence.At));
        Assert.Null(AuditChain.FindBreak(await Database.Audit.AllAsync(Cancel).ToListAsync(Cancel), AuditChain.Beginning));
    }

    [Fact]
    public async Task Undoing_a_revisit_brings_the_earlier_decision_and_its_evidence_back()
    {
        var rollout = await BeginAsync();
        await TakeAsync(rollout, 0, "here", "Near.");
        Database.Clock.Advance(TimeSpan.FromDays(1));
        var revisit = await TakeAsync(rollout, 1, "there", "More room.", Bob);

        Assert.True((await Database.Decisions.UndoAsync(revisit.Number, Now(Bob), Cancel)).Succeeded);

        Assert.Equal("here", (await DecisionAsync(rollout)).Content.Taken!.Outcome);
        Assert.Equal(Ada, Assert.Single((await WorkAsync(rollout)).Evidence).By);
    }

    [Fact]
    public async Task The_task_s_part_of_it_is_undone_with_the_decision_and_not_alone()
    {
        var rollout = await BeginAsync();
        await TakeAsync(rollout, 0, "here", "Near.");
        var line = Assert.Single(await Database.Audit.FindAsync(new(rollout.Id, Subject: TaskId), Cancel));

        var refused = await Database.Rollouts.UndoAsync(line.Number, Now(), Cancel);

        Assert.Equal(new Problem(ProblemKind.Invalid, "This came with a decision. Undo it there, and the task follows."), refused.Problem);
        Assert.Single((await WorkAsync(rollout)).Evidence);
    }

    [Fact]
    public async Task Of_two_who_decide_at_once_the_second_is_told_and_stores_nothing()
    {
        var rollout = await BeginAsync();
        await TakeAsync(rollout, 0, "here", "Near.", Ada);
        var lines = await ActionsAsync(rollout, 100);

        var second = await Database.Decisions.EditAsync(
            rollout.Id, Aid.Id, 0, "taken", decision => DecisionEdit.Take(decision, Aid, new(Near, "there", "More room."), Now(Bob)), Now(Bob), Cancel);

        Assert.Equal(ProblemKind.Conflict, second.Problem.Kind);
        Assert.Equal(Ada, (await DecisionAsync(rollout)).Content.Taken!.By);
        Assert.Equal(Ada, Assert.Single((await WorkAsync(rollout)).Evidence).By);
        Assert.Equal(lines, await ActionsAsync(rollout, 100));
    }

    [Fact]
    public async Task Of_many_who_decide_at_the_same_moment_one_is_first_and_the_task_is_proven_once()
    {
        var rollout = await BeginAsync();

        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(number => Task.Run(() => Database.Decisions.EditAsync(
            rollout.Id, Aid.Id, 0, "taken", decision => DecisionEdit.Take(decision, Aid, new(Near, "here", $"Number {number}."), Now()), Now(), Cancel))));

        var won = Assert.Single(results, result => result.Succeeded).Value;
        Assert.Contains(won.Note.Content.Taken!.Reasons, Assert.Single((await WorkAsync(rollout)).Evidence).Words, StringComparison.Ordinal);
        Assert.All(results.Where(result => !result.Succeeded), result => Assert.Equal(ProblemKind.Conflict, result.Problem.Kind));
    }

    [Fact]
    public async Task Where_the_playbook_lost_the_decision_nothing_of_it_is_changed()
    {
        var rollout = await BeginAsync();

        var refused = await Database.Decisions.EditAsync(
            rollout.Id, "gone", 0, "taken", decision => decision with { Taken = new("here", "Near.", Ada, Now().At) }, Now(), Cancel);

        Assert.Equal("The playbook test of this rollout doesn't have the decision gone any more.", refused.Problem.Detail);
        Assert.Empty(await Database.Decisions.ListAsync(rollout.Id, Cancel));
        Assert.Equal(["rollout.created"], await ActionsAsync(rollout, 100));
    }

    [Fact]
    public async Task A_copy_has_the_decision_and_its_proof_and_goes_its_own_way()
    {
        var rollout = await BeginAsync();
        await TakeAsync(rollout, 0, "here", "Near <b>by</b>.");
        var text = (await Database.Transfer.TakeOutAsync(rollout.Id, Cancel))!.Write();

        var file = RolloutFile.Read(text, [TestPlaybook.Playbook]).Value;
        var copy = (await Database.Transfer.TakeInAsync(file, Guid.NewGuid(), "cloned", Now(), null, Cancel)).Value;
        await EditAsync(copy, 1, "reopened", DecisionEdit.Reopen);

        Assert.Empty((await WorkAsync(copy)).Evidence);
        Assert.Equal("Near <b>by</b>.", (await DecisionAsync(rollout)).Content.Taken!.Reasons);
        Assert.Single((await WorkAsync(rollout)).Evidence);
    }

    private async Task<Rollout> BeginAsync()
    {
        var rollout = RolloutEdit.Begin(Guid.CreateVersion7(Now().At), TestPlaybook.Playbook, new("Head office", ["avatars"], null), Now()).Value;
        return (await Database.Rollouts.AddAsync(rollout, Now(), Cancel)).Value;
    }

    private Task<NoteChange<Decision>> TakeAsync(Rollout rollout, int seen, string outcome, string reasons, Actor? by = null) => EditAsync(
        rollout, seen, seen == 0 ? "taken" : "revisited", decision => DecisionEdit.Take(decision, Aid, new(Near, outcome, reasons), Now(by)), by);

    private async Task<NoteChange<Decision>> EditAsync(
        Rollout rollout, int seen, string action, Func<Decision, Result<Decision>> edit, Actor? by = null) =>
        (await Database.Decisions.EditAsync(rollout.Id, Aid.Id, seen, action, edit, Now(by), Cancel)).Value;

    private async Task EditTaskAsync(Rollout rollout, int seen, Func<TaskWork, Result<TaskWork>> edit) =>
        Assert.True((await Database.Rollouts.EditTaskAsync(rollout.Id, TaskId, seen, "edited", edit, Now(), Cancel)).Succeeded);

    private async Task<TaskWork> WorkAsync(Rollout rollout) => (await Database.Rollouts.WorkAsync(rollout.Id, Cancel))[TaskId];

    private async Task<Note<Decision>> DecisionAsync(Rollout rollout) => (await Database.Decisions.ListAsync(rollout.Id, Cancel))[Aid.Id];

    private async Task<string[]> ActionsAsync(Rollout rollout, int take) =>
        [.. (await Database.Audit.FindAsync(new(rollout.Id, Take: take), Cancel)).Select(line => line.Entry.Action)];
}

public sealed class DecisionStoreOnSqliteTests : DecisionStoreTests;

public sealed class DecisionStoreOnSqlServerTests : DecisionStoreTests
{
    protected override Task<TestDatabase> MakeAsync() => TestDatabase.SqlServerAsync();
}
