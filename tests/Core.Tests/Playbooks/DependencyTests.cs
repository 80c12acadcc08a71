using CsCheck;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Playbooks;
using static MeshReadiness.Core.Tests.Given.TinyPack;

namespace MeshReadiness.Core.Tests.Playbooks;

/// <summary>Tasks that wait for each other: what can't be done in any order is refused, with the line that says so.</summary>
public sealed class DependencyTests
{
    [Fact]
    public void A_task_can_wait_for_one_that_stands_below_it_and_is_due_on_the_same_day() =>
        Assert.True(Read(new("s1-a", 10, "s1-b"), new("s1-b", 10)).Succeeded);

    [Fact]
    public void Waiting_for_a_task_that_isnt_there() => Expect(
        "s1-b", "steps[0].tasks[1].dependsOn[1] names the task \"s1-x\", which this playbook doesn't have.",
        new("s1-a", 10), new("s1-b", 5, "s1-a", "s1-x"));

    [Fact]
    public void Waiting_for_itself() => Expect(
        "s1-b", "steps[0].tasks[1].dependsOn[0] is \"s1-b\", the task itself; a task can't wait for itself.",
        new("s1-a", 10), new("s1-b", 5, "s1-b"));

    [Fact]
    public void Waiting_in_a_circle() => Expect(
        "s1-d", "steps[0].tasks[3].dependsOn[1] closes a circle in which nothing can be done first: s1-b waits for s1-c waits for s1-d waits for s1-b.",
        new("s1-a", 10, "s1-b"), new("s1-b", 10, "s1-c"), new("s1-c", 10, "s1-d"), new("s1-d", 10, "s1-e", "s1-b"), new("s1-e", 10));

    [Fact]
    public void Waiting_for_a_task_that_is_due_later() => Expect(
        "s1-b", "steps[0].tasks[1].dependsOn[0] names the task \"s1-a\", which is due 10 days before the target date, later than s1-b at 11 days.",
        new("s1-a", 10), new("s1-b", 11, "s1-a"));

    [Fact]
    public void Waiting_for_the_same_task_twice() => Expect(
        "s1-b", "steps[0].tasks[1].dependsOn[1] names the task \"s1-a\" a second time.",
        new("s1-a", 10), new("s1-b", 5, "s1-a", "s1-a"));

    [Fact]
    public void A_long_chain_is_no_circle() => Assert.True(Read([.. Enumerable.Range(0, 2_000).Select(
        number => new Item($"s1-{number}", 10, number == 0 ? [] : [$"s1-{number - 1}"]))]).Succeeded);

    [Fact]
    public void Whatever_waits_for_whatever_the_answer_is_that_of_a_walk_along_every_path() => Gen.Int[0, 5].Array[0, 3].Array[1, 6].Sample(
        graph =>
        {
            Item[] tasks = [.. graph.Select((to, from) => new Item($"s1-{from}", 10, [.. to.Distinct().Select(id => $"s1-{id}")]))];
            var all = tasks.ToDictionary(task => task.Id, task => task.DependsOn);

            Assert.Equal(all.Keys.All(id => EndsSomewhere(id, [])), Read(tasks).Succeeded);

            bool EndsSomewhere(string id, ImmutableArray<string> path) =>
                all.TryGetValue(id, out var next) && !path.Contains(id) && next.All(to => EndsSomewhere(to, path.Add(id)));
        },
        iter: 500);

    private static void Expect(string task, string sentence, params Item[] tasks)
    {
        var file = With(tasks);

        var problem = PlaybookReader.Read("tiny.json", file).Problem;

        Assert.Equal(ProblemKind.Invalid, problem.Kind);
        Assert.Equal($"tiny.json, line {LineOf(file, $"\"id\": \"{task}\"")}: {sentence}", problem.Detail);
    }

    private static Result<Playbook> Read(params Item[] tasks) => PlaybookReader.Read("tiny.json", With(tasks));
}
