using System.Text.RegularExpressions;
using MeshReadiness.Core.Eligibility;
using MeshReadiness.Core.Playbooks;

namespace MeshReadiness.Core.Tests.HelpDesk;

/// <summary>Every code that the rules can give, as the table in <c>docs/eligibility.md</c> lists them.</summary>
internal static partial class RuleCodes
{
    private static readonly Verdict[] Columns = [Verdict.Ready, Verdict.NotReady, Verdict.Unknown];

    private static readonly List<(string Code, Verdict Verdict)> Table = [.. File.ReadAllLines(Path.Combine(Root(), "docs", "eligibility.md"))
        .SkipWhile(line => !line.StartsWith("| Rule |", StringComparison.Ordinal)).Skip(2)
        .TakeWhile(line => line.StartsWith('|'))
        .SelectMany(line => line.Split('|')[2..5].SelectMany((cell, column) => Code().Matches(cell).Select(match => (match.Groups[1].Value, Columns[column]))))];

    /// <summary>The codes for one playbook, each with what it says.</summary>
    public static IEnumerable<(string Code, Verdict Verdict)> Of(Playbook playbook) => Table.SelectMany(row =>
        (row.Code[(row.Code.IndexOf('{', StringComparison.Ordinal) + 1)..].Split('}')[0] switch
        {
            "r" => playbook.Requirements.Select(one => row.Code.Replace("{r}", one.Id, StringComparison.Ordinal)),
            "experience" => playbook.Experiences.Select(one => row.Code.Replace("{experience}", one.Id, StringComparison.Ordinal)),
            "action" => playbook.Access.Select(one => row.Code.Replace("{action}", one.Id, StringComparison.Ordinal)),
            _ => [row.Code],
        }).Select(code => (code, code.EndsWith("-served", StringComparison.Ordinal) ? Verdict.NotApplicable : row.Verdict)));

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);

        while (!File.Exists(Path.Combine(folder.FullName, "MeshReadiness.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests don't run inside the repository.");
        }

        return folder.FullName;
    }

    [GeneratedRegex("`([a-z{][^`]*)`")]
    private static partial Regex Code();
}
