using MeshReadiness.Core.Playbooks;

namespace MeshReadiness.Playbooks.Reading;

/// <summary>Reads one decision aid. Made for one, because what is named in it are its own outcomes and options.</summary>
/// <param name="tasks">The ids of the playbook's tasks.</param>
/// <param name="decided">Those of them that decisions have: none proves another's task.</param>
internal sealed class DecisionMap(Ids tasks, Ids decided)
{
    private readonly Ids _outcomes = new("outcome"), _questions = new("question"), _options = new("option"), _warnings = new("warning");

    public DecisionAid Read(JsonCursor at, Ids decisions)
    {
        at.Object("id", "title", "outcomes", "questions", "warnings", "task", "source");
        return new(
            decisions.Take(at["id"]),
            at["title"].Text(),
            at["outcomes"].SomeItems(Outcome),
            at["questions"].SomeItems(Question),
            at["warnings"].Items(Warning),
            tasks.Named(at["task"], decided.Take(at["task"])),
            at["source"].WebAddress());
    }

    private DecisionOutcome Outcome(JsonCursor at)
    {
        at.Object("id", "name", "meaning", "leavesOpen");
        return new(_outcomes.Take(at["id"]), at["name"].Text(), at["meaning"].Text(), at.Optional("leavesOpen")?.Text());
    }

    private DecisionQuestion Question(JsonCursor at)
    {
        at.Object("id", "question", "why", "facts", "options");
        return new(
            _questions.Take(at["id"]),
            at["question"].Text(),
            at["why"].Text(),
            at["facts"].Items(fact => fact.Word<DecisionFact>()),
            at["options"].SomeItems(Option));
    }

    private DecisionOption Option(JsonCursor at)
    {
        at.Object("id", "words", "speaksFor", "because");
        return new(
            _options.Take(at["id"]),
            at["words"].Text(),
            at.Optional("speaksFor") is { } outcome ? _outcomes.Named(outcome, outcome.Text()) : null,
            at["because"].Text());
    }

    private DecisionWarning Warning(JsonCursor at)
    {
        at.Object("id", "text", "after", "source");
        return new(
            _warnings.Take(at["id"]),
            at["text"].Text(),
            at["after"].Items(option => _options.Named(option, option.Text())),
            at["source"].WebAddress());
    }
}
