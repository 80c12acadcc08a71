using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Rollouts;
using MeshReadiness.Core.Tests.Given;

namespace MeshReadiness.Core.Tests.Rollouts;

/// <summary>A decision with two questions, an outcome that leaves something to do, and a warning after one answer.</summary>
internal static class SmallDecision
{
    public static readonly DecisionAid Aid = new(
        "where", "Where will it be?",
        [new("here", "Here", "It is here."), new("there", "There", "It is there.", LeavesOpen: "Somebody has to go there.")],
        [
            new("people", "Where are the people?", "They meet.", [DecisionFact.Members],
                [new("people-here", "Here", "here", "They are here."), new("people-both", "Both", null, "They are everywhere.")]),
            new("room", "Where is the room?", "It is needed.", [],
                [new("room-here", "Here", "here", "It is here."), new("room-there", "There", "there", "It is there.")]),
        ],
        [new("far", "It is far.", ["room-there"], SmallPlaybook.Page), new("always", "It is late.", [], SmallPlaybook.Page)],
        "people", SmallPlaybook.Page);

    public static Decision Untouched => Decision.Untouched(Aid.Id);

    public static ImmutableSortedDictionary<string, string> Answers(params (string Question, string Option)[] answers) =>
        answers.ToImmutableSortedDictionary(answer => answer.Question, answer => answer.Option);

    public static Decision Taken(string outcome, string reasons = "We asked them.", Moment? moment = null) =>
        DecisionEdit.Take(Untouched, Aid, new(Answers(), outcome, reasons), moment ?? SmallRollout.At(0)).Value;
}
