using MeshReadiness.Core.Checks;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Readiness;
using MeshReadiness.Core.Rollouts;

namespace MeshReadiness.Core.Tests.Rollouts;

/// <summary>
/// A thousand random lives of a rollout: scans of a tenant that drifts, edits, approvals, and time that passes. After every
/// event all tasks stand as a model says that is kept in another way.
/// </summary>
public sealed class RolloutHistoriesTests
{
    private const int Histories = 1_000;
    private const int Events = 40;

    [Fact]
    public void Whatever_happens_tasks_stand_as_a_small_model_says()
    {
        var seen = new HashSet<TaskState>();

        for (var seed = 0; seed < Histories; seed++)
        {
            var history = new History(seed);

            for (var number = 0; number < Events; number++)
            {
                var what = history.LetSomethingHappen();

                foreach (var (task, expected, actual) in history.Compare())
                {
                    Assert.True(expected == actual, $"Seed {seed}, event {number} ({what}): {task} should be {expected} and is {actual}.");
                    seen.Add(actual);
                }
            }
        }

        // All of it was tried, and not the same thing a thousand times.
        Assert.Equal(Enum.GetValues<TaskState>().Order(), seen.Order());
    }

    private sealed class History(int seed)
    {
        private static readonly string[] Tasks = [.. SmallRollout.Playbook.Tasks.Select(task => task.Id)];

        private readonly Random _random = new(seed);
        private readonly RolloutModel _model = new();
        private readonly Dictionary<string, TaskWork> _works = [];
        private readonly Dictionary<string, CheckAnswer> _answers = [];
        private double _day;

        public IEnumerable<(string Task, TaskState Expected, TaskState Actual)> Compare()
        {
            var now = SmallRollout.At(_day).At;
            var standing = RolloutStanding.Of(SmallRollout.Playbook, SmallRollout.It, _answers, _works, now);
            return standing.Tasks.Select(task => (task.Task.Id, _model.StateOf(task.Task.Id, now), task.State));
        }

        public string LetSomethingHappen()
        {
            var task = Tasks[_random.Next(Tasks.Length)];
            var who = _random.Next(2) == 0 ? SmallRollout.Ada : SmallRollout.Bob;
            var moment = SmallRollout.At(_day, who);

            switch (_random.Next(9))
            {
                case 0 or 1:
                    _day += _random.NextDouble() * (_random.Next(6) == 0 ? 120 : 5);
                    return "time passes";
                case 2:
                    Scan(moment);
                    return "scan";
                case 3:
                    Keep(task, TaskEdit.Attest(Work(task), Guid.NewGuid(), "I have seen it.", moment));
                    _model.Attested(task, moment.At);
                    return $"{task} attested";
                case 4 when _model.HasWords(task):
                    Keep(task, TaskEdit.TakeBack(Work(task), Work(task).Evidence[^1].Id));
                    _model.TookBackLast(task);
                    return $"{task}: last word taken back";
                case 5:
                    var intent = (TaskIntent)_random.Next(4);
                    Keep(task, TaskEdit.Say(Work(task), intent, "Because."));
                    _model.Said(task, intent);
                    return $"{task} said to be {intent}";
                case 6:
                    var until = moment.Today.AddDays(_random.Next(60));
                    Keep(task, TaskEdit.AskForRisk(Work(task), "Worth it.", until, moment));
                    _model.AskedForRisk(task, who.ObjectId, until);
                    return $"{who.DisplayName} asks to accept {task} until {until}";
                case 7:
                    Approve(task, moment);
                    return $"{who.DisplayName} approves {task}";
                case 8 when _model.HasRisk(task):
                    Keep(task, TaskEdit.WithdrawRisk(Work(task)));
                    _model.WithdrewRisk(task);
                    return $"risk of {task} withdrawn";
                default:
                    return "nothing";
            }
        }

        // Nobody approves what they asked for themselves, what nobody asked for, or what has run out.
        private void Approve(string task, Moment moment)
        {
            var approved = TaskEdit.ApproveRisk(Work(task), moment);
            Assert.Equal(_model.MayApprove(task, moment.By.ObjectId, moment.Today), approved.Succeeded);

            if (approved.Succeeded)
            {
                Keep(task, approved);
                _model.Approved(task);
            }
        }

        private void Scan(Moment moment)
        {
            foreach (var task in SmallRollout.Playbook.Tasks.Where(task => task.Check is not null && _random.Next(3) > 0))
            {
                var outcome = (CheckOutcome)_random.Next(4);
                var since = _answers.TryGetValue(task.Id, out var before) && before.Result.Outcome == outcome ? before.Since : moment.At;
                _answers[task.Id] = new(new CheckResult(outcome, "Seen.", []) { IsHint = task.Evidence is EvidenceKind.AutoHint }, moment.At, since);
                _model.Scanned(task.Id, outcome, moment.At);
            }
        }

        private TaskWork Work(string task) => _works.GetValueOrDefault(task) ?? TaskWork.Untouched(task);

        private void Keep(string task, Result<TaskWork> edited) => _works[task] = edited.Value;
    }
}
