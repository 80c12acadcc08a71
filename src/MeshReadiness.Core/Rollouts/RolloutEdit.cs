using System.Collections.Immutable;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Playbooks;

namespace MeshReadiness.Core.Rollouts;

/// <summary>What people can do to a rollout as a whole.</summary>
public static class RolloutEdit
{
    /// <summary>The longest name.</summary>
    public const int LongestName = 200;

    /// <summary>Begins a rollout.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="playbook">The playbook to follow.</param>
    /// <param name="wish">What is wanted of it.</param>
    /// <param name="moment">Who begins it, and when.</param>
    public static Result<Rollout> Begin(Guid id, Playbook playbook, RolloutWish wish, Moment moment) =>
        Why(playbook, wish, moment) is { } problem
            ? problem
            : new Rollout(id, wish.Name.Trim(), playbook.Id, playbook.Version, InOrder(playbook, wish), wish.TargetDate, false, 1);

    /// <summary>Changes what is wanted of it.</summary>
    public static Result<Rollout> Change(Rollout rollout, Playbook playbook, RolloutWish wish, Moment moment) =>
        Why(playbook, wish, moment) is { } problem
            ? problem
            : Next(rollout with { Name = wish.Name.Trim(), Experiences = InOrder(playbook, wish), TargetDate = wish.TargetDate });

    /// <summary>Puts it away, or takes it out again.</summary>
    public static Result<Rollout> Archive(Rollout rollout, bool isArchived) => Next(rollout with { IsArchived = isArchived });

    /// <summary>
    /// Follows another edition of its playbook. Experiences that it doesn't have any more are no longer wanted; are none
    /// left, all are.
    /// </summary>
    public static Result<Rollout> Follow(Rollout rollout, Playbook edition)
    {
        if (rollout.PlaybookId != edition.Id || rollout.PlaybookVersion >= edition.Version)
        {
            return Refused(
                $"The rollout follows version {rollout.PlaybookVersion} of {rollout.PlaybookId}; it can only go on to a higher one, not to version {edition.Version} of {edition.Id}.");
        }

        ImmutableArray<string> all = [.. edition.Experiences.Select(experience => experience.Id)];
        ImmutableArray<string> wanted = [.. all.Where(id => rollout.Experiences.Contains(id))];
        return Next(rollout with { PlaybookVersion = edition.Version, Experiences = wanted.IsEmpty ? all : wanted });
    }

    private static Problem? Why(Playbook playbook, RolloutWish wish, Moment moment)
    {
        var unknown = wish.Experiences.FirstOrDefault(id => playbook.Experiences.All(experience => experience.Id != id));
        return wish.Name.Trim() is { Length: 0 } ? Refused("Give the rollout a name, for example Headquarters.")
            : wish.Name.Trim().Length > LongestName ? Refused($"The name has {wish.Name.Trim().Length} characters; up to {LongestName} can be kept. Shorten it.")
            : wish.Experiences.IsEmpty ? Refused("Choose at least one experience: the tasks follow from what you want.")
            : unknown is not null ? Refused($"The playbook {playbook.Name} has no experience {unknown}. It has: {string.Join(", ", playbook.Experiences.Select(experience => experience.Id))}.")
            : wish.TargetDate is { } day && (day < moment.Today.AddYears(-1) || day > moment.Today.AddYears(TaskEdit.FarthestYears))
                ? Refused($"The target date {day:yyyy-MM-dd} is out of range: give a day from a year ago up to {TaskEdit.FarthestYears} years from today.")
            : null;
    }

    private static ImmutableArray<string> InOrder(Playbook playbook, RolloutWish wish) =>
        [.. playbook.Experiences.Select(experience => experience.Id).Where(id => wish.Experiences.Contains(id))];

    private static Result<Rollout> Next(Rollout rollout) => rollout with { Version = rollout.Version + 1 };

    private static Problem Refused(string sentence) => new(ProblemKind.Invalid, sentence);
}

/// <summary>What is wanted of a rollout.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Experiences">The ids of the experiences that are wanted.</param>
/// <param name="TargetDate">When it should be over.</param>
public sealed record RolloutWish(string Name, ImmutableArray<string> Experiences, DateOnly? TargetDate);
