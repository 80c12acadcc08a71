using CsCheck;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Rollouts;
using MeshReadiness.Playbooks;

namespace MeshReadiness.Core.Tests.Rollouts;

public sealed class DecisionWeighingTests
{
    private static readonly DecisionAid[] Shipped = [.. PlaybookLibrary.All.SelectMany(playbook => playbook.Decisions)];

    // Some answers are of no question, or of an edition of the aid that nobody knows any more.
    private static readonly Gen<(DecisionAid Aid, Dictionary<string, string> Answers)> Answered =
        from aid in Gen.OneOf(Shipped)
        from picks in Gen.Int[-1, 4].Array[aid.Questions.Length]
        select (aid, aid.Questions.Zip(picks)
            .Where(answer => answer.Second >= 0)
            .Select(answer => (answer.First.Id, answer.First.Options.ElementAtOrDefault(answer.Second)?.Id ?? "gone"))
            .Append(("gone", "gone"))
            .ToDictionary(answer => answer.Item1, answer => answer.Item2));

    [Fact]
    public void It_counts_as_a_second_implementation_does_over_all_shipped_aids() => Answered.Sample(given =>
    {
        var weighing = DecisionWeighing.Of(given.Aid, given.Answers);
        var naive = new NaiveWeighing(given.Aid, given.Answers);

        Assert.Equal(given.Aid.Outcomes.Select(outcome => outcome.Id), weighing.Outcomes.Select(weight => weight.Outcome.Id));
        Assert.All(weighing.Outcomes, weight => Assert.Equal(naive.For[weight.Outcome.Id], weight.For.Select(reason => reason.Option.Because)));
        Assert.Equal(naive.Neutral, weighing.Neutral.Select(reason => reason.Option.Because));
        Assert.Equal(naive.Open, weighing.Open.Select(question => question.Id));
        Assert.Equal(naive.Warnings, weighing.Warnings.Select(warning => warning.Id));
        Assert.Equal(naive.Ahead, weighing.Ahead.Select(weight => weight.Outcome.Id));
    });

    [Fact]
    public void The_sentence_names_whatever_anything_speaks_for_and_says_when_answers_contradict() => Answered.Sample(given =>
    {
        var weighing = DecisionWeighing.Of(given.Aid, given.Answers);
        var naive = new NaiveWeighing(given.Aid, given.Answers);
        var spokenFor = given.Aid.Outcomes.Where(outcome => naive.For[outcome.Id].Count > 0).ToList();

        Assert.All(spokenFor, outcome => Assert.Contains($"“{outcome.Name}”", weighing.Sentence, StringComparison.Ordinal));
        Assert.Equal(spokenFor.Count > 1, weighing.Sentence.Contains("contradict", StringComparison.Ordinal));
        Assert.Equal(naive.Ahead.Count > 1, weighing.Sentence.Contains("even between", StringComparison.Ordinal));
        Assert.Equal(naive.Open.Count > 0, weighing.Sentence.EndsWith(" open.", StringComparison.Ordinal));
    });

    [Theory]
    [InlineData("", "Nothing is answered yet. 2 questions are open.")]
    [InlineData("people-both", "What is answered so far fits every outcome. 1 question is open.")]
    [InlineData("people-here", "1 answer speaks for “Here”, and nothing speaks for anything else. 1 question is open.")]
    [InlineData("people-here room-here", "2 answers speak for “Here”, and nothing speaks for anything else.")]
    [InlineData("people-both room-there", "1 answer speaks for “There”, and nothing speaks for anything else.")]
    [InlineData("people-here room-there", "The answers contradict each other and are even between “Here” and “There”: 1 for “Here” and 1 for “There”.")]
    public void It_is_said_plainly(string options, string sentence) => Assert.Equal(sentence, Weigh(options).Sentence);

    [Fact]
    public void More_for_one_than_for_another_is_a_contradiction_all_the_same()
    {
        var aid = SmallDecision.Aid with { Questions = [.. SmallDecision.Aid.Questions, SmallDecision.Aid.Questions[1] with { Id = "food" }] };

        Assert.Equal(
            "More speaks for “Here”, but the answers contradict each other: 2 for “Here” and 1 for “There”.",
            DecisionWeighing.Of(aid, SmallDecision.Answers(("people", "people-here"), ("room", "room-here"), ("food", "room-there"))).Sentence);
    }

    [Fact]
    public void Against_an_outcome_is_what_speaks_for_another()
    {
        var weighing = Weigh("people-here room-there");

        Assert.Equal("room-there", Assert.Single(weighing.Against("here")).Option.Id);
        Assert.Equal("people-here", Assert.Single(weighing.Against("there")).Option.Id);
        Assert.Equal(["far", "always"], weighing.Warnings.Select(warning => warning.Id));
    }

    private static DecisionWeighing Weigh(string options) => DecisionWeighing.Of(
        SmallDecision.Aid,
        options.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToDictionary(option => option.Split('-')[0], option => option));
}
