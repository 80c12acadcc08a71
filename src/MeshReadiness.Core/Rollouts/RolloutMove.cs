using System.Collections.Immutable;
using MeshReadiness.Core.Playbooks;

namespace MeshReadiness.Core.Rollouts;

/// <summary>
/// How a rollout goes on in the playbook of its product's successor. Tasks that the two have in common keep their owner and
/// comments, and their evidence for as long as it is fresh by the new task's measure. Due dates, risks and what people said
/// about how it goes stay behind: they spoke of another plan. So do exports that a rule has read, because another rule reads
/// them now. What a decision proved goes along as the word of whoever took it: the decision itself was about this product.
/// </summary>
/// <param name="Carried">The tasks that go on, in the successor's order.</param>
/// <param name="Begun">The successor's tasks that nothing goes on in, in order.</param>
/// <param name="Ended">The tasks that end here, in order.</param>
/// <param name="Contacts">How far it has come with contacts that the successor has as well.</param>
public sealed record RolloutMove(
    ImmutableArray<CarriedTask> Carried,
    ImmutableArray<PlaybookTask> Begun,
    ImmutableArray<PlaybookTask> Ended,
    ImmutableArray<Outreach> Contacts)
{
    /// <summary>Works out what goes along.</summary>
    /// <param name="file">The rollout, with everything.</param>
    /// <param name="from">The playbook that it follows; its lifecycle says which tasks go on.</param>
    /// <param name="to">The successor's playbook.</param>
    /// <param name="now">The moment by which evidence is fresh or not.</param>
    public static RolloutMove Plan(RolloutFile file, Playbook from, Playbook to, DateTimeOffset now)
    {
        var pairs = from.Lifecycle?.CarriesOver ?? ImmutableDictionary<string, string>.Empty;
        var origins = pairs.ToDictionary(pair => pair.Value, pair => from.Tasks.First(task => task.Id == pair.Key));
        var works = file.Work.ToDictionary(work => work.TaskId);
        var comments = file.Comments.ToLookup(comment => comment.TaskId);
        var contacts = to.Contacts.Select(contact => contact.Id).ToHashSet();

        return new(
            [.. from task in to.Tasks
                where origins.ContainsKey(task.Id)
                let origin = origins[task.Id]
                select CarriedTask.Of(origin, task, works.GetValueOrDefault(origin.Id), [.. comments[origin.Id]], now)],
            [.. to.Tasks.Where(task => !origins.ContainsKey(task.Id))],
            [.. from.Tasks.Where(task => !pairs.ContainsKey(task.Id))],
            [.. file.Contacts.Where(contact => contacts.Contains(contact.ContactId))]);
    }

    /// <summary>The rollout that follows the successor's playbook, as a document to take in.</summary>
    /// <param name="begun">The new rollout, as it was begun.</param>
    /// <param name="file">The rollout that it goes on from.</param>
    public RolloutFile Begin(Rollout begun, RolloutFile file)
    {
        var kept = Carried.SelectMany(task => task.Kept).Select(evidence => evidence.Id).ToHashSet();

        return new(
            RolloutFile.Name,
            RolloutFile.Newest,
            begun,
            [.. Carried.Select(task => task.Work).OfType<TaskWork>()],
            [.. Carried.SelectMany(task => task.Comments.Select(comment => comment with { TaskId = task.To.Id })).OrderBy(comment => comment.At)],
            [.. file.Files.Where(one => kept.Contains(one.EvidenceId))],
            []) { Contacts = Contacts };
    }
}

/// <summary>A task that goes on in the successor's playbook.</summary>
/// <param name="From">The task that it was.</param>
/// <param name="To">The task that it becomes.</param>
/// <param name="Owner">Who sees to it.</param>
/// <param name="Kept">The evidence that goes along.</param>
/// <param name="Left">The evidence that doesn't: too old by the new task's measure, or read by another rule.</param>
/// <param name="Comments">What was said about it.</param>
public sealed record CarriedTask(
    PlaybookTask From,
    PlaybookTask To,
    Scanning.Actor? Owner,
    ImmutableArray<Evidence> Kept,
    ImmutableArray<Evidence> Left,
    ImmutableArray<FiledComment> Comments)
{
    /// <summary>The work to go on with; <see langword="null"/> when nobody had done any that goes along.</summary>
    public TaskWork? Work => Owner is null && Kept.IsEmpty ? null : TaskWork.Untouched(To.Id) with { Owner = Owner, Evidence = Kept, Version = 1 };

    internal static CarriedTask Of(
        PlaybookTask from, PlaybookTask to, TaskWork? work, ImmutableArray<FiledComment> comments, DateTimeOffset now)
    {
        var evidence = (work?.Evidence ?? []).ToLookup(one => one.Source is not EvidenceSource.Import && now <= one.At.AddDays(to.FreshDays));
        var kept = evidence[true].Select(one => one.Source is EvidenceSource.Decision ? one with { Source = EvidenceSource.Attestation } : one);
        return new(from, to, work?.Owner, [.. kept], [.. evidence[false]], comments);
    }
}
