using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Rollouts;

namespace MeshReadiness.Core.Tests.Rollouts;

/// <summary>Decisions travel with their rollout, and what can't be one is refused before anything is stored.</summary>
public sealed class DecisionsInFilesTests
{
    private static readonly Playbook Playbook = SmallRollout.Playbook with { Version = 2, Decisions = [SmallDecision.Aid] };

    private static readonly Decision Taken = DecisionEdit.Take(
        SmallDecision.Untouched, SmallDecision.Aid, new(SmallDecision.Answers(("room", "room-here")), "here", "Näher <b>dran</b>."), SmallRollout.At(1)).Value;

    [Fact]
    public void Out_and_in_again_it_is_the_same()
    {
        var read = Assert.Single(Read(Taken).Value.Decisions);

        Assert.Equal((Taken.DecisionId, Taken.Taken), (read.DecisionId, read.Taken));
        Assert.Equal(Taken.Answers, read.Answers);
    }

    [Fact]
    public void What_does_not_fit_the_playbook_is_refused_in_one_sentence()
    {
        AssertRefused("The playbook small has no decision elsewhere.", Taken with { DecisionId = "elsewhere" });
        AssertRefused("The decision where is in the file twice.", Taken, Taken);
        AssertRefused("The decision where has no question weather.", Taken with { Answers = SmallDecision.Answers(("weather", "rain")) });
        AssertRefused("The question room has no answer rain.", Taken with { Answers = SmallDecision.Answers(("room", "rain")) });
        AssertRefused("The decision where has no outcome nowhere.", Deciding(taken => taken with { Outcome = "nowhere" }));
        AssertRefused("Say why it is decided so", Deciding(taken => taken with { Reasons = "  " }));
        AssertRefused("The reasons have 4001 characters", Deciding(taken => taken with { Reasons = new string('x', 4001) }));
    }

    [Fact]
    public void Ids_of_an_earlier_edition_are_kept_when_they_can_be()
    {
        var old = Taken with { DecisionId = "elsewhere", Answers = SmallDecision.Answers(("weather", "rain")) };

        Assert.True(Read(1, old).Succeeded);
        AssertRefused("longer than 100 characters", 1, old with { DecisionId = new string('x', 101) });
        AssertRefused("longer than 100 characters", 1, old with { Answers = SmallDecision.Answers(("weather", new string('x', 101))) });
        AssertRefused("An id in the decision elsewhere is empty", 1, old with { Taken = old.Taken! with { Outcome = "" } });
        AssertRefused("An id in the decision elsewhere is empty", 1, old with { Answers = SmallDecision.Answers(("weather", null!)) });
        AssertRefused("The reasons have 4001 characters", 1, old with { Taken = old.Taken! with { Reasons = new string('x', 4001) } });
    }

    private static Decision Deciding(Func<DecisionTaken, DecisionTaken> change) => Taken with { Taken = change(Taken.Taken!) };

    private static void AssertRefused(string sentence, params ImmutableArray<Decision> decisions) => AssertRefused(sentence, Playbook.Version, decisions);

    private static void AssertRefused(string sentence, int version, params ImmutableArray<Decision> decisions)
    {
        var problem = Read(version, decisions).Problem;

        Assert.Equal(ProblemKind.Invalid, problem.Kind);
        Assert.Contains(sentence, problem.Detail, StringComparison.Ordinal);
    }

    private static Result<RolloutFile> Read(params ImmutableArray<Decision> decisions) => Read(Playbook.Version, decisions);

    private static Result<RolloutFile> Read(int version, params ImmutableArray<Decision> decisions) => RolloutFile.Read(
        new RolloutFile(RolloutFile.Name, RolloutFile.Newest, SmallRollout.It with { PlaybookVersion = version }, [], [], [], []) { Decisions = decisions }.Write(),
        [Playbook]);
}
