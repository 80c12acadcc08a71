using System.Runtime.CompilerServices;
using System.Text;
using CsCheck;
using MeshReadiness.Core.Checks;
using MeshReadiness.Core.Files;
using MeshReadiness.Core.Imports;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Imports;
using MeshReadiness.Playbooks;

namespace MeshReadiness.Core.Tests.Imports;

/// <summary>Every sample in the docs is read, by every task that takes its kind; and broken ones are told apart from whole ones.</summary>
public sealed class SampleTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    private static readonly ImmutableArray<PlaybookTask> Tasks = [.. PlaybookLibrary.All.SelectMany(playbook => playbook.Tasks).Where(task => task.Import is not null)];

    private static readonly Result<ImmutableArray<TeamsAppFacts>> Catalogue =
        ImmutableArray.Create(new TeamsAppFacts("11111111-0000-0000-0000-000000000001", "Mesh", "store"), new("11111111-0000-0000-0000-000000000002", "Avatars", "store"));

    public static TheoryData<string> SampleNames => [.. ImportGuide.All.Values.SelectMany(guide => guide.Samples)];

    [Theory]
    [InlineData("s4-mesh-app-allowed", "app-permission-policies.json", CheckOutcome.Pass, "All 3 app permission policies allow Mesh.")]
    [InlineData("s4-avatars-app-allowed", "app-permission-policies.csv", CheckOutcome.Unknown, "2 of 3 policies block Avatars: Global and Front desk.")]
    [InlineData("s4-app-access-scope", "app-permission-policies.json", CheckOutcome.Fail, "The policy Global allows Avatars and Mesh, so everybody without a policy of their own can use them.")]
    [InlineData("s4-app-access-scope", "app-permission-policies.csv", CheckOutcome.Pass, "The policy Global blocks Avatars and Mesh; Mesh pilot allows them.")]
    [InlineData("s4-app-setup-policy", "app-setup-policies.json", CheckOutcome.Pass, "Mesh pilot brings Avatars, and people may pin apps.")]
    [InlineData("s4-app-setup-policy", "app-setup-policies.csv", CheckOutcome.Fail, "Where Avatars is installed or pinned, people may not pin apps.")]
    [InlineData("s4-feedback-policy", "feedback-policies.csv", CheckOutcome.Pass, "Global: ReceiveSurveysMode Enabled, UserInitiatedMode Enabled; Works council: ReceiveSurveysMode Disabled, UserInitiatedMode Enabled.")]
    [InlineData("s4-feedback-policy", "feedback-policies.json", CheckOutcome.Unknown, "UserInitiatedMode isn't Enabled in Global.")]
    [InlineData("s3-guest-teams-access", "guest-access.json", CheckOutcome.Pass, "Global: AllowGuestUser True.")]
    [InlineData("s3-guest-teams-access", "guest-access.csv", CheckOutcome.Fail, "AllowGuestUser isn't True anywhere.")]
    [InlineData("t8-policy-restrict", "events-policies.json", CheckOutcome.Pass, "Global sets ImmersiveEvents to Disabled.")]
    [InlineData("t8-policy-restrict", "events-policies.csv", CheckOutcome.Fail, "No policy sets ImmersiveEvents to Disabled, so everybody can.")]
    [InlineData("s6-endpoints-mesh-domains", "network-probe.json", CheckOutcome.Fail, "1 target could not be reached, at Zürich and Łódź.")]
    [InlineData("s6-acs-media-open", "network-probe.json", CheckOutcome.Fail, "1 target could not be reached, at Zürich and Łódź.")]
    [InlineData("s6-content-hosts-reachable", "network-probe.json", CheckOutcome.Fail, "2 targets could not be reached, at Zürich and Łódź.")]
    [InlineData("t4-endpoints-m365", "network-probe.json", CheckOutcome.Unknown, "targets weren't tried, at Zürich and Łódź; all else could be reached.")]
    [InlineData("s2-hardware-minimum", "device-inventory.csv", CheckOutcome.Fail, "1 computer of 4 has less than 4 cores and 8 GB.")]
    [InlineData("t2-cpu-ram", "device-inventory.json", CheckOutcome.Pass, "All 2 computers have at least 4 cores and 8 GB.")]
    [InlineData("s4-mesh-app-version", "device-inventory.csv", CheckOutcome.Fail, "3 devices of 6 don't have Mesh in version 5.2513.3.0 or later.")]
    [InlineData("s4-mesh-app-version", "device-inventory.json", CheckOutcome.Pass, "All 3 devices have Mesh in version 5.2513.3.0 or later.")]
    [InlineData("s6-quest-app-and-mfa", "device-inventory.json", CheckOutcome.Unknown, "The one device has Mesh in version 5.2505 or later. Whether the headsets' own software is current")]
    [InlineData("s6-quest-fleet-managed", "device-inventory.csv", CheckOutcome.Fail, "1 of 2 headsets isn't managed and compliant.")]
    [InlineData("t10-quest-model", "device-inventory.csv", CheckOutcome.Fail, "1 of 2 headsets isn't Quest 3.")]
    [InlineData("t10-quest-model", "device-inventory.json", CheckOutcome.Pass, "The one headset is Quest 3.")]
    [InlineData("t10-quest-app", "device-inventory.csv", CheckOutcome.Fail, "1 device of 2 doesn't have Teams Immersive.")]
    public void A_sample_answers_its_task(string task, string sample, CheckOutcome outcome, string sentence)
    {
        var answer = Answer(Tasks.First(one => one.Id == task), sample, ImportGuide.Sample(sample)!).Value;

        Assert.Equal(outcome, answer.Outcome);
        Assert.Contains(sentence, answer.Sentence, StringComparison.Ordinal);
        Assert.Equal(outcome is CheckOutcome.Fail, answer.Findings.Any() && answer.Outcome is CheckOutcome.Fail);
    }

    [Theory]
    [MemberData(nameof(SampleNames))]
    public void Every_sample_is_a_file_that_can_be_handed_in_and_that_some_task_reads(string name)
    {
        var content = ImportGuide.Sample(name)!;

        Assert.True(FileCheck.Look(name, content).Succeeded);
        Assert.Equal(File.ReadAllBytes(Path.Combine(Docs(), "imports", name)), content);
        Assert.Contains(Of(name), task => Answer(task, name, content).Succeeded);
    }

    [Fact]
    public void Every_task_that_takes_an_export_can_say_how_to_make_it() => Assert.All(Tasks, task => Assert.NotEmpty(ImportGuide.All[task.Import!.Kind].Samples));

    [Fact]
    public void The_page_tells_of_every_kind_command_sample_and_rule()
    {
        var page = File.ReadAllText(Path.Combine(Docs(), "imports.md"));

        Assert.All(ImportGuide.All.Values, guide => Assert.All(guide.Samples, sample => Assert.Contains($"(imports/{sample})", page, StringComparison.Ordinal)));
        Assert.All(ImportGuide.All.Values.Select(guide => guide.Command).OfType<string>(), command => Assert.Contains(command, page, StringComparison.Ordinal));
        Assert.All(ImportRules.All.Keys, rule => Assert.Contains($"`{rule}`", page, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(SampleNames))]
    public void A_sample_cut_short_anywhere_gives_an_answer_or_one_sentence(string name)
    {
        var content = ImportGuide.Sample(name)!;
        var task = Of(name)[0];

        for (var length = 0; length < content.Length; length += 1 + content.Length / 400)
        {
            AssertTold(task, name, content[..length]);
        }
    }

    [Theory]
    [MemberData(nameof(SampleNames))]
    public void A_sample_with_other_bytes_and_lines_gives_an_answer_or_one_sentence(string name)
    {
        var content = ImportGuide.Sample(name)!;
        var tasks = Of(name);

        Gen.Select(Gen.OneOf(tasks), Gen.Int[0, content.Length - 1], Gen.OneOf(Gen.Byte, Gen.OneOf("\"{}[],;:\r\n0-\\"u8.ToArray())), Gen.Int[0, 60], Gen.Int[0, 60])
            .Sample((task, at, other, one, two) =>
            {
                var flipped = content.ToArray();
                flipped[at] = other;
                AssertTold(task, name, flipped);

                var lines = PlainText.Read(content)!.Split('\n');
                (lines[one % lines.Length], lines[two % lines.Length]) = (lines[two % lines.Length], lines[one % lines.Length]);
                AssertTold(task, name, Encoding.UTF8.GetBytes(string.Join('\n', lines)));
            }, iter: 2_000);
    }

    private static void AssertTold(PlaybookTask task, string name, byte[] content)
    {
        var answer = Answer(task, name, content);
        Assert.True(answer.Succeeded ? answer.Value.Sentence.Length > 10 : answer.Problem.Detail.StartsWith(name, StringComparison.Ordinal) && answer.Problem.Detail.Length > 30);
        Assert.DoesNotContain('\n', answer.Succeeded ? "" : answer.Problem.Detail);
    }

    private static Result<CheckResult> Answer(PlaybookTask task, string name, byte[] content) =>
        ExportReader.Read(task.Import!, name, content, Now).Map(export => ImportRules.Run(task, export, Catalogue));

    private static PlaybookTask[] Of(string sample) =>
        [.. Tasks.Where(task => ImportGuide.All[task.Import!.Kind].Samples.Contains(sample))];

    private static string Docs([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../docs"));
}
