using System.Collections.Immutable;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Rollouts;
using MeshReadiness.Core.Scanning;

namespace MeshReadiness.Integration.Tests.Data;

/// <summary>Whatever statement fails on the way, there is no decision without its task's proof and no proof without the decision.</summary>
public sealed class HalfADecisionTests : StoreTest
{
    private static readonly Actor Ada = new("ada", "Ada");
    private static readonly DecisionAid Aid = TestPlaybook.Playbook.Decisions[0];

    private readonly FailingStatement _failing = new();
    private readonly TestFolder _folder = new();

    protected override Task<TestDatabase> MakeAsync() => Task.FromResult(TestDatabase.Sqlite(_folder.Path, interceptors: _failing));

    [Fact]
    public async Task Taking_and_undoing_may_fail_at_any_statement_and_leave_nothing_behind()
    {
        var moment = new Moment(Ada, Database.Clock.GetUtcNow());
        var rollout = RolloutEdit.Begin(Guid.NewGuid(), TestPlaybook.Playbook, new("Head office", ["avatars"], null), moment).Value;
        await Database.Rollouts.AddAsync(rollout, moment, Cancel);
        var wish = new DecisionWish(ImmutableSortedDictionary<string, string>.Empty, "here", "Near.");

        var (taken, failuresToTake) = await InsistAsync(() => Database.Decisions.EditAsync(
            rollout.Id, Aid.Id, 0, "taken", decision => DecisionEdit.Take(decision, Aid, wish, moment), moment, Cancel));
        var (_, failuresToUndo) = await InsistAsync(() => Database.Decisions.UndoAsync(taken.Number, moment, Cancel));

        // The task alone takes several statements after those of the decision.
        Assert.True(failuresToTake > 10 && failuresToUndo > 10);
        Assert.Empty((await Database.Rollouts.WorkAsync(rollout.Id, Cancel))["word"].Evidence);

        async Task<(T Value, int Failures)> InsistAsync<T>(Func<Task<Result<T>>> change)
        {
            var before = Tables.All(_folder.DatabaseFile);

            for (var statement = 0; ; statement++)
            {
                _failing.FailAt(statement);
                var result = await change();

                if (!_failing.HasFailed)
                {
                    _failing.Heal();
                    return (result.Value, statement);
                }

                Assert.Equal(ProblemKind.Storage, result.Problem.Kind);
                Assert.Equal(before, Tables.All(_folder.DatabaseFile));
            }
        }
    }
}
