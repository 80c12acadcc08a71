using System.Collections.Immutable;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Readiness;

namespace MeshReadiness.Core.Rollouts;

/// <summary>
/// How all tasks of a rollout stand at a moment. States are never stored: they follow from the playbook, from what the
/// tenant says, from what people said, and from the time, so that evidence that ages or a tenant that drifts needs nobody
/// to take a tick away.
/// </summary>
public sealed class RolloutStanding
{
    private readonly Playbook _playbook;
    private readonly Rollout _rollout;
    private readonly IReadOnlyDictionary<string, CheckAnswer> _answers;
    private readonly IReadOnlyDictionary<string, TaskWork> _works;
    private readonly DateTimeOffset _now;
    private readonly DateOnly _today;
    private readonly Dictionary<string, RolloutTask> _tasks = [];

    private RolloutStanding(
        Playbook playbook,
        Rollout rollout,
        IReadOnlyDictionary<string, CheckAnswer> answers,
        IReadOnlyDictionary<string, TaskWork> works,
        DateTimeOffset now)
    {
        _playbook = playbook;
        _rollout = rollout;
        _answers = answers;
        _works = works;
        _now = now;
        _today = DateOnly.FromDateTime(now.UtcDateTime);
        var byId = playbook.Tasks.ToDictionary(task => task.Id);
        Steps = [.. playbook.Steps.Select(step => new RolloutStep(step, [.. step.Tasks.Select(task => TaskOf(task, byId))]))];
    }

    /// <summary>The steps in order, with their tasks.</summary>
    public ImmutableArray<RolloutStep> Steps { get; }

    /// <summary>All tasks, in order.</summary>
    public IEnumerable<RolloutTask> Tasks => Steps.SelectMany(step => step.Tasks);

    /// <summary>Works out how every task stands.</summary>
    /// <param name="playbook">The playbook that the rollout follows.</param>
    /// <param name="rollout">The rollout.</param>
    /// <param name="answers">What the tenant says, by task.</param>
    /// <param name="works">What people say, by task.</param>
    /// <param name="now">The moment; days are counted in UTC.</param>
    public static RolloutStanding Of(
        Playbook playbook,
        Rollout rollout,
        IReadOnlyDictionary<string, CheckAnswer> answers,
        IReadOnlyDictionary<string, TaskWork> works,
        DateTimeOffset now) => new(playbook, rollout, answers, works, now);

    /// <summary>One task; <see langword="null"/> when the playbook has none with this id.</summary>
    public RolloutTask? Find(string taskId) => _tasks.GetValueOrDefault(taskId);

    /// <summary>The tasks that wait for this one.</summary>
    public IEnumerable<RolloutTask> Behind(string taskId) => Tasks.Where(task => task.Task.DependsOn.Contains(taskId));

    // The reader of playbooks has made sure that dependencies are there and don't go round.
    private RolloutTask TaskOf(PlaybookTask task, Dictionary<string, PlaybookTask> byId)
    {
        if (_tasks.TryGetValue(task.Id, out var known))
        {
            return known;
        }

        var waitsFor = task.DependsOn.Where(id => !TaskOf(byId[id], byId).IsSettled).ToImmutableArray();
        var work = _works.GetValueOrDefault(task.Id) ?? TaskWork.Untouched(task.Id);
        var answer = _answers.GetValueOrDefault(task.Id);
        var proof = TaskProof.Of(task, answer, work, _now);
        var (state, sentence) = StateOf(task, work, proof, [.. waitsFor.Select(id => byId[id])]);
        var due = work.Due ?? _rollout.SuggestedDue(task);

        return _tasks[task.Id] = new(
            task, work, proof, answer, state, sentence, waitsFor, due, due < _today && !RolloutTask.Settles(state));
    }

    private (TaskState State, string Sentence) StateOf(PlaybookTask task, TaskWork work, TaskProof proof, ImmutableArray<PlaybookTask> waitsFor) =>
        !_rollout.Wants(task, _playbook) ? (TaskState.NotApplicable, "None of the experiences that this rollout wants waits for it.")
        : work.Intent is TaskIntent.NotApplicable ? (TaskState.NotApplicable, work.Because ?? "")
        : proof.State is ProofState.NotApplicable ? (TaskState.NotApplicable, proof.Sentence)
        : proof.State is ProofState.Proven ? (TaskState.Done, proof.Sentence)
        : work.Risk is { } risk && risk.IsInForce(_today) ? (TaskState.AcceptedRisk, risk.Because)
        : proof.State is ProofState.Failed && task.Severity is Severity.Blocker ? (TaskState.Blocked, proof.Sentence)
        : work.Intent is TaskIntent.Blocked ? (TaskState.Blocked, work.Because ?? "")
        : proof.State is ProofState.Stale ? (TaskState.NeedsFreshProof, proof.Sentence)
        : proof.State is ProofState.Unknown ? (TaskState.Unknown, proof.Sentence)
        : proof.State is ProofState.None && !waitsFor.IsEmpty ? (TaskState.Waiting, $"Waits for: {string.Join("; ", waitsFor.Select(waited => waited.Title))}.")
        : work.Intent is TaskIntent.InProgress ? (TaskState.InProgress, proof.Sentence)
        : (TaskState.Open, proof.Sentence);
}
