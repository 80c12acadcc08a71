using System.Security.Cryptography;
using System.Text.RegularExpressions;
using MeshReadiness.Core.Audit;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Rollouts;
using MeshReadiness.Core.Scanning;

namespace MeshReadiness.Integration.Tests.Data;

/// <summary>A rollout goes out as a file and comes in again with nothing lost.</summary>
public abstract partial class RolloutTransferTests : StoreTest
{
    private static readonly Actor Ada = new("ada", "Ada <b>Ž</b>");

    private Moment Now => new(Ada, Database.Clock.GetUtcNow());

    [Fact]
    public async Task Out_in_and_out_again_gives_the_same_file()
    {
        var rollout = await FilledAsync();
        var first = (await Database.Transfer.TakeOutAsync(rollout.Id, Cancel))!;
        var read = RolloutFile.Read(first.Write(), [TestPlaybook.Playbook]).Value;
        Database.Clock.Advance(TimeSpan.FromDays(1));
        var taken = (await Database.Transfer.TakeInAsync(read, Guid.NewGuid(), "imported", Now, null, Cancel)).Value;
        var second = (await Database.Transfer.TakeOutAsync(taken.Id, Cancel))!;

        // The last line of the history tells of the import itself.
        Assert.Equal(WithoutIds(first), WithoutIds(second with { History = second.History.RemoveAt(second.History.Length - 1) }));
        Assert.Equal((2, 1, 1, 6), (first.Work.Length, first.Files.Length, first.Comments.Length, first.History.Length));
        Assert.Equal("rollout.imported", second.History[^1].Action);
        Assert.Null(AuditChain.FindBreak(await Database.Audit.AllAsync(Cancel).ToListAsync(Cancel), AuditChain.Beginning));
    }

    [Fact]
    public async Task The_original_stays_as_it_was_and_the_copy_goes_its_own_way()
    {
        var rollout = await FilledAsync();
        var file = (await Database.Transfer.TakeOutAsync(rollout.Id, Cancel))!;
        var copy = (await Database.Transfer.TakeInAsync(file, Guid.NewGuid(), "cloned", Now, null, Cancel)).Value;
        await Database.Rollouts.EditTaskAsync(copy.Id, "word", 2, "assigned", work => TaskEdit.Assign(work, null), Now, Cancel);

        Assert.Equal(file.Write(), (await Database.Transfer.TakeOutAsync(rollout.Id, Cancel))!.Write());
        Assert.Null((await Database.Rollouts.WorkAsync(copy.Id, Cancel))["word"].Owner);
    }

    [Fact]
    public async Task What_can_not_be_taken_in_is_refused_with_one_sentence_and_nothing_is_stored()
    {
        var rollout = await FilledAsync();
        var text = (await Database.Transfer.TakeOutAsync(rollout.Id, Cancel))!.Write();
        (string Text, string Sentence)[] wrong =
        [
            ("", "The file is broken at line 1"),
            ("[]", "This is no exported rollout"),
            ("{\"format\":\"other\"}", "This is no exported rollout"),
            (text.Replace("\"formatVersion\": 1", "\"formatVersion\": 2", StringComparison.Ordinal), "made by a newer portal (format 2; this portal reads up to 1)"),
            (text.Replace("\"playbookVersion\": 3", "\"playbookVersion\": 4", StringComparison.Ordinal), "follows version 4 of the playbook test; this portal has 3"),
            (text.Replace("\"playbookId\": \"test\"", "\"playbookId\": \"another\"", StringComparison.Ordinal), "the playbook another, which this portal doesn't have"),
            (text[..(text.Length / 2)], "The file is broken at line"),
            (text.Replace("\"taskId\": \"word\"", "\"taskId\": null", StringComparison.Ordinal), "The file is broken at line"),
            (text.Replace(Convert.ToBase64String([1, 2, 3]), Convert.ToBase64String([1, 2, 4]), StringComparison.Ordinal), "isn't what its hash says"),
        ];

        foreach (var (given, sentence) in wrong)
        {
            var problem = RolloutFile.Read(given, [TestPlaybook.Playbook]).Problem;
            Assert.Equal(ProblemKind.Invalid, problem.Kind);
            Assert.Contains(sentence, problem.Detail, StringComparison.Ordinal);
        }
    }

    // Ids are those of the database that a rollout is in; also inside of what the history quotes.
    private static string WithoutIds(RolloutFile file) => Ids().Replace((file with { Files = [.. file.Files.OrderBy(one => one.Name)] }).Write(), "id");

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Ids();

    private async Task<Rollout> FilledAsync()
    {
        var rollout = RolloutEdit.Begin(Guid.NewGuid(), TestPlaybook.Playbook, new("Head <i>office</i>", ["avatars"], new(2026, 9, 1)), Now).Value;
        await Database.Rollouts.AddAsync(rollout, Now, Cancel);
        var evidence = Guid.NewGuid();
        await EditAsync("word", 0, work => TaskEdit.Attest(work, evidence, "=SUM(A1) seen", Now));
        await EditAsync("word", 1, work => TaskEdit.Assign(work, Ada));
        await EditAsync("teams-on", 0, work => TaskEdit.AskForRisk(work, "Worth it.", new(2026, 6, 1), Now));
        await EditAsync("teams-on", 1, work => TaskEdit.ApproveRisk(work, new(new("bob", "Bob"), Now.At)));
        await Database.Comments.AddAsync(rollout.Id, "word", Guid.NewGuid(), "two\nlines", Now, Cancel);
        await using var db = Database.Open();
        byte[] content = [1, 2, 3];
        db.EvidenceFiles.Add(new() { EvidenceId = evidence, Name = "shot.png", ContentType = "image/png", Hash = Convert.ToHexStringLower(SHA256.HashData(content)), Content = content });
        await db.SaveChangesAsync(Cancel);
        return rollout;

        async Task EditAsync(string task, int seen, Func<TaskWork, Result<TaskWork>> edit) =>
            Assert.True((await Database.Rollouts.EditTaskAsync(rollout.Id, task, seen, "edited", edit, Now, Cancel)).Succeeded);
    }
}

public sealed class RolloutTransferOnSqliteTests : RolloutTransferTests;

public sealed class RolloutTransferOnSqlServerTests : RolloutTransferTests
{
    protected override Task<TestDatabase> MakeAsync() => TestDatabase.SqlServerAsync();
}
