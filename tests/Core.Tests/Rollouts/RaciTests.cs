using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Readiness;
using MeshReadiness.Core.Rollouts;
using MeshReadiness.Core.Scanning;
using MeshReadiness.Playbooks;

namespace MeshReadiness.Core.Tests.Rollouts;

/// <summary>Who takes which part, and what is missing: compared with a slow second reading of the rule, over both shipped playbooks.</summary>
public sealed class RaciTests
{
    private const int Rounds = 40;

    private static readonly Actor[] People = [new("p0", "Ada"), new("p1", "Bob"), new("p2", "Cleo"), new("p3", "Dan")];

    public static TheoryData<string> Playbooks => [.. PlaybookLibrary.All.Select(playbook => playbook.Id)];

    [Theory]
    [MemberData(nameof(Playbooks))]
    public void Everybody_takes_the_part_that_the_rule_gives_them(string playbookId)
    {
        var playbook = PlaybookLibrary.All.Single(one => one.Id == playbookId);
        var seen = RaciParts.None;

        for (var seed = 0; seed < Rounds; seed++)
        {
            var (standing, contacts) = Life(playbook, new(seed));
            var raci = Raci.Of(standing, contacts);
            Assert.Equal(standing.Tasks.Where(task => task.State is not TaskState.NotApplicable).Select(task => task.Task.Id), raci.Rows.Select(row => row.Task.Task.Id));

            foreach (var row in raci.Rows)
            {
                foreach (var contact in contacts)
                {
                    var expected = Naively(playbook, row.Task, contact);
                    Assert.True(expected == row.Of(contact.Contact.Id), $"Seed {seed}: {contact.Contact.Id} in {row.Task.Task.Id} should be {expected} and is {row.Of(contact.Contact.Id)}.");
                    seen |= expected;
                }

                Assert.Equal(row.Task.Task.Contact is null, row.IsOwnTeam);
            }
        }

        Assert.Equal(RaciParts.Responsible | RaciParts.Accountable | RaciParts.Consulted | RaciParts.Informed, seen);
    }

    [Theory]
    [MemberData(nameof(Playbooks))]
    public void Every_gap_is_found_and_nothing_else(string playbookId)
    {
        var playbook = PlaybookLibrary.All.Single(one => one.Id == playbookId);
        var seen = new HashSet<RaciGapKind>();

        for (var seed = 0; seed < Rounds; seed++)
        {
            var (standing, contacts) = Life(playbook, new(seed));
            var gaps = Raci.Of(standing, contacts).Gaps;

            Assert.Equal(
                NaiveGaps(standing, contacts).OrderBy(one => one, StringComparer.Ordinal),
                gaps.Select(gap => Line(gap.Kind, gap.Contact?.Id, gap.Tasks.Select(task => task.Task.Id))).OrderBy(one => one, StringComparer.Ordinal));
            Assert.Equal(gaps.Select(gap => gap.Kind).Order(), gaps.Select(gap => gap.Kind));
            Assert.All(gaps, gap => Assert.NotEmpty(gap.Sentence));
            seen.UnionWith(gaps.Select(gap => gap.Kind));
        }

        Assert.Equal(Enum.GetValues<RaciGapKind>().Order(), seen.Order());
    }

    [Fact]
    public void Where_everything_is_settled_nobody_is_missing()
    {
        var playbook = PlaybookLibrary.Mesh;
        var works = playbook.Tasks.ToDictionary(task => task.Id, task => TaskEdit.Say(TaskWork.Untouched(task.Id), TaskIntent.NotApplicable, "Not here.").Value);
        var standing = RolloutStanding.Of(playbook, All(playbook), ImmutableDictionary<string, CheckAnswer>.Empty, works, SmallRollout.Start);

        var raci = Raci.Of(standing, OutreachStanding.Of(playbook, standing, Outreach.Untouched, SmallRollout.At(0).Today));

        Assert.Empty(raci.Rows);
        Assert.Empty(raci.Gaps);
        Assert.All(raci.Contacts, contact => Assert.Empty(contact.Tasks));
    }

    [Theory]
    [InlineData(OutreachState.NotAsked, true)]
    [InlineData(OutreachState.Asked, true)]
    [InlineData(OutreachState.Waiting, true)]
    [InlineData(OutreachState.Granted, false)]
    [InlineData(OutreachState.Refused, false)]
    public void An_answer_is_overdue_from_the_day_after_until_it_is_given(OutreachState state, bool isOverdue)
    {
        var standing = RolloutStanding.Of(
            PlaybookLibrary.Mesh, All(PlaybookLibrary.Mesh), ImmutableDictionary<string, CheckAnswer>.Empty, ImmutableDictionary<string, TaskWork>.Empty, SmallRollout.Start);
        var day = SmallRollout.At(0).Today;

        Assert.Equal((false, isOverdue), (On(day), On(day.AddDays(1))));

        bool On(DateOnly today) =>
            OutreachStanding.Of(PlaybookLibrary.Mesh, standing, id => Outreach.Untouched(id) with { State = state, Due = day }, today)[0].IsOverdue;
    }

    /// <summary>A rollout in which people have done anything at all.</summary>
    private static (RolloutStanding Standing, ImmutableArray<OutreachStanding> Contacts) Life(Playbook playbook, Random random)
    {
        var works = playbook.Tasks.ToDictionary(task => task.Id, task => TaskWork.Untouched(task.Id) with
        {
            Owner = random.Next(3) == 0 ? null : People[random.Next(People.Length)],
            Intent = random.Next(6) == 0 ? TaskIntent.NotApplicable : TaskIntent.Open,
            Evidence = random.Next(4) == 0 ? [new(Guid.NewGuid(), EvidenceSource.Attestation, SmallRollout.Start, People[0], "Seen.")] : [],
        });
        var standing = RolloutStanding.Of(playbook, All(playbook), ImmutableDictionary<string, CheckAnswer>.Empty, works, SmallRollout.Start);
        var today = SmallRollout.At(0).Today;
        var outreach = playbook.Contacts.ToDictionary(contact => contact.Id, contact => Outreach.Untouched(contact.Id) with
        {
            Person = random.Next(3) == 0 ? null : new("Somebody", null, random.Next(3) == 0 ? null : People[random.Next(People.Length)].ObjectId),
            State = (OutreachState)random.Next(5),
            Due = random.Next(2) == 0 ? null : today.AddDays(random.Next(-2, 2)),
        });
        return (standing, OutreachStanding.Of(playbook, standing, id => outreach[id], today));
    }

    private static RaciParts Naively(Playbook playbook, RolloutTask task, OutreachStanding contact)
    {
        var id = contact.Contact.Id;
        var parts = RaciParts.None;

        if (task.Task.Contact == id)
        {
            parts = RaciParts.Responsible;
        }
        else if (playbook.Contacts.Single(one => one.Id == id).Tasks.Any(one => one == task.Task.Id))
        {
            parts = RaciParts.Consulted;
        }
        else
        {
            foreach (var later in playbook.Tasks)
            {
                if (later.Contact == id && later.DependsOn.Any(one => one == task.Task.Id))
                {
                    parts = RaciParts.Informed;
                }
            }
        }

        return task.Work.Owner is { } owner && contact.Outreach.Person is { ObjectId: { } person } && person == owner.ObjectId ? parts | RaciParts.Accountable : parts;
    }

    private static IEnumerable<string> NaiveGaps(RolloutStanding standing, ImmutableArray<OutreachStanding> contacts)
    {
        var open = standing.Tasks.Where(task => task.State is not (TaskState.Done or TaskState.NotApplicable or TaskState.AcceptedRisk)).ToList();
        var today = SmallRollout.At(0).Today;

        if (open.Where(task => task.Work.Owner is null).Select(task => task.Task.Id).ToList() is { Count: > 0 } unowned)
        {
            yield return Line(RaciGapKind.Unowned, null, unowned);
        }

        foreach (var (contact, outreach) in contacts.Select(one => (one.Contact, one.Outreach)))
        {
            var theirs = open.Where(task => contact.Tasks.Contains(task.Task.Id)).Select(task => task.Task.Id).ToList();
            var done = open.Where(task => task.Task.Contact == contact.Id).Select(task => task.Task.Id).ToList();

            if (outreach.State == OutreachState.Refused && done.Count > 0)
            {
                yield return Line(RaciGapKind.Refused, contact.Id, done);
            }

            if (theirs.Count > 0 && outreach.Person is null)
            {
                yield return Line(RaciGapKind.Unnamed, contact.Id, theirs);
            }

            if (theirs.Count > 0 && outreach.Due < today && outreach.State is not (OutreachState.Granted or OutreachState.Refused))
            {
                yield return Line(RaciGapKind.Unanswered, contact.Id, theirs);
            }
        }
    }

    private static string Line(RaciGapKind kind, string? contact, IEnumerable<string> tasks) => $"{kind} {contact}: {string.Join(' ', tasks)}";

    private static Rollout All(Playbook playbook) => SmallRollout.It with { PlaybookId = playbook.Id, Experiences = [.. playbook.Experiences.Select(one => one.Id)] };
}
