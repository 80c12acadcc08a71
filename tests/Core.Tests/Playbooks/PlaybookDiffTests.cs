using System.Text.Json;
using CsCheck;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Tests.Given;
using MeshReadiness.Playbooks;

namespace MeshReadiness.Core.Tests.Playbooks;

/// <summary>Two versions of a playbook; JSON, which knows nothing of the comparison, tells whether two tasks are the same.</summary>
public sealed class PlaybookDiffTests
{
    // Enough for two versions to differ in one property of one task and in nothing else of it.
    private const int Often = 2_000;

    private static readonly Gen<(Playbook Before, Playbook After)> Versions = Gen.Select(GeneratePlaybooks.Version(1), GeneratePlaybooks.Version(2));

    [Fact]
    public void Applied_to_the_old_version_it_gives_the_new_one() => Versions.Sample((before, after) =>
        Assert.Equal(Json(after), Json(Between(before, after).ApplyTo(before))), iter: Often);

    [Fact]
    public void Every_task_is_added_changed_removed_or_the_same() => Versions.Sample((before, after) =>
    {
        var change = Between(before, after);
        var (old, now) = (before.Tasks.ToDictionary(task => task.Id, Json), after.Tasks.ToDictionary(task => task.Id, Json));

        Assert.Equal(now.Keys.Where(id => !old.ContainsKey(id)), change.AddedTasks.Select(task => task.Id));
        Assert.Equal(old.Keys.Where(id => !now.ContainsKey(id)), change.RemovedTasks.Select(task => task.Id));
        Assert.Equal(now.Keys.Where(id => old.ContainsKey(id) && old[id] != now[id]), change.ChangedTasks.Select(task => task.After.Id));
        Assert.All(change.ChangedTasks, task => Assert.Equal((old[task.After.Id], now[task.After.Id]), (Json(task.Before), Json(task.After))));
    }, iter: Often);

    [Fact]
    public void Every_step_is_added_changed_removed_or_the_same() => Versions.Sample((before, after) =>
    {
        var change = Between(before, after);
        var (old, now) = (before.Steps.ToDictionary(step => step.Number, Outline), after.Steps.ToDictionary(step => step.Number, Outline));

        Assert.Equal(now.Keys.Where(number => !old.ContainsKey(number)), change.AddedSteps);
        Assert.Equal(old.Keys.Where(number => !now.ContainsKey(number)), change.RemovedSteps);
        Assert.Equal(now.Keys.Where(number => old.ContainsKey(number) && old[number] != now[number]), change.ChangedSteps);
    });

    [Fact]
    public void Between_equal_versions_there_is_nothing() => GeneratePlaybooks.Version(1).Sample(before =>
        Assert.True(Between(before, JsonCopy(before) with { Version = 2 }).IsEmpty));

    [Fact]
    public void Back_and_forth_cancel_each_other_out() => Versions.Sample((before, after) =>
    {
        var (there, back) = (Between(before, after), Between(after, before with { Version = 3 }));

        Assert.Equal(there.IsEmpty, back.IsEmpty);
        Assert.Equal(there.AddedTasks.Select(task => task.Id), back.RemovedTasks.Select(task => task.Id));
        Assert.Equal(Json(before with { Version = 3 }), Json(back.ApplyTo(there.ApplyTo(before))));
    });

    [Fact]
    public void Whatever_a_task_says_a_change_of_it_is_seen()
    {
        var task = SmallPlaybook.Task("s1-a", Severity.Blocker, "tenant-kind");
        var changes = new Dictionary<string, PlaybookTask>
        {
            [nameof(task.Title)] = task with { Title = "New" },
            [nameof(task.DoneWhen)] = task with { DoneWhen = "New" },
            [nameof(task.Why)] = task with { Why = "New" },
            [nameof(task.Function)] = task with { Function = "New" },
            [nameof(task.Role)] = task with { Role = "New" },
            [nameof(task.Evidence)] = task with { Evidence = EvidenceKind.Upload },
            [nameof(task.EvidenceNote)] = task with { EvidenceNote = "New" },
            [nameof(task.Gates)] = task with { Gates = ["all", "new"] },
            [nameof(task.Severity)] = task with { Severity = Severity.Advice },
            [nameof(task.Source)] = task with { Source = "https://example.org/new" },
            [nameof(task.Check)] = task with { Check = null },
            [nameof(task.DependsOn)] = task with { DependsOn = ["s1-new"] },
            [nameof(task.FreshDays)] = task with { FreshDays = 31 },
            [nameof(task.DaysBefore)] = task with { DaysBefore = 31 },
            [nameof(task.Tools)] = task with { Tools = ["new"] },
            [nameof(task.Contact)] = task with { Contact = "new" },
            [nameof(task.Import)] = task with { Import = new(ImportKind.NetworkProbe, "everything-reachable", ImmutableDictionary<string, string>.Empty) },
        };

        Assert.Equal(typeof(PlaybookTask).GetProperties().Select(property => property.Name).Where(name => name is not nameof(task.Id)).Order(), changes.Keys.Order());
        Assert.All(changes.Values, changed => Assert.Same(changed, Between(With(1, task), With(2, changed)).ChangedTasks.Single().After));
    }

    [Fact]
    public void A_shipped_playbook_read_twice_hasnt_changed()
    {
        var again = PlaybookReader.Read("mesh.json", ShippedFile.With("mesh.json", "version", "1000")).Value;

        Assert.True(Between(PlaybookLibrary.Mesh, again).IsEmpty);
        Assert.Equal(1000, Between(PlaybookLibrary.Mesh, again).ApplyTo(PlaybookLibrary.Mesh).Version);
    }

    [Fact]
    public void Two_playbooks_arent_two_versions() => Assert.Equal(
        new Problem(ProblemKind.Invalid, "mesh and teams-immersive are two playbooks, not two versions of one."),
        PlaybookDiff.Between(PlaybookLibrary.Mesh, PlaybookLibrary.TeamsImmersive).Problem);

    [Theory]
    [InlineData(2)]
    [InlineData(1)]
    public void A_rollout_never_moves_to_the_same_or_a_lower_version(int after) => Assert.Equal(
        $"Version {after} of small can't follow version 2; a rollout only moves to a higher one.",
        PlaybookDiff.Between(With(2), With(after)).Problem.Detail);

    [Fact]
    public void A_change_only_fits_the_version_that_it_starts_from()
    {
        var change = Between(With(1), With(2));

        Assert.StartsWith(
            "The change starts from version 1 of small, and this is version 2 of small.", Assert.Throws<ArgumentException>(() => change.ApplyTo(With(2))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => change.ApplyTo(With(1) with { Id = "other" }));
    }

    private static PlaybookChange Between(Playbook before, Playbook after) => PlaybookDiff.Between(before, after).Value;

    private static Playbook With(int version, params PlaybookTask[] tasks) =>
        SmallPlaybook.It with { Version = version, Steps = [new Step(1, "One", "One.", [.. tasks])] };

    private static string Outline(Step step) => $"{step.Title}|{step.Purpose}|{string.Join('|', step.Tasks.Select(task => task.Id))}";

    private static string Json<T>(T value) => JsonSerializer.Serialize(value);

    private static Playbook JsonCopy(Playbook playbook) => JsonSerializer.Deserialize<Playbook>(Json(playbook))!;
}
