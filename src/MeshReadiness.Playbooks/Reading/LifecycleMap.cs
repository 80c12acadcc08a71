using System.Collections.Immutable;
using MeshReadiness.Core.Playbooks;

namespace MeshReadiness.Playbooks.Reading;

/// <summary>Reads the end of a product's life and what goes on in the successor's playbook.</summary>
internal static class LifecycleMap
{
    public static Lifecycle Read(JsonCursor at, string playbook, Ids tasks)
    {
        at.Object("retiredOn", "successor", "notice", "source", "successorPlaybook", "carriesOver");

        return new(at["retiredOn"].Date(), at["successor"].Text(), at["notice"].Text(), at["source"].WebAddress())
        {
            SuccessorPlaybook = at.Optional("successorPlaybook") is { } successor ? Successor(successor, playbook) : null,
            CarriesOver = CarriesOver(at, tasks),
        };
    }

    /// <summary>Makes sure that the successor's playbook has the tasks that go on.</summary>
    public static void CheckSuccessor(JsonCursor root, Playbook successor)
    {
        HashSet<string> tasks = [.. successor.Tasks.Select(task => task.Id)];

        foreach (var (_, task) in root["lifecycle"]["carriesOver"].Entries())
        {
            if (!tasks.Contains(task.Text()))
            {
                throw task.Broken($"names the task {JsonCursor.Quote(task.Text())}, which the playbook {successor.Id} doesn't have.");
            }
        }
    }

    private static string Successor(JsonCursor at, string playbook) =>
        at.Text() != playbook ? at.Text() : throw at.Broken("names this playbook itself; its successor must be another.");

    private static ImmutableDictionary<string, string> CarriesOver(JsonCursor lifecycle, Ids tasks)
    {
        var map = ImmutableDictionary.CreateBuilder<string, string>();
        HashSet<string> taken = [];

        foreach (var (from, to) in lifecycle["carriesOver"].Entries())
        {
            if (lifecycle.Optional("successorPlaybook") is null)
            {
                throw lifecycle["carriesOver"].Broken("has tasks, but there is no successorPlaybook that they could go on in.");
            }

            map.Add(tasks.Named(to, from), taken.Add(to.Text())
                ? to.Text()
                : throw to.Broken($"names the task {JsonCursor.Quote(to.Text())} a second time; a task can only go on from one."));
        }

        return map.ToImmutable();
    }
}
