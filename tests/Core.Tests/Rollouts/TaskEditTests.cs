using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Rollouts;

namespace MeshReadiness.Core.Tests.Rollouts;

public sealed class TaskEditTests
{
    private static readonly TaskWork Untouched = TaskWork.Untouched("seats");

    [Fact]
    public void Every_edit_counts_the_version_up()
    {
        var work = TaskEdit.Assign(Untouched, SmallRollout.Bob).Value;
        work = TaskEdit.SetDue(work, new DateOnly(2026, 4, 1), SmallRollout.At(0)).Value;
        work = TaskEdit.Attest(work, Guid.NewGuid(), " I counted them. ", SmallRollout.At(0)).Value;

        Assert.Equal(3, work.Version);
        Assert.Equal((SmallRollout.Bob, new DateOnly(2026, 4, 1)), (work.Owner, work.Due));
        Assert.Equal("I counted them.", Assert.Single(work.Evidence).Words);
    }

    [Theory]
    [InlineData("2015-01-01")]
    [InlineData("2040-01-01")]
    public void A_due_date_far_away_is_refused_with_the_range(string day) =>
        AssertRefused("is out of range: give a day within 10 years", TaskEdit.SetDue(Untouched, DateOnly.Parse(day, null), SmallRollout.At(0)));

    [Theory]
    [InlineData(TaskIntent.Blocked, null)]
    [InlineData(TaskIntent.Blocked, "  ")]
    [InlineData(TaskIntent.NotApplicable, "")]
    public void Blocked_and_not_applicable_need_a_reason(TaskIntent intent, string? because) =>
        AssertRefused("Say why the task is", TaskEdit.Say(Untouched, intent, because));

    [Fact]
    public void A_text_that_is_too_long_is_refused_with_its_length()
    {
        var text = new string('x', TaskEdit.LongestText + 1);

        AssertRefused("has 4001 characters", TaskEdit.Attest(Untouched, Guid.NewGuid(), text, SmallRollout.At(0)));
        AssertRefused("has 4001 characters", TaskEdit.Say(Untouched, TaskIntent.Blocked, text));
        AssertRefused("has 4001 characters", TaskEdit.AskForRisk(Untouched, text, new(2026, 4, 1), SmallRollout.At(0)));
    }

    [Theory]
    [InlineData("2026-03-01")]
    [InlineData("2027-03-04")]
    public void A_risk_is_accepted_for_a_year_at_most_and_not_for_the_past(string until) =>
        AssertRefused("until 2027-03-03 at the latest", TaskEdit.AskForRisk(Untouched, "Worth it.", DateOnly.Parse(until, null), SmallRollout.At(0)));

    [Fact]
    public void A_risk_needs_another_admin()
    {
        var asked = TaskEdit.AskForRisk(Untouched, "Worth it.", new(2026, 4, 1), SmallRollout.At(0, SmallRollout.Ada)).Value;

        AssertRefused("Another admin has to approve this", TaskEdit.ApproveRisk(asked, SmallRollout.At(1, SmallRollout.Ada)));
        AssertRefused("ran out on 2026-04-01", TaskEdit.ApproveRisk(asked, SmallRollout.At(40, SmallRollout.Bob)));

        var approved = TaskEdit.ApproveRisk(asked, SmallRollout.At(1, SmallRollout.Bob)).Value;

        Assert.Equal(SmallRollout.Bob, approved.Risk!.ApprovedBy);
        AssertRefused("Bob has approved this already", TaskEdit.ApproveRisk(approved, SmallRollout.At(2, SmallRollout.Bob)));
    }

    [Fact]
    public void Asking_again_takes_an_approval_away()
    {
        var approved = TaskEdit.ApproveRisk(
            TaskEdit.AskForRisk(Untouched, "Worth it.", new(2026, 4, 1), SmallRollout.At(0)).Value, SmallRollout.At(1, SmallRollout.Bob)).Value;

        Assert.Null(TaskEdit.AskForRisk(approved, "For longer.", new(2026, 9, 1), SmallRollout.At(2)).Value.Risk!.ApprovedBy);
    }

    [Fact]
    public void What_is_not_there_can_not_be_taken_back()
    {
        AssertRefused("There is no risk to take back", TaskEdit.WithdrawRisk(Untouched));
        Assert.Equal(ProblemKind.NotFound, TaskEdit.TakeBack(Untouched, Guid.NewGuid()).Problem.Kind);
    }

    private static void AssertRefused(string sentence, Result<TaskWork> edited)
    {
        Assert.Equal(ProblemKind.Invalid, edited.Problem.Kind);
        Assert.Contains(sentence, edited.Problem.Detail, StringComparison.Ordinal);
    }
}
