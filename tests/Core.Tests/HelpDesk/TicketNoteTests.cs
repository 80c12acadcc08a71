using MeshReadiness.Core.Eligibility;
using MeshReadiness.Core.HelpDesk;
using MeshReadiness.Core.Tests.Eligibility;
using MeshReadiness.Playbooks;
using static MeshReadiness.Core.Tests.Given.MeshTenant;

namespace MeshReadiness.Core.Tests.HelpDesk;

/// <summary>What colleagues read in a ticket.</summary>
public sealed class TicketNoteTests
{
    private static readonly NoteSource Source = new(
        new("0198c5a1-0000-7000-8000-000000000001"), new(2025, 6, 1, 8, 12, 33, TimeSpan.FromHours(2)), "https://portal.example/help-desk/42");

    private static readonly LanguageWords German = LanguageLibrary.All.Single(words => words.Language == "de");

    [Fact]
    public void It_says_who_what_why_and_where_that_is_known_from()
    {
        var kari = Rules().Explain(new(Without("mesh") with { DisplayName = "Kari Nordmann", UserPrincipalName = "kari@contoso.example" }));

        var note = About("mesh-pc", kari, LanguageLibrary.English);

        Assert.StartsWith(
            """
            Mesh readiness of Kari Nordmann
            Object id: 42
            Sign-in name: kari@contoso.example

            Experience: Mesh app on PC (mesh-pc)
            Verdict: not ready
            Reasons:
            1. mesh:missing (not met): No assigned licence carries the Microsoft Mesh plan.
               Facts: 
            """.ReplaceLineEndings("\n").TrimEnd(), note, StringComparison.Ordinal);
        Assert.EndsWith(
            """
            Snapshot: 0198c5a1-0000-7000-8000-000000000001
            Facts read: 2025-06-01 06:12:33 UTC
            Evidence: 0198c5a1-0000-7000-8000-000000000001 / 42 / mesh:missing, tenant-fits, account-enabled, teams:on, mailbox:on, storage:on, usage-location:set, user-type-fits
            Page: https://portal.example/help-desk/42
            """.ReplaceLineEndings("\n"), Sorted(note), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_reason_stands_in_it_with_its_facts_remedy_role_and_source_in_every_language()
    {
        foreach (var words in LanguageLibrary.All)
        {
            foreach (var person in EveryRuleTests.Everybody())
            {
                foreach (var topic in HelpTopic.Of(person))
                {
                    var note = TicketNote.About([topic], person, words, Playbook, Source);

                    Assert.All(topic.Reasons, reason =>
                    {
                        Assert.Contains($" {reason.Code} (", note, StringComparison.Ordinal);
                        Assert.All(reason.Proof.IsDefault ? [] : reason.Proof, fact => Assert.Contains(fact.Text, note, StringComparison.Ordinal));
                        Assert.True(reason.Role is null || note.Contains(words.Roles[reason.Role].Name, StringComparison.Ordinal), reason.Role);
                        Assert.True(reason.Source is null || note.Contains(reason.Source, StringComparison.Ordinal), reason.Source);
                        // The rules' own words lose nothing on the way, in whichever language the note is.
                        Assert.True(reason.IsMet is true || (note.Contains(reason.Sentence, StringComparison.Ordinal) && note.Contains(reason.Remedy ?? "", StringComparison.Ordinal)), reason.Code);
                    });
                }
            }
        }
    }

    [Fact]
    public void In_german_the_sentences_are_german_and_the_facts_as_graph_words_them()
    {
        var disabled = Rules().Explain(new(Equipped() with { AccountEnabled = false }));

        var note = About("mesh-pc", disabled, German);

        Assert.Contains(
            """
            1. account-disabled (nicht erfüllt): Das Konto ist deaktiviert; niemand kann sich damit anmelden.
               Wortlaut im Portal: The account is disabled, so nobody can sign in with it. Enable the account if this person should work again.
               Fakten: accountEnabled is false
               Abhilfe: Das Konto aktivieren, falls die Person wieder arbeiten soll.
               Wer es kann: Benutzeradministrator
            """.ReplaceLineEndings("\n"), note, StringComparison.Ordinal);
        Assert.Contains("Ergebnis: nicht bereit", note, StringComparison.Ordinal);
        Assert.Contains("Anmeldename: nicht gesetzt", note, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_topics_stand_one_below_the_other_and_share_the_evidence()
    {
        var kari = Rules().Explain(new(Without("mesh")));

        var note = TicketNote.About(HelpTopic.Experiences(kari), kari, LanguageLibrary.English, Playbook, Source);

        Assert.Equal(kari.Experiences.Length, note.Split("Experience: ").Length - 1);
        Assert.Single(note.Split('\n'), line => line.StartsWith("Evidence: ", StringComparison.Ordinal));
    }

    private static string About(string id, PersonEligibility person, LanguageWords words) =>
        TicketNote.About([HelpTopic.Of(person).First(topic => topic.Id == id)], person, words, Playbook, Source);

    // In which order reasons in favour follow isn't what this is about.
    private static string Sorted(string note)
    {
        var lines = note.Split('\n');
        string[] order = ["mesh:missing", "tenant-fits", "account-enabled", "teams:on", "mailbox:on", "storage:on", "usage-location:set", "user-type-fits"];
        var at = Array.FindIndex(lines, line => line.StartsWith("Evidence: ", StringComparison.Ordinal));
        var parts = lines[at].Split(" / ");
        parts[2] = string.Join(", ", parts[2].Split(", ").OrderBy(code => Array.IndexOf(order, code)));
        lines[at] = string.Join(" / ", parts);
        return string.Join('\n', lines);
    }
}
