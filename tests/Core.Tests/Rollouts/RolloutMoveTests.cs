using CsCheck;
using MeshReadiness.Core.Checks;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Rollouts;
using MeshReadiness.Playbooks;

namespace MeshReadiness.Core.Tests.Rollouts;

/// <summary>How a rollout of Mesh goes on in the playbook of its successor, and how rollouts follow later editions.</summary>
public sealed class RolloutMoveTests
{
    private static readonly Playbook Mesh = PlaybookLibrary.Mesh, Immersive = PlaybookLibrary.TeamsImmersive;
    private static readonly DateTimeOffset Now = SmallRollout.Start;

    private static readonly Gen<Evidence> AnyEvidence = Gen.Select(
        Gen.Guid, Gen.Enum<EvidenceSource>(), Gen.Int[0, 500], Gen.Bool,
        (id, source, days, passes) => new Evidence(
            id, source, Now.AddDays(-days), SmallRollout.Bob, $"{source}, {days} days ago",
            source is EvidenceSource.Import ? (passes ? CheckResult.Pass("Yes.") : CheckResult.Fail("No.")) : null));

    private static readonly Gen<RolloutFile> AnyFile = Gen.Select(
        Gen.Shuffle(Mesh.Tasks.Select(task => task.Id).ToArray(), 0, 60),
        AnyEvidence.Array[0, 4].Array[60],
        Gen.Bool.Array[60],
        (tasks, evidence, owned) => new RolloutFile(
            RolloutFile.Name,
            RolloutFile.Newest,
            new(Guid.NewGuid(), "Headquarters", Mesh.Id, Mesh.Version, [.. Mesh.Experiences.Select(one => one.Id)], new(2026, 9, 1), false, 3),
            [.. tasks.Select((id, index) => TaskWork.Untouched(id) with
            {
                Owner = owned[index] ? SmallRollout.Ada : null, Due = new(2026, 5, 1), Intent = TaskIntent.Blocked, Because = "Waits.",
                Risk = new("Small.", new(2026, 8, 1), SmallRollout.Ada, Now), Evidence = [.. evidence[index]], Version = 7,
            })],
            [.. tasks.Select(id => new FiledComment(id, Now, SmallRollout.Bob, $"About {id}."))],
            [.. evidence.Take(tasks.Length).SelectMany(one => one).Where(one => one.Source is EvidenceSource.Upload)
                .Select(one => new FiledEvidence(one.Id, "a.txt", "text/plain", "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824", "hello"u8.ToArray()))],
            [])
        {
            Contacts = [.. Mesh.Contacts.Select(contact => Outreach.Untouched(contact.Id) with { State = OutreachState.Granted, Asked = "Please.", Answer = "Yes." })],
        });

    [Fact]
    public void What_goes_along_is_what_a_plain_count_over_the_map_finds() => AnyFile.Sample(
        file =>
        {
            var moved = RolloutMove.Plan(file, Mesh, Immersive, Now).Begin(Begun(), file);

            List<(string, Guid)> expected = [];
            foreach (var (from, to) in Mesh.Lifecycle!.CarriesOver)
            {
                foreach (var evidence in file.Work.Where(work => work.TaskId == from).SelectMany(work => work.Evidence))
                {
                    var age = (Now - evidence.At).TotalDays;

                    if (evidence.Source != EvidenceSource.Import && age <= Immersive.Tasks.Single(task => task.Id == to).FreshDays)
                    {
                        expected.Add((to, evidence.Id));
                    }
                }
            }

            Assert.Equal(
                expected.Order(), moved.Work.SelectMany(work => work.Evidence.Select(evidence => (work.TaskId, evidence.Id))).Order());
            Assert.Equal(
                file.Work.Where(work => work.Owner is not null && Mesh.Lifecycle.CarriesOver.ContainsKey(work.TaskId)).Select(work => Mesh.Lifecycle.CarriesOver[work.TaskId]).Order(),
                moved.Work.Where(work => work.Owner is not null).Select(work => work.TaskId).Order());
            Assert.Equal(
                file.Comments.Where(comment => Mesh.Lifecycle.CarriesOver.ContainsKey(comment.TaskId)).Select(comment => comment.Text).Order(),
                moved.Comments.Select(comment => comment.Text).Order());
            Assert.All(moved.Work, work => Assert.Equal((null, TaskIntent.Open, null), (work.Due, work.Intent, work.Risk)));
            Assert.All(moved.Work.SelectMany(work => work.Evidence), evidence => Assert.NotEqual(EvidenceSource.Decision, evidence.Source));
            Assert.True(RolloutFile.Read(moved.Write(), PlaybookLibrary.All).Succeeded);
        },
        seed: "0000KOIXGLPH", iter: 200, threads: 1);

    [Fact]
    public void Every_task_of_both_playbooks_has_its_place_in_the_map()
    {
        var plan = RolloutMove.Plan(Empty, Mesh, Immersive, Now);

        Assert.Equal(Immersive.Tasks.Select(task => task.Id).Order(), plan.Carried.Select(task => task.To.Id).Concat(plan.Begun.Select(task => task.Id)).Order());
        Assert.Equal(Mesh.Tasks.Select(task => task.Id).Order(), plan.Carried.Select(task => task.From.Id).Concat(plan.Ended.Select(task => task.Id)).Order());
        Assert.Equal(25, plan.Carried.Length);
        Assert.All(plan.Carried, task => Assert.Null(task.Work));
    }

    [Fact]
    public void Contacts_that_the_successor_has_as_well_keep_their_answers()
    {
        var asked = Outreach.Untouched("network") with { State = OutreachState.Granted, Answer = "Ports are open." };
        var file = Empty with { Contacts = [asked, Outreach.Untouched("azure") with { State = OutreachState.Asked }] };

        Assert.Equal([asked], RolloutMove.Plan(file, Mesh, Immersive, Now).Begin(Begun(), file).Contacts);
    }

    [Fact]
    public void A_rollout_follows_a_higher_edition_only_and_wants_nothing_that_it_has_lost()
    {
        var rollout = SmallRollout.It with { Experiences = ["meet", "event"] };
        var next = SmallRollout.Playbook with { Version = 2, Experiences = [.. SmallRollout.Playbook.Experiences.Where(one => one.Id != "event")] };

        var followed = RolloutEdit.Follow(rollout, next).Value;

        Assert.Equal((2, rollout.Version + 1), (followed.PlaybookVersion, followed.Version));
        Assert.Equal(["meet"], followed.Experiences);
        Assert.Equal(next.Experiences.Select(one => one.Id), RolloutEdit.Follow(rollout with { Experiences = ["event"] }, next).Value.Experiences);
        Assert.Contains("only go on to a higher one", RolloutEdit.Follow(followed, next).Problem.Detail, StringComparison.Ordinal);
        Assert.Contains("only go on to a higher one", RolloutEdit.Follow(rollout, next with { Id = "other" }).Problem.Detail, StringComparison.Ordinal);
    }

    private static RolloutFile Empty => new(
        RolloutFile.Name, RolloutFile.Newest, new(Guid.NewGuid(), "Headquarters", Mesh.Id, Mesh.Version, [Mesh.Experiences[0].Id], null, false, 1), [], [], [], []);

    private static Rollout Begun() =>
        RolloutEdit.Begin(Guid.NewGuid(), Immersive, new("Events", [Immersive.Experiences[0].Id], null), SmallRollout.At(0)).Value;
}
