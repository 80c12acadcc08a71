using System.Threading.Channels;
using MeshReadiness.Core.Rollouts;
using MeshReadiness.Core.Scanning;
using MeshReadiness.Web.Features.Rollouts;
using Microsoft.Extensions.Logging.Abstractions;

namespace MeshReadiness.Integration.Tests.Data;

/// <summary>What another instance of the portal writes to the database is heard in this one.</summary>
public abstract class RolloutEchoTests : StoreTest
{
    private static readonly Actor Ada = new("ada", "Ada");

    private readonly Channel<RolloutRing> _heard = Channel.CreateUnbounded<RolloutRing>();

    private Moment Now => new(Ada, Database.Clock.GetUtcNow());

    [Fact]
    public async Task Changes_by_another_instance_ring_here_in_their_order_and_what_was_before_does_not()
    {
        var before = await BeginAsync("Before");
        await Database.Comments.AddAsync(before.Id, "word", Guid.NewGuid(), "Long ago.", Now, Cancel);
        var bell = new RolloutBell();
        bell.Rang += ring => _heard.Writer.TryWrite(ring);
        using var echo = new RolloutEcho(Database.Audit, bell, Database.Problems, Database.Clock, NullLogger<RolloutEcho>.Instance);
        await echo.StartAsync(Cancel);

        var rollout = await BeginAsync("Head office");
        await Database.Rollouts.EditTaskAsync(rollout.Id, "word", 0, "assigned", work => TaskEdit.Assign(work, Ada), Now, Cancel);
        await Database.Comments.AddAsync(rollout.Id, "teams-on", Guid.NewGuid(), "Hello.", Now, Cancel);
        await Database.Contacts.EditAsync(rollout.Id, "network", 0, "edited", note => note with { Asked = "Ports." }, Now, Cancel);

        Assert.Equal(
            [new(rollout.Id, null, Ada), new(rollout.Id, "word", Ada), new(rollout.Id, "teams-on", Ada), new RolloutRing(rollout.Id, null, Ada)],
            [await HearAsync(), await HearAsync(), await HearAsync(), await HearAsync()]);
        await echo.StopAsync(Cancel);
    }

    // The clock stands still but for this: it goes on until somebody has looked.
    private async Task<RolloutRing> HearAsync()
    {
        var ring = _heard.Reader.ReadAsync(Cancel).AsTask();

        while (!ring.IsCompleted)
        {
            Database.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        return await ring;
    }

    private async Task<Rollout> BeginAsync(string name) => (await Database.Rollouts.AddAsync(
        RolloutEdit.Begin(Guid.CreateVersion7(), TestPlaybook.Playbook, new(name, ["avatars"], null), Now).Value, Now, Cancel)).Value;
}

public sealed class RolloutEchoOnSqliteTests : RolloutEchoTests;

public sealed class RolloutEchoOnSqlServerTests : RolloutEchoTests
{
    protected override Task<TestDatabase> MakeAsync() => TestDatabase.SqlServerAsync();
}
