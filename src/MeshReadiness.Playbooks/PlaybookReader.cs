using System.Collections.Immutable;
using System.Globalization;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Playbooks.Reading;

namespace MeshReadiness.Playbooks;

/// <summary>Reads playbook files. What comes out keeps every promise that Core makes about playbooks; what doesn't is refused.</summary>
public static class PlaybookReader
{
    /// <summary>The playbook, or one sentence that says where the file is broken and what was expected there.</summary>
    /// <param name="name">The file's name, for that sentence.</param>
    /// <param name="json">The file's text.</param>
    public static Result<Playbook> Read(string name, string json) => JsonFile.Read(name, json, root => new PlaybookMap().Read(root));

    /// <summary>
    /// Several playbooks that are offered together, or one sentence about the first file that is broken.
    /// Where a successor is among them, it must have the tasks that go on in it.
    /// </summary>
    public static Result<ImmutableArray<Playbook>> ReadAll(params ImmutableArray<PlaybookFile> files)
    {
        List<Playbook> read = [];

        foreach (var file in files)
        {
            var playbook = JsonFile.Read(file.Name, file.Json, root => OneMore(root, read));

            if (!playbook.TryGet(out var value))
            {
                return playbook.Problem;
            }

            read.Add(value);
        }

        foreach (var (file, playbook) in files.Zip(read))
        {
            // Of a successor's editions the latest is the one to go on with.
            if (read.Where(other => other.Id == playbook.Lifecycle?.SuccessorPlaybook).MaxBy(other => other.Version) is { } successor
                && JsonFile.Read(file.Name, file.Json, root => CheckSuccessor(root, successor)) is { Succeeded: false } broken)
            {
                return broken.Problem;
            }
        }

        return read.ToImmutableArray();
    }

    private static Playbook OneMore(JsonCursor root, List<Playbook> before)
    {
        var playbook = new PlaybookMap().Read(root);
        var tasks = playbook.Tasks.Select(task => task.Id).ToHashSet();

        // What the tenant says is kept by task.
        if (before.FirstOrDefault(other => other.Id != playbook.Id && other.Tasks.Any(task => tasks.Contains(task.Id))) is { } other)
        {
            var shared = other.Tasks.First(task => tasks.Contains(task.Id)).Id;
            throw root["steps"].Broken($"has the task {JsonCursor.Quote(shared)}, which the playbook {other.Id} has as well; give it an id of its own.");
        }

        return before.Any(other => (other.Id, other.Version) == (playbook.Id, playbook.Version))
            ? throw root["version"].Broken(string.Create(CultureInfo.InvariantCulture,
                $"is {playbook.Version}, and another file holds that version of {playbook.Id} already."))
            : playbook;
    }

    private static Done CheckSuccessor(JsonCursor root, Playbook successor)
    {
        LifecycleMap.CheckSuccessor(root, successor);
        return Done.It;
    }
}
