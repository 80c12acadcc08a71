using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Rollouts;

namespace MeshReadiness.Core.Tests.Rollouts;

public sealed class DecisionEditTests
{
    private static readonly Decision Untouched = SmallDecision.Untouched;

    [Fact]
    public void Answers_are_kept_without_deciding_anything()
    {
        var answered = DecisionEdit.Answer(Untouched, SmallDecision.Aid, SmallDecision.Answers(("room", "room-there"))).Value;

        Assert.Null(answered.Taken);
        Assert.Equal("room-there", Assert.Single(answered.Answers).Value);
    }

    [Fact]
    public void A_decision_tells_what_why_who_and_when_and_needs_no_answers()
    {
        var moment = SmallRollout.At(3, SmallRollout.Bob);

        var decided = DecisionEdit.Take(Untouched, SmallDecision.Aid, new(SmallDecision.Answers(), "there", "  We asked them.\n"), moment).Value;

        Assert.Equal(new DecisionTaken("there", "We asked them.", SmallRollout.Bob, moment.At), decided.Taken);
        Assert.Empty(decided.Answers);
    }

    [Fact]
    public void Revisited_it_tells_who_decided_last_and_taken_back_it_keeps_the_answers()
    {
        var first = DecisionEdit.Take(
            Untouched, SmallDecision.Aid, new(SmallDecision.Answers(("people", "people-here")), "here", "It is near."), SmallRollout.At(0)).Value;
        var second = DecisionEdit.Take(
            first, SmallDecision.Aid, new(first.Answers, "there", "There is more room."), SmallRollout.At(9, SmallRollout.Bob)).Value;
        var open = DecisionEdit.Reopen(second).Value;

        Assert.Equal(("there", SmallRollout.Bob), (second.Taken!.Outcome, second.Taken.By));
        Assert.Null(open.Taken);
        Assert.Equal(first.Answers, open.Answers);
        Assert.Equal("here", DecisionEdit.Take(open, SmallDecision.Aid, new(open.Answers, "here", "After all."), SmallRollout.At(10)).Value.Taken!.Outcome);
    }

    [Theory]
    [InlineData("people", "people-here", "nowhere", "Why.", "The decision where has no outcome nowhere. It has: here, there.")]
    [InlineData("people", "people-here", null, "Why.", "Choose what is decided. You can choose: Here, There.")]
    [InlineData("people", "people-here", "", "Why.", "Choose what is decided. You can choose: Here, There.")]
    [InlineData("people", "room-here", "here", "Why.", "The question people has no answer room-here. It has: people-here, people-both.")]
    [InlineData("people", null, "here", "Why.", "The question people has no answer . It has: people-here, people-both.")]
    [InlineData("weather", "rain", "here", "Why.", "The decision where has no question weather. It has: people, room.")]
    [InlineData("people", "people-here", "here", null, "Say why it is decided so: the next person will ask.")]
    [InlineData("people", "people-here", "here", " \n ", "Say why it is decided so: the next person will ask.")]
    public void What_does_not_fit_is_refused_in_one_sentence(string question, string? option, string? outcome, string? reasons, string sentence) =>
        AssertRefused(sentence, DecisionEdit.Take(
            Untouched, SmallDecision.Aid, new(SmallDecision.Answers((question, option!)), outcome, reasons), SmallRollout.At(0)));

    [Fact]
    public void Reasons_have_4000_characters_at_most()
    {
        Assert.True(Take(new string('x', 4000)).Succeeded);
        AssertRefused("The reasons have 4001 characters; up to 4000 can be kept. Shorten them.", Take(new string('x', 4001)));

        static Result<Decision> Take(string reasons) =>
            DecisionEdit.Take(Untouched, SmallDecision.Aid, new(SmallDecision.Answers(), "here", reasons), SmallRollout.At(0));
    }

    [Fact]
    public void Answers_of_a_decision_that_was_taken_stay_until_it_is_revisited() => AssertRefused(
        "This is decided, and the answers belong to the decision. Revisit it to answer differently.",
        DecisionEdit.Answer(SmallDecision.Taken("here"), SmallDecision.Aid, SmallDecision.Answers(("room", "room-there"))));

    [Fact]
    public void What_is_not_decided_can_not_be_taken_back() =>
        AssertRefused("Nothing is decided here, so there is nothing to take back.", DecisionEdit.Reopen(Untouched));

    private static void AssertRefused(string sentence, Result<Decision> edited) =>
        Assert.Equal(new Problem(ProblemKind.Invalid, sentence), edited.Problem);
}
