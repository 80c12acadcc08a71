using CsCheck;
using MeshReadiness.Core.Rollouts;

namespace MeshReadiness.Core.Tests.Rollouts;

/// <summary>A task holds its decision as evidence for as long as the decision stands.</summary>
public sealed class DecisionProofTests
{
    private static readonly TaskWork Untouched = TaskWork.Untouched("people");

    [Fact]
    public void A_decision_is_evidence_by_who_took_it_in_their_words()
    {
        var id = Guid.NewGuid();
        var work = Follow(Untouched, SmallDecision.Taken("here", "We asked <b>them</b>.", SmallRollout.At(2, SmallRollout.Bob)), id);

        Assert.Equal(
            new Evidence(id, EvidenceSource.Decision, SmallRollout.At(2).At, SmallRollout.Bob, "Where will it be? Here. We asked <b>them</b>."),
            Assert.Single(work.Evidence));
        Assert.Equal(1, work.Version);
    }

    [Fact]
    public void Decided_anew_there_is_new_evidence_in_place_of_the_old()
    {
        var first = Follow(Untouched, SmallDecision.Taken("here"));
        var second = Follow(first, SmallDecision.Taken("here", "Asked again.", SmallRollout.At(400)));

        Assert.Equal(SmallRollout.At(400).At, Assert.Single(second.Evidence).At);
    }

    [Fact]
    public void Where_the_outcome_leaves_something_to_do_deciding_proves_nothing()
    {
        Assert.Same(Untouched, Follow(Untouched, SmallDecision.Taken("there")));
        Assert.Empty(Follow(Follow(Untouched, SmallDecision.Taken("here")), SmallDecision.Taken("there")).Evidence);
    }

    [Fact]
    public void The_longest_reasons_still_fit_into_evidence()
    {
        var words = Follow(Untouched, SmallDecision.Taken("here", new string('x', DecisionEdit.LongestReasons))).Evidence[0].Words;

        Assert.Equal(TaskEdit.LongestText, words.Length);
        Assert.EndsWith("x…", words, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_was_at_it_is_done_with_it()
    {
        var atIt = TaskEdit.Say(Untouched, TaskIntent.InProgress, null).Value;

        Assert.Equal(TaskIntent.Open, Follow(atIt, SmallDecision.Taken("here")).Intent);
    }

    [Fact]
    public void Whatever_else_was_handed_in_stays_and_only_the_last_decision_counts() =>
        Gen.OneOf("here", "there", "open", "word").Array[0, 12].Sample(deeds =>
        {
            var (work, words, day) = (Untouched, 0, 0);
            DecisionTaken? taken = null;

            foreach (var deed in deeds)
            {
                day++;

                if (deed == "word")
                {
                    words++;
                    work = TaskEdit.Attest(work, Guid.NewGuid(), "Seen.", SmallRollout.At(day)).Value;
                    continue;
                }

                taken = deed == "open" ? null : SmallDecision.Taken(deed, moment: SmallRollout.At(day)).Taken;
                work = DecisionProof.Follow(work, SmallDecision.Aid, taken, Guid.NewGuid());
            }

            Assert.Equal(words, work.Evidence.Count(evidence => evidence.Source is EvidenceSource.Attestation));
            Assert.Equal(
                taken is { Outcome: "here" } ? [taken.At] : [],
                work.Evidence.Where(evidence => evidence.Source is EvidenceSource.Decision).Select(evidence => evidence.At));
            Assert.Equal(work.Evidence.Select(evidence => evidence.At).Order(), work.Evidence.Select(evidence => evidence.At));
        });

    private static TaskWork Follow(TaskWork work, Decision decision, Guid? id = null) =>
        DecisionProof.Follow(work, SmallDecision.Aid, decision.Taken, id ?? Guid.NewGuid());
}
