using System.Text.Json;
using System.Text.RegularExpressions;
using MeshReadiness.Core.Eligibility;
using MeshReadiness.Core.HelpDesk;
using MeshReadiness.Core.Tests.Eligibility;
using MeshReadiness.Core.Tests.Given;
using MeshReadiness.Playbooks;

namespace MeshReadiness.Core.Tests.HelpDesk;

/// <summary>The shipped languages: complete, and the same in each.</summary>
public sealed partial class LanguageTests
{
    public static TheoryData<string> Languages => [.. LanguageLibrary.All.Select(words => words.Language)];

    [Fact]
    public void There_are_english_and_german() => Assert.Equal(["en", "de"], LanguageLibrary.All.Select(words => words.Language));

    [Fact]
    public void The_table_of_rules_has_every_code_that_a_row_gives()
    {
        foreach (var playbook in PlaybookLibrary.All)
        {
            var documented = RuleCodes.Of(playbook).ToHashSet();
            var given = EveryRuleTests.Everybody(playbook)
                .SelectMany(person => HelpTopic.Of(person)).SelectMany(topic => topic.Reasons).Select(reason => (reason.Code, reason.Verdict)).ToHashSet();

            Assert.Subset(documented, given);
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_code_that_the_rules_can_give_has_words(string language)
    {
        var words = LanguageLibrary.All.Single(one => one.Language == language);

        foreach (var (code, verdict, playbook) in PlaybookLibrary.All.SelectMany(playbook => RuleCodes.Of(playbook).Select(row => (row.Code, row.Verdict, playbook))))
        {
            var keys = RuleKeys.Of(code, playbook).ToList();
            Assert.True(verdict is Verdict.Ready || keys.Exists(words.Reasons.ContainsKey), $"{language} has nothing to say to a person about {code}.");
            Assert.True(words.Sentences is null || keys.Exists(words.Sentences.ContainsKey), $"{language} has nothing to say to colleagues about {code}.");
        }
    }

    [Fact]
    public void No_language_has_words_for_a_code_that_the_rules_never_give()
    {
        var known = PlaybookLibrary.All.SelectMany(playbook => RuleCodes.Of(playbook).SelectMany(row => RuleKeys.Of(row.Code, playbook))).ToHashSet();

        Assert.All(LanguageLibrary.All, words => Assert.Empty(words.Reasons.Keys.Concat(words.Sentences?.Keys ?? []).Except(known)));
    }

    [Fact]
    public void Every_role_that_a_reason_names_has_words() => Assert.All(LanguageLibrary.All, words => Assert.Empty(
        PlaybookLibrary.All.SelectMany(EveryRuleTests.Everybody).SelectMany(person => HelpTopic.Of(person)).SelectMany(topic => topic.Reasons)
            .Select(reason => reason.Role).OfType<string>().Distinct().Except(words.Roles.Keys)));

    [Fact]
    public void All_files_have_the_same_texts_with_the_same_placeholders()
    {
        var english = Texts("words.en.json");

        Assert.All(LanguageLibrary.All.Skip(1), words => Assert.Equal(english, Texts($"words.{words.Language}.json")));
    }

    [Fact]
    public void English_calls_everything_what_its_playbook_calls_it() => Assert.All(PlaybookLibrary.All, playbook =>
    {
        var names = LanguageLibrary.English.Playbooks[playbook.Id];

        Assert.Equal(playbook.Experiences.ToDictionary(one => one.Id, one => one.Name), names.Experiences.ToDictionary(one => one.Key, one => one.Value.Name));
        Assert.Equal(playbook.Access.ToDictionary(one => one.Id, one => one.Action), names.Actions.ToDictionary(one => one.Key, one => one.Value.Name));
    });

    [Fact]
    public void Only_what_has_an_end_is_said_to_have_ended() => Assert.All(
        PlaybookLibrary.All.Where(playbook => playbook.Lifecycle is null),
        playbook => Assert.All(LanguageLibrary.All, words => Assert.All(
            words.Playbooks[playbook.Id].Experiences.Values.Concat(words.Playbooks[playbook.Id].Actions.Values), topic => Assert.Null(topic.Ended))));

    [Fact]
    public void Only_english_leaves_the_sentences_to_the_rules() =>
        Assert.Equal(["en"], LanguageLibrary.All.Where(words => words.Sentences is null).Select(words => words.Language));

    // The path of every text with what it holds in braces. A text that is null on purpose is null in every language; the
    // sentences for colleagues are what a language may leave out as a whole.
    private static IEnumerable<string> Texts(string file) =>
        Under("", JsonElement.Parse(ShippedFile.Text(file))).Where(path => !path.StartsWith(".sentences", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Under(string path, JsonElement at) => at.ValueKind switch
    {
        JsonValueKind.Object => at.EnumerateObject().SelectMany(property => Under($"{path}.{property.Name}", property.Value)),
        JsonValueKind.Array => at.EnumerateArray().SelectMany((item, index) => Under($"{path}[{index}]", item)),
        JsonValueKind.String => [$"{path} {string.Join(' ', Placeholder().Matches(at.GetString()!).Select(match => match.Value).Order(StringComparer.Ordinal))}"],
        _ => [$"{path} {at.ValueKind}"],
    };

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Placeholder();
}
