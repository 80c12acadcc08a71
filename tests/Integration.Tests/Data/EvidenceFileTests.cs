using System.Security.Cryptography;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Rollouts;
using MeshReadiness.Core.Scanning;
using MeshReadiness.Data;
using Microsoft.EntityFrameworkCore;

namespace MeshReadiness.Integration.Tests.Data;

/// <summary>Files behind evidence: stored with it or not at all, and kept when it is taken back.</summary>
public abstract class EvidenceFileTests : StoreTest
{
    private const string TaskId = "word";

    private static readonly Actor Ada = new("ada", "Ada");
    private static readonly byte[] Content = [.. "=cmd|' /C calc'!A0"u8];

    private Moment Now => new(Ada, Database.Clock.GetUtcNow());

    [Fact]
    public async Task A_file_comes_back_as_it_was_and_is_known_without_being_read()
    {
        var rollout = await BeginAsync();
        var file = File();
        await HandInAsync(rollout, 0, file, Now.At);

        var head = (await Database.EvidenceFiles.HeadsAsync(rollout, TaskId, Cancel))[file.EvidenceId];

        Assert.Equal(Content, (await Database.EvidenceFiles.FindAsync(rollout, file.EvidenceId, Cancel))!.Content);
        Assert.Equal((file.Name, file.ContentType, file.Hash, (long)Content.Length), (head.Name, head.ContentType, head.Hash, head.Size));
        Assert.Empty(await Database.EvidenceFiles.HeadsAsync(rollout, "other", Cancel));
        Assert.Null(await Database.EvidenceFiles.FindAsync(Guid.NewGuid(), file.EvidenceId, Cancel));
    }

    [Fact]
    public async Task Taken_back_it_can_not_be_had_and_once_that_is_undone_it_can()
    {
        var rollout = await BeginAsync();
        var file = File();
        await HandInAsync(rollout, 0, file, Now.At);
        var taken = await Database.Rollouts.EditTaskAsync(rollout, TaskId, 1, "takenBack", work => TaskEdit.TakeBack(work, file.EvidenceId), Now, Cancel);

        Assert.Null(await Database.EvidenceFiles.FindAsync(rollout, file.EvidenceId, Cancel));
        Assert.Empty(await Database.EvidenceFiles.HeadsAsync(rollout, TaskId, Cancel));
        Assert.Equal(1, await FilesAsync());

        Assert.True((await Database.Rollouts.UndoAsync(taken.Value.Number, Now, Cancel)).Succeeded);
        Assert.Equal(Content, (await Database.EvidenceFiles.FindAsync(rollout, file.EvidenceId, Cancel))!.Content);
    }

    [Fact]
    public async Task What_could_not_be_handed_in_leaves_no_file()
    {
        var rollout = await BeginAsync();

        var stale = await Database.Rollouts.EditTaskAsync(rollout, TaskId, 3, "uploaded", work => work, File(), Now, Cancel);
        var refused = await Database.Rollouts.EditTaskAsync(rollout, TaskId, 0, "uploaded", _ => new Problem(ProblemKind.Invalid, "No."), File(), Now, Cancel);

        Assert.Equal((ProblemKind.Conflict, ProblemKind.Invalid), (stale.Problem.Kind, refused.Problem.Kind));
        Assert.Equal(0, await FilesAsync());
    }

    [Fact]
    public async Task A_probe_from_before_other_evidence_can_be_undone_like_any_change()
    {
        var rollout = await BeginAsync();
        await Database.Rollouts.EditTaskAsync(rollout, TaskId, 0, "attested", work => TaskEdit.Attest(work, Guid.NewGuid(), "Seen.", Now), Now, Cancel);
        var change = await HandInAsync(rollout, 1, File(), Now.At.AddDays(-9));

        var undone = await Database.Rollouts.UndoAsync(change.Number, Now, Cancel);

        Assert.Equal("Seen.", Assert.Single(undone.Value.Work.Evidence).Words);
    }

    private async Task<Guid> BeginAsync()
    {
        var rollout = RolloutEdit.Begin(Guid.NewGuid(), TestPlaybook.Playbook, new("Head office", ["avatars"], null), Now).Value;
        await Database.Rollouts.AddAsync(rollout, Now, Cancel);
        return rollout.Id;
    }

    private static FiledEvidence File() =>
        new(Guid.NewGuid(), "a <b>.txt", "text/plain", Convert.ToHexStringLower(SHA256.HashData(Content)), Content);

    private async Task<TaskWork> WorkAsync(Guid rollout) => (await Database.Rollouts.WorkAsync(rollout, Cancel))[TaskId];

    private async Task<TaskChange> HandInAsync(Guid rollout, int seen, FiledEvidence file, DateTimeOffset at)
    {
        var change = (await Database.Rollouts.EditTaskAsync(
            rollout, TaskId, seen, "uploaded", work => TaskEdit.HandIn(work, new(file.EvidenceId, EvidenceSource.Upload, at, Ada, file.Name)), file, Now, Cancel)).Value;
        Assert.Equal(change.Work.Evidence.Select(one => one.Id), (await WorkAsync(rollout)).Evidence.Select(one => one.Id));
        return change;
    }

    private async Task<int> FilesAsync()
    {
        await using var db = Database.Open();
        return await db.EvidenceFiles.CountAsync(Cancel);
    }
}

public sealed class EvidenceFileOnSqliteTests : EvidenceFileTests;

public sealed class EvidenceFileOnSqlServerTests : EvidenceFileTests
{
    protected override Task<TestDatabase> MakeAsync() => TestDatabase.SqlServerAsync();
}
