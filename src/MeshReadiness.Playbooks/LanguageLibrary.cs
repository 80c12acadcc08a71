using System.Collections.Immutable;
using System.Text;
using MeshReadiness.Core.HelpDesk;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Playbooks.Reading;

namespace MeshReadiness.Playbooks;

/// <summary>
/// The languages in which the help desk can pass words on: each file <c>Packs/words.*.json</c> is one, so a further language is
/// one more file. A test reads every one of them, so asking for them never fails.
/// </summary>
public static class LanguageLibrary
{
    private const string Beginning = "words.";
    private const string FirstFile = "words.en.json";

    private static readonly Lazy<ImmutableArray<LanguageWords>> Shipped = new(() => ReadAll(
        PlaybookLibrary.All, [.. FileNames().Select(name => (name, Encoding.UTF8.GetString(Packs.Read(name))))]).Value);

    /// <summary>All of them, English first.</summary>
    public static ImmutableArray<LanguageWords> All => Shipped.Value;

    /// <summary>English, in which the rules themselves speak.</summary>
    public static LanguageWords English => All[0];

    /// <summary>Languages, or one sentence about the first file that is broken or incomplete.</summary>
    /// <param name="playbooks">The playbooks that they must have words for.</param>
    /// <param name="files">The files. The first is complete by definition; what it has words for, every other must have words for.</param>
    public static Result<ImmutableArray<LanguageWords>> ReadAll(ImmutableArray<Playbook> playbooks, params ImmutableArray<(string Name, string Json)> files)
    {
        List<LanguageWords> read = [];

        foreach (var file in files)
        {
            var language = JsonFile.Read(file.Name, file.Json, root => OneMore(root, playbooks, read));

            if (!language.TryGet(out var words))
            {
                return language.Problem;
            }

            read.Add(words);
        }

        return read.ToImmutableArray();
    }

    private static LanguageWords OneMore(JsonCursor root, ImmutableArray<Playbook> playbooks, List<LanguageWords> before)
    {
        var words = new LanguageMap(playbooks, before.FirstOrDefault()).Read(root);
        return before.Any(other => other.Language == words.Language)
            ? throw root["language"].Broken($"is {JsonCursor.Quote(words.Language)}, and another file holds that language already.")
            : words;
    }

    private static IEnumerable<string> FileNames() => typeof(LanguageLibrary).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Beginning, StringComparison.Ordinal))
        .OrderBy(name => name != FirstFile).ThenBy(name => name, StringComparer.Ordinal);
}
