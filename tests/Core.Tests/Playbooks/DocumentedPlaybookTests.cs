using System.Text.RegularExpressions;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Playbooks;

namespace MeshReadiness.Core.Tests.Playbooks;

/// <summary>The page on playbooks, compared with what the reader does.</summary>
public sealed class DocumentedPlaybookTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Root(), "docs", "playbooks.md"));

    [Fact]
    public void The_example_is_a_whole_playbook()
    {
        var example = Regex.Match(Page, "```json\n(.*?)\n```", RegexOptions.Singleline).Groups[1].Value;

        var playbook = PlaybookReader.Read("example.json", example).Value;

        Assert.Equal(("town-halls", 2), (playbook.Id, playbook.Tasks.Count()));
    }

    [Fact]
    public void It_names_every_placeholder() =>
        Assert.All(MessageTemplate.Placeholders, name => Assert.Contains($"`{{{name}}}`", Page, StringComparison.Ordinal));

    [Fact]
    public void It_counts_the_tasks_of_every_playbook() => Assert.All(
        PlaybookLibrary.All,
        playbook => Assert.Matches($@"`{playbook.Id}\.json` \|.*{playbook.Steps.Length} steps, {playbook.Tasks.Count()} tasks", Page));

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);

        while (!File.Exists(Path.Combine(folder.FullName, "MeshReadiness.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests don't run inside the repository.");
        }

        return folder.FullName;
    }
}
