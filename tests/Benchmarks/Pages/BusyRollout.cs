using MeshReadiness.Benchmarks.Surroundings;
using MeshReadiness.Core.Rollouts;
using MeshReadiness.Core.Scanning;
using MeshReadiness.Playbooks;
using MeshReadiness.Web.Features.Rollouts;

namespace MeshReadiness.Benchmarks.Pages;

/// <summary>A rollout in which every task has an owner, a date and proof, and people have talked a lot.</summary>
internal static class BusyRollout
{
    private static readonly Actor[] Team = [.. Enumerable.Range(1, 8).Select(number => new Actor($"person-{number}", $"Person {number}"))];

    /// <summary>The task that one comment in ten is about.</summary>
    public static string MostTalkedAbout => PlaybookLibrary.Mesh.Steps[1].Tasks[0].Id;

    /// <summary>A rollout that nobody has touched, and a busy one.</summary>
    public static async Task<(Guid Untouched, Guid Busy)> MakeAsync(Product product, int comments, CancellationToken cancellationToken)
    {
        var (desk, playbook) = (product.Get<RolloutDesk>(), PlaybookLibrary.Mesh);
        RolloutWish Wish(string name) => new(name, [.. playbook.Experiences.Select(one => one.Id)], new DateOnly(2027, 6, 1));
        var untouched = (await desk.BeginAsync(playbook.Id, Wish("Untouched"), Team[0], cancellationToken)).Value.Id;
        var busy = (await desk.BeginAsync(playbook.Id, Wish("Busy"), Team[0], cancellationToken)).Value.Id;

        foreach (var (number, task) in playbook.Tasks.Index())
        {
            var owner = Team[number % Team.Length];
            await desk.EditAsync(new(busy, task.Id, 0), "assigned", (work, _) => TaskEdit.Assign(work, owner), owner, cancellationToken);
            await desk.EditAsync(
                new(busy, task.Id, 1), "attested", (work, moment) => TaskEdit.Attest(work, Guid.CreateVersion7(), "Looked at it in the admin center.", moment), owner, cancellationToken);
        }

        var tasks = playbook.Tasks.Select(task => task.Id).ToArray();

        for (var number = 0; number < comments; number++)
        {
            var task = number % 10 == 0 ? MostTalkedAbout : tasks[number % tasks.Length];
            await desk.CommentAsync(busy, task, $"Comment {number}: the pilot in building {number % 7} goes on as planned.", Team[number % Team.Length], cancellationToken);
        }

        return (untouched, busy);
    }
}
