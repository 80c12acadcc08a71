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
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, .. "IHDR"u8, 0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0];

    private static readonly Actor Ada = new("ada", "Ada <b>Ž</b>");

    private static readonly Outreach Asked = new("network", new("Zoë <i>Ñ</i>", "zoe@contoso.example", "person-1"), OutreachState.Asked, "Open the ports.", new(2026, 5, 1), null);

    private const string OneMore = """{"contactId": "network", "person": null, "state": "NotAsked", "asked": null, "due": null, "answer": null}""";

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
        Assert.Equal((2, 1, 1, 7), (first.Work.Length, first.Files.Length, first.Comments.Length, first.History.Length));
        Assert.Equal(Asked, Assert.Single(first.Contacts));
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
            (text.Replace($"\"formatVersion\": {RolloutFile.Newest}", "\"formatVersion\": 99", StringComparison.Ordinal), $"made by a newer portal (format 99; this portal reads up to {RolloutFile.Newest})"),
            (text.Replace("\"playbookVersion\": 3", "\"playbookVersion\": 4", StringComparison.Ordinal), "follows version 4 of the playbook test; this portal has 3"),
            (text.Replace("\"playbookId\": \"test\"", "\"playbookId\": \"another\"", StringComparison.Ordinal), "the playbook another, which this portal doesn't have"),
            (text[..(text.Length / 2)], "The file is broken at line"),
            (text.Replace("\"taskId\": \"word\"", "\"taskId\": null", StringComparison.Ordinal), "The file is broken at line"),
            (Lying(text, "shot.gif", "image/png", Png), "shot.gif can't be handed in: its name ends in .gif and its content is a PNG image."),
            (Lying(text, "shot.png", "text/html", Png), "The file shot.png is a PNG image, and the export says text/html of it."),
            (Lying(text, "shot.png", "image/png", "<svg/>"u8.ToArray()), "shot.png is named as a PNG image, and its content is a web page or a drawing"),
            (text.Replace(Convert.ToBase64String(Png), Convert.ToBase64String([.. Png[..^1], 9]), StringComparison.Ordinal), "isn't what its hash says"),
            (text.Replace("\"contactId\": \"network\"", "\"contactId\": \"cooks\"", StringComparison.Ordinal), "has no contact cooks. It has: network, sponsor."),
            (text.Replace("\"contactId\": \"network\"", $"\"contactId\": \"{new string('x', 500)}\"", StringComparison.Ordinal), "The id of a contact has 500 characters"),
            (text.Replace("\"state\": \"Asked\"", "\"state\": \"Refused\"", StringComparison.Ordinal), "The contact network can't be taken in. Say in their words what they refused"),
            (text.Replace("\"state\": \"Asked\"", "\"state\": 9", StringComparison.Ordinal), "The contact network can't be taken in. There is no state 9"),
            (text.Replace("\"state\": \"Asked\"", "\"state\": \"Perhaps\"", StringComparison.Ordinal), "The file is broken at line"),
            (text.Replace("zoe@contoso.example", "zoe", StringComparison.Ordinal), "The contact network can't be taken in. \"zoe\" is no mail address."),
            (text.Replace("Open the ports.", new string('x', 4001), StringComparison.Ordinal), "The contact network can't be taken in. The text of what was asked has 4001 characters"),
            (text.Replace("\"contacts\": [", $"\"contacts\": [{OneMore},", StringComparison.Ordinal), "The contact network is in the file twice."),
        ];

        foreach (var (given, sentence) in wrong)
        {
            var problem = RolloutFile.Read(given, [TestPlaybook.Playbook]).Problem;
            Assert.Equal(ProblemKind.Invalid, problem.Kind);
            Assert.Contains(sentence, problem.Detail, StringComparison.Ordinal);
        }
    }

    private static string Lying(string text, string name, string contentType, byte[] content)
    {
        var file = RolloutFile.Read(text, [TestPlaybook.Playbook]).Value;
        return (file with
        {
            Files = [.. file.Files.Select(one => one with { Name = name, ContentType = contentType, Content = content, Hash = Convert.ToHexStringLower(SHA256.HashData(content)) })],
        }).Write();
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
        Assert.True((await Database.Contacts.EditAsync(rollout.Id, "network", 0, "asked", _ => Asked, Now, Cancel)).Succeeded);
        await using var db = Database.Open();
        var content = Png;
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
