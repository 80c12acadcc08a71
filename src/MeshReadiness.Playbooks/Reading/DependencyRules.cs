using System.Collections.Immutable;
using System.Globalization;
using MeshReadiness.Core.Playbooks;

namespace MeshReadiness.Playbooks.Reading;

/// <summary>Makes sure that there is an order in which tasks can be done, and that due dates don't contradict it.</summary>
internal static class DependencyRules
{
    public static void Check(ImmutableArray<PlaybookTask> tasks, IReadOnlyList<TaskLink> links, Ids ids)
    {
        Named(links, ids);
        NoCircle(tasks, links.ToLookup(link => link.From));
        InTime(tasks.ToDictionary(task => task.Id, task => task.DaysBefore), links);
    }

    private static void Named(IReadOnlyList<TaskLink> links, Ids ids)
    {
        HashSet<(string, string)> seen = [];

        foreach (var link in links)
        {
            ids.Named(link.At, link.To);

            if (link.From == link.To)
            {
                throw link.At.Broken($"is {JsonCursor.Quote(link.To)}, the task itself; a task can't wait for itself.");
            }

            if (!seen.Add((link.From, link.To)))
            {
                throw link.At.Broken($"names the task {JsonCursor.Quote(link.To)} a second time.");
            }
        }
    }

    private static void NoCircle(ImmutableArray<PlaybookTask> tasks, ILookup<string, TaskLink> links)
    {
        // Whoever waits for nobody can be done and is no longer waited for; those who remain wait in a circle, or for one.
        HashSet<string> waiting = [.. tasks.Select(task => task.Id)];

        while (waiting.RemoveWhere(id => !links[id].Any(link => waiting.Contains(link.To))) > 0)
        {
        }

        if (tasks.FirstOrDefault(task => waiting.Contains(task.Id)) is not { } first)
        {
            return;
        }

        List<string> path = [first.Id];

        while (true)
        {
            var next = links[path[^1]].First(link => waiting.Contains(link.To));

            if (path.IndexOf(next.To) is var start and >= 0)
            {
                throw next.At.Broken($"closes a circle in which nothing can be done first: {string.Join(" waits for ", [.. path[start..], next.To])}.");
            }

            path.Add(next.To);
        }
    }

    private static void InTime(Dictionary<string, int> daysBefore, IReadOnlyList<TaskLink> links)
    {
        foreach (var link in links)
        {
            var (due, first) = (daysBefore[link.From], daysBefore[link.To]);

            if (first < due)
            {
                throw link.At.Broken(string.Create(CultureInfo.InvariantCulture,
                    $"names the task {JsonCursor.Quote(link.To)}, which is due {first} days before the target date, later than {link.From} at {due} days."));
            }
        }
    }
}
