using MeshReadiness.Core.Checks;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Readiness;
using MeshReadiness.Core.Tests.Given;

namespace MeshReadiness.Core.Tests.Readiness;

public sealed class StepStandingTests
{
    [Theory]
    [InlineData(CheckOutcome.Pass, Severity.Blocker, TaskState.Done)]
    [InlineData(CheckOutcome.Fail, Severity.Blocker, TaskState.Blocked)]
    [InlineData(CheckOutcome.Fail, Severity.Important, TaskState.Open)]
    [InlineData(CheckOutcome.Fail, Severity.Advice, TaskState.Open)]
    [InlineData(CheckOutcome.Unknown, Severity.Blocker, TaskState.Unknown)]
    [InlineData(CheckOutcome.NotApplicable, Severity.Blocker, TaskState.NotApplicable)]
    public void A_check_s_answer_decides_about_its_task(CheckOutcome outcome, Severity severity, TaskState expected)
    {
        var task = SmallPlaybook.Task("s1-task", severity, "tenant-kind");

        var standing = TaskStanding.Of(task, Answers(("s1-task", outcome)));

        Assert.Equal((expected, "Sentence."), (standing.State, standing.Sentence));
    }

    [Theory]
    [InlineData(CheckOutcome.Pass, TaskState.Open)]
    [InlineData(CheckOutcome.Fail, TaskState.Open)]
    [InlineData(CheckOutcome.Unknown, TaskState.Open)]
    [InlineData(CheckOutcome.NotApplicable, TaskState.NotApplicable)]
    public void A_clue_neither_closes_a_task_nor_blocks_it(CheckOutcome outcome, TaskState expected)
    {
        var clue = new CheckResult(outcome, "Sentence.", []).AsHint();

        var standing = TaskStanding.Of(
            SmallPlaybook.Task("s1-task", Severity.Blocker, "tenant-kind"), ImmutableDictionary<string, CheckResult>.Empty.Add("s1-task", clue));

        Assert.Equal((expected, "Sentence. This is a clue that waits for a person to confirm."), (standing.State, standing.Sentence));
    }

    [Theory]
    [InlineData(EvidenceKind.Attest, "Waits for a person's word.")]
    [InlineData(EvidenceKind.Upload, "Waits for a file from an admin.")]
    [InlineData(EvidenceKind.Probe, "Waits for a network test from a client.")]
    [InlineData(EvidenceKind.AutoHint, "Microsoft Graph gives only a clue here; waits for a person to confirm.")]
    [InlineData(EvidenceKind.Auto, "The scan doesn't read the facts for this yet; waits for a person to look.")]
    public void A_task_without_a_check_says_what_it_waits_for(EvidenceKind evidence, string sentence)
    {
        var standing = TaskStanding.Of(SmallPlaybook.Task("s1-task", Severity.Blocker, evidence: evidence), Answers());

        Assert.Equal((TaskState.Open, sentence), (standing.State, standing.Sentence));
        Assert.Null(standing.Result);
    }

    [Theory]
    [InlineData(TaskState.Blocked, TaskState.Done, TaskState.Open, TaskState.Unknown, TaskState.Blocked)]
    [InlineData(TaskState.Unknown, TaskState.Done, TaskState.Open, TaskState.Unknown)]
    [InlineData(TaskState.Open, TaskState.Done, TaskState.Open, TaskState.NotApplicable)]
    [InlineData(TaskState.Done, TaskState.Done, TaskState.NotApplicable)]
    [InlineData(TaskState.Done, TaskState.NotApplicable)]
    public void A_step_is_as_its_gravest_task(TaskState expected, params TaskState[] tasks) =>
        Assert.Equal(expected, Step([.. tasks.Select(state => Standing("s1-task", state))]).State);

    [Fact]
    public void Tasks_that_dont_apply_arent_counted()
    {
        var step = Step(Standing("s1-a", TaskState.Done), Standing("s1-b", TaskState.NotApplicable), Standing("s1-c", TaskState.Done));

        Assert.Equal((2, 2, 0), (step.Applicable, step.Count(TaskState.Done), step.Count(TaskState.Open)));
    }

    [Fact]
    public void A_blocked_task_holds_the_step_back_before_all_others() => Assert.Equal("s1-blocked", HeldBackBy(
        Standing("s1-open", TaskState.Open), Standing("s1-unknown", TaskState.Unknown), Standing("s1-blocked", TaskState.Blocked)));

    [Fact]
    public void What_is_proven_wrong_goes_before_what_only_waits() => Assert.Equal("s1-proven", HeldBackBy(
        Standing("s1-waits", TaskState.Open, Severity.Blocker, proven: false), Standing("s1-proven", TaskState.Open, Severity.Advice)));

    [Fact]
    public void Then_the_severity_decides_and_then_the_order()
    {
        Assert.Equal("s1-b", HeldBackBy(
            Standing("s1-a", TaskState.Open, Severity.Advice), Standing("s1-b", TaskState.Open, Severity.Blocker), Standing("s1-c", TaskState.Open, Severity.Blocker)));
    }

    [Fact]
    public void Nothing_holds_a_finished_step_back() =>
        Assert.Null(Step(Standing("s1-a", TaskState.Done), Standing("s1-b", TaskState.NotApplicable)).HeldBackBy);

    [Fact]
    public void All_steps_of_a_playbook_stand_in_its_order()
    {
        var playbook = SmallPlaybook.It with
        {
            Steps =
            [
                new Step(1, "One", "One.", [SmallPlaybook.Task("s1-a", Severity.Blocker, "tenant-kind")]),
                new Step(2, "Two", "Two.", [SmallPlaybook.Task("s2-a", Severity.Blocker)]),
            ],
        };

        var standings = StepStanding.Of(playbook, Answers(("s1-a", CheckOutcome.Fail)));

        Assert.Equal([TaskState.Blocked, TaskState.Open], standings.Select(step => step.State));
    }

    private static string? HeldBackBy(params TaskStanding[] tasks) => Step(tasks).HeldBackBy?.Task.Id;

    private static StepStanding Step(params TaskStanding[] tasks) => new(new Step(1, "One", "One.", [.. tasks.Select(task => task.Task)]), [.. tasks]);

    private static TaskStanding Standing(string id, TaskState state, Severity severity = Severity.Important, bool proven = true) =>
        new(SmallPlaybook.Task(id, severity), state, "Sentence.", proven ? CheckResult.Pass("Sentence.") : null);

    private static ImmutableDictionary<string, CheckResult> Answers(params (string Task, CheckOutcome Outcome)[] answers) =>
        answers.ToImmutableDictionary(answer => answer.Task, answer => new CheckResult(answer.Outcome, "Sentence.", []));
}
